from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import DomainError, NotAllowed


class GroupNameTaken(DomainError):
    message = _("There is already a group with this name in the same place.")


class CannotMoveThere(DomainError):
    message = _("A group cannot be moved into itself or below itself.")


class GrantsTooMuch(NotAllowed):
    message = _("You can only give roles that do no more than your own, in groups you lead.")


class LastOwner(DomainError):
    message = _("Somebody must own the organisation. Make another member owner first.")


class InvitationNotValid(DomainError):
    status = 410
    message = _(
        "This invitation was used, withdrawn or is too old. Ask the person who sent it for a new one."
    )


class JoinLinkNotValid(DomainError):
    status = 410
    message = _("This link is closed or too old. Ask your branch for a new one.")


class AlreadyDecided(DomainError):
    message = _("Somebody else has decided this already.")


class SignInFirst(DomainError):
    message = _("There is an account with this e-mail address. Sign in, then open the link again.")


class OrganisationExists(DomainError):
    message = _("The organisation exists already.")

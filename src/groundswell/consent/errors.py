from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import BadInput, DomainError, NotAllowed


class OnlyThemselves(NotAllowed):
    message = _(
        "They asked us to stop in their own words. Only they can undo that, for instance by texting START."
    )


class TooLateToTakeBack(NotAllowed):
    message = _("A stop can be taken back for one minute. Ask an organiser to undo it with a reason.")


class ReasonMissing(BadInput):
    message = _("Say why: the reason is kept with the change.")


class EvidenceMissing(BadInput):
    message = _("Say how you know that they agreed: when, where, in which words.")


class ConsentWithdrawn(DomainError):
    message = _("They withdrew. Only a new yes of their own can change that.")


class HoldDecided(DomainError):
    message = _("Somebody has decided this already.")


class NoNumberToStop(DomainError):
    message = _("They have no number, so nobody can text or call them.")

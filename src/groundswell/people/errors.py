from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import BadInput, DomainError


class PhoneUnreadable(BadInput):
    message = _("That is no phone number we can read. Numbers from abroad begin with + and the country.")


class EmailUnreadable(BadInput):
    message = _("That is no e-mail address.")


class NobodyToAdd(BadInput):
    message = _("Give at least a name, a number or an e-mail address.")


class NumberTaken(DomainError):
    message = _("Somebody else has this membership number.")


class TagUnreadable(BadInput):
    message = _("Give the tag a name of at most 60 letters.")


class NoteEmpty(BadInput):
    message = _("Write a word or two first.")

"""What became of a text, in words for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from groundswell.gateways.sms.contract import Accepted, ErrorClass, Refused, SendOutcome

ERROR_WORDS: dict[str, Promise] = {
    ErrorClass.OPTED_OUT: _("this number asked the carrier for no more texts"),
    ErrorClass.LANDLINE: _("this number is no mobile"),
    ErrorClass.INVALID: _("this number does not exist or cannot get texts"),
    ErrorClass.UNREACHABLE: _("it could not be reached"),
    ErrorClass.FILTERED: _("the carrier filtered it as unwanted"),
    ErrorClass.UNREGISTERED: _("our number is not registered for texting there"),
    ErrorClass.THROTTLED: _("too many texts at once; it can go later"),
    ErrorClass.QUOTA: _("the limit for today is reached"),
    ErrorClass.ACCOUNT: _("the provider refuses our account: check the details and the balance"),
    ErrorClass.UNKNOWN: _("the provider gives a reason we do not know"),
}


def outcome_words(outcome: SendOutcome) -> str:
    if isinstance(outcome, Accepted):
        return str(_("The provider took it. It should arrive within a minute."))
    if isinstance(outcome, Refused):
        words = _("It was not sent: %(reason)s (code %(code)s).")
        return str(words) % {"reason": ERROR_WORDS[outcome.error], "code": outcome.code}
    return str(_("The provider gave no clear answer: the text may or may not arrive."))

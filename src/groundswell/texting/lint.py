"""What a first message should have and should not have, before thousands get it."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from groundswell.outreach.merge import fields_in, validate

MAX_PARTS = 3
_WAY_OUT = re.compile(
    r"\b(stop|opt[ -]?out|unsubscribe|no more texts|afmelden|stoppen|arrêt|arret|baja|abmelden|stopp)\b", re.I
)
_SHORTENERS = re.compile(
    r"\b(bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|shorturl\.at|rb\.gy)\b",
    re.I,
)
_LINK = re.compile(r"https?://|\bwww\.", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Remark:
    """`stops`: the campaign cannot start like this; otherwise it is advice."""

    words: str
    stops: bool = False


def lint_message(message: str, *, organisation: str, parts: int) -> list[Remark]:
    """Everything worth saying about the words, the worst first."""
    if not message.strip():
        return [Remark(_("The first message is still empty."), stops=True)]
    remarks = [Remark(problem, stops=True) for problem in validate(message)]
    remarks += [Remark(words) for words in _advice(message, organisation, parts)]
    return remarks


def _advice(message: str, organisation: str, parts: int) -> list[str]:
    used = fields_in(message)
    found = {
        _("It does not say which organisation it comes from. Add {organisation}."): (
            "organisation" not in used and organisation.lower() not in message.lower()
        ),
        _("It does not say who is texting. Add {volunteer}: people answer people."): "volunteer" not in used,
        _("It does not say how to stop. Add “Reply STOP for no more texts.”"): not _WAY_OUT.search(message),
        _("It uses a public link shortener. Carriers filter those: use your own address."): bool(
            _SHORTENERS.search(message)
        ),
        _(
            "It has a link in the first message. Texts without a link get more answers and are filtered less."
        ): (bool(_LINK.search(message)) and not _SHORTENERS.search(message)),
        _("It travels in %(parts)d parts, and each is paid for. Can it be shorter?") % {"parts": parts}: (
            parts > MAX_PARTS
        ),
        _("It is written in capitals. That reads as shouting, and carriers filter it."): _shouts(message),
    }
    return [words for words, applies in found.items() if applies]


def _shouts(message: str) -> bool:
    words = [word for word in _WORD.findall(re.sub(r"\{[^}]*\}", "", message)) if word.lower() != "stop"]
    return len(words) >= 4 and sum(word.isupper() for word in words) > len(words) / 2

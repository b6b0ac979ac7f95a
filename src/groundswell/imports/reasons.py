from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why a row, or a cell of it, is not loaded, in words for the person who has to mend it."""

    PHONE = "phone", _("The mobile number cannot be a phone number")
    EMAIL = "email", _("The e-mail address is not complete")
    TOO_LONG = "too_long", _("A cell is too long for its column")
    LANGUAGE = "language", _("We do not know this language")
    NOTHING = "nothing", _("No membership number, mobile or e-mail to recognise this person by")
    AMBIGUOUS = (
        "ambiguous",
        _("More than one person shares this address; a membership number would tell them apart"),
    )
    SAME_ROW = "same_row", _("An earlier row is the same person; that one counts")
    ELSEWHERE = "elsewhere", _("This person belongs to another branch")
    BRANCH_TWICE = "branch_twice", _("Two branches have this name; rename one of them first")


class CellProblem(Exception):
    """A cell that cannot be what its column says, or a row that is nobody."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)

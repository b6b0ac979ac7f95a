from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why somebody may not be contacted now, most final first: the order in which one is named.

    Each label is a phrase of its own, so that it can stand beside a count or under a heading.
    """

    LEFT = "left", _("No longer among your people")
    NO_NUMBER = "no_number", _("No number or address we can use")
    OPTED_OUT = "opted_out", _("Asked us to stop")
    ON_HOLD = "on_hold", _("May have asked us to stop; somebody must decide")
    NO_CONSENT = "no_consent", _("No basis for contacting them")
    FATIGUE = "fatigue", _("Contacted often enough lately")
    PAUSED = "paused", _("Sending is paused for the whole organisation")
    QUIET_HOURS = "quiet_hours", _("Too early or too late where they are")

    @property
    def passes(self) -> bool:
        """True when waiting is all it takes, so that they stay in an audience."""
        return self in WAITS


WAITS = frozenset({Reason.PAUSED, Reason.QUIET_HOURS})

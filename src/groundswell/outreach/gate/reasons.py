from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why somebody may not be contacted now, most final first: the order in which one is named."""

    LEFT = "left", _("is no longer among your people")
    NO_NUMBER = "no_number", _("has no number or address we can use")
    OPTED_OUT = "opted_out", _("has asked us to stop")
    ON_HOLD = "on_hold", _("may have asked us to stop; somebody must decide")
    NO_CONSENT = "no_consent", _("has given us no basis for contacting them")
    FATIGUE = "fatigue", _("was contacted often enough lately")
    PAUSED = "paused", _("sending is paused for the whole organisation")
    QUIET_HOURS = "quiet_hours", _("it is too early or too late where they are")

    @property
    def passes(self) -> bool:
        """True when waiting is all it takes, so that they stay in an audience."""
        return self in WAITS


WAITS = frozenset({Reason.PAUSED, Reason.QUIET_HOURS})

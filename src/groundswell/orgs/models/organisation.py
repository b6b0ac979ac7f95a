from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.ids import PublicIdModel


class Organisation(PublicIdModel):
    """A movement's own space on this installation; it never sees another one."""

    class Kind(models.TextChoices):
        UNION = "union", _("Union")
        PARTY = "party", _("Party")
        CHARITY = "charity", _("Charity")
        CAMPAIGN = "campaign", _("Campaign or network")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.CAMPAIGN)
    country = models.CharField(max_length=2, default="GB")
    time_zone = models.CharField(max_length=50, default="Europe/London")
    language = models.CharField(max_length=10, default="en")
    accent = models.CharField(max_length=40, blank=True)
    contact_line = models.CharField(max_length=200, blank=True)
    sending_paused_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name

from django.db import models

from groundswell.kernel import clock
from groundswell.kernel.fields import SealedField
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Organisation


class ProviderConnection(PublicIdModel):
    """An account with a carrier or provider. Credentials are sealed JSON and never shown again."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    gateway = models.CharField(max_length=40, help_text="Key in the gateway registry")
    label = models.CharField(max_length=80)
    address = models.URLField(blank=True, help_text="Where the provider is, when not at its usual place")
    settings = models.JSONField(default=dict)
    credentials = SealedField("provider-credentials", null=True)
    parts_per_second = models.PositiveIntegerField(default=10)
    paused_until = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)
    connected_at = models.DateTimeField(auto_now_add=True)
    disconnected_at = models.DateTimeField(null=True)

    @property
    def is_paused(self) -> bool:
        return bool(self.paused_until and self.paused_until > clock.now())

    def __str__(self) -> str:
        return self.label

from django import forms
from django.utils.translation import gettext_lazy

from groundswell.segments.registry import FilterForm
from groundswell.texting.models import Campaign


class CampaignForm(FilterForm):
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(),
        to_field_name="public_id",
        label=gettext_lazy("Campaign"),
        error_messages={"invalid_choice": gettext_lazy("This campaign no longer exists.")},
    )

    def narrow(self) -> None:
        started = Campaign.objects.filter(organisation=self.organisation, started_at__isnull=False)
        self.fields["campaign"].queryset = started.order_by("-id")  # type: ignore[attr-defined]

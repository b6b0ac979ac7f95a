from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.consent.channels import Channel, Purpose


class WhyForm(forms.Form):
    """How, and about what, one would like to contact somebody."""

    channel = forms.ChoiceField(label=_("How"), choices=Channel.choices, initial=Channel.TEXT)
    purpose = forms.ChoiceField(label=_("About"), choices=Purpose.choices, initial=Purpose.MEMBERSHIP)

    def asked(self) -> tuple[Channel, Purpose]:
        """Texts about membership when nothing, or nonsense, was asked."""
        self.is_valid()
        chosen = self.cleaned_data
        return (
            Channel(chosen.get("channel") or Channel.TEXT),
            Purpose(chosen.get("purpose") or Purpose.MEMBERSHIP),
        )

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from groundswell.outreach.models import OutreachSettings

TIME = {"type": "time"}


class RulesForm(forms.ModelForm[OutreachSettings]):
    """When and how often people may be contacted, and what a text costs."""

    class Meta:
        model = OutreachSettings
        fields = (
            "texts_from",
            "texts_until",
            "fatigue_contacts",
            "fatigue_days",
            "price_per_part",
            "currency",
        )
        labels = {
            "texts_from": _("Texts and calls from"),
            "texts_until": _("until"),
            "fatigue_contacts": _("At most this many contacts"),
            "fatigue_days": _("in so many days"),
            "price_per_part": _("Price of one text part"),
            "currency": _("Currency"),
        }
        help_texts = {
            "texts_from": _("On the clock of whoever is contacted, not ours."),
            "fatigue_contacts": _(
                "Over all channels. Answers in an open conversation never count and are never held back."
            ),
            "price_per_part": _("What your provider charges; used for estimates only."),
        }
        widgets = {
            "texts_from": forms.TimeInput(attrs=TIME, format="%H:%M"),
            "texts_until": forms.TimeInput(attrs=TIME, format="%H:%M"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fatigue_contacts"] = _whole_number(self, "fatigue_contacts", 1, 50)
        self.fields["fatigue_days"] = _whole_number(self, "fatigue_days", 1, 90)
        self.fields["price_per_part"].widget.attrs["step"] = "0.0001"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("texts_from"), cleaned.get("texts_until")
        if start and end and start >= end:
            raise ValidationError(_("The hours end before they begin."))
        return cleaned


class EmergencyForm(forms.Form):
    """Lifts the limit on how often for a while; the reason is kept."""

    hours = forms.IntegerField(label=_("For how many hours"), min_value=1, max_value=72, initial=24)
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("For example “strike ballot extended by court order until Friday”."),
    )


def _whole_number(form: forms.ModelForm[Any], name: str, least: int, most: int) -> forms.IntegerField:
    field = form.fields[name]
    return forms.IntegerField(label=field.label, help_text=field.help_text, min_value=least, max_value=most)

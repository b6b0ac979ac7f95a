from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose

NOTED = (ConsentStatus.GRANTED, ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED)


class ReasonForm(forms.Form):
    """Why something is stopped or undone; kept with it."""

    reason = forms.CharField(label=_("Why"), max_length=300)


class ConsentForm(forms.Form):
    """One yes or no, and how we know."""

    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices)
    purpose = forms.ChoiceField(label=pgettext_lazy("purpose", "For"), choices=Purpose.choices)
    status = forms.ChoiceField(
        label=_("What they said"), choices=[(status.value, status.label) for status in NOTED]
    )
    basis = forms.ChoiceField(label=_("Why we may"), choices=Basis.choices)
    evidence = forms.CharField(
        label=_("How we know"),
        help_text=_("When, where, in which words: for example “said so at the stall on 3 May”."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from phonenumbers import SUPPORTED_REGIONS

from groundswell.orgs.models import Organisation


class FirstRunForm(forms.ModelForm[Organisation]):
    """What an organisation needs to begin; everything can be changed later in Settings."""

    accent = forms.RegexField(
        label=_("Colour"),
        regex=r"^#[0-9a-fA-F]{6}$",
        initial="#d8412f",
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text=_("Corrected by itself where text on it would be hard to read."),
    )
    branches = forms.CharField(
        label=_("Branches, one per line"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Paste them from a spreadsheet, or leave this empty: a member list brings them too."),
    )

    class Meta:
        model = Organisation
        fields = ["name", "kind", "country", "language", "time_zone", "accent", "contact_line"]
        labels = {
            "name": _("Name of your organisation"),
            "kind": _("What it is"),
            "country": _("Country"),
            "language": _("Language"),
            "time_zone": _("Time zone"),
            "contact_line": _("How people reach you"),
        }
        help_texts = {
            "country": _("Phone numbers without a country code are read as numbers of this country."),
            "contact_line": _("Sent when somebody texts HELP, and shown on public pages."),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        codes = sorted(SUPPORTED_REGIONS)
        self.fields["country"] = _choice(self.fields["country"], [(code, code) for code in codes])
        zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
        self.fields["time_zone"] = _choice(self.fields["time_zone"], [(zone, zone) for zone in zones])
        self.fields["language"] = _choice(self.fields["language"], list(settings.LANGUAGES))

    def clean_branches(self) -> list[str]:
        return [name for line in self.cleaned_data["branches"].splitlines() if (name := line.strip())]


def _choice(field: forms.Field, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=field.label, help_text=field.help_text, initial=field.initial, choices=choices
    )

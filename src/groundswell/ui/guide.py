"""What the style guide shows: invented people, and numbers large and small."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from groundswell.ui.charts.bars import BarRow
from groundswell.ui.charts.intervals import IntervalRow
from groundswell.ui.charts.line import Point
from groundswell.ui.forms import FileDrop, RadioCards

PAGES = ("components", "forms", "charts", "desk", "people", "phone", "conversation", "petition", "problem")


@dataclass(frozen=True)
class SampleOrganisation:
    name: str = "Teachers United"
    accent: str = ""
    contact_line: str = "Teachers United, 12 Mill Lane, Leeds. Your data stays with us."


@dataclass(frozen=True)
class SampleViewer:
    """Sees every entry of the navigation."""

    membership: str = "Amina"
    organisation: SampleOrganisation = field(default_factory=SampleOrganisation)

    def may(self, right: str, /) -> bool:
        return True


class SampleForm(forms.Form):
    name = forms.CharField(label=_("Name"), help_text=_("As volunteers will read it."), max_length=40)
    message = forms.CharField(label=_("Message"), widget=forms.Textarea, required=False)
    branch = forms.ChoiceField(label=_("Branch"), choices=[("leeds", "Leeds"), ("york", "York")])
    share = forms.ChoiceField(
        label=_("Who texts whom"),
        choices=[("own", _("Their own branch")), ("any", _("Whoever is next"))],
        widget=RadioCards(
            lines={
                "own": _("Volunteers take people of their own branch."),
                "any": _("Anyone may take anyone."),
            }
        ),
    )
    channels = forms.MultipleChoiceField(
        label=_("May we use"),
        choices=[("text", _("Text")), ("call", _("Call"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    file = forms.FileField(label=_("Member list"), widget=FileDrop, required=False)
    agree = forms.BooleanField(label=_("I have the members' consent on paper"), required=False)


def samples(request: HttpRequest) -> dict[str, Any]:
    accent = request.GET.get("accent", "")
    return {
        "organisation": SampleOrganisation(accent=accent),
        "pages": PAGES,
        "form": SampleForm(initial={"name": "Ballot 2026", "share": "own"}),
        "wrong_form": SampleForm({"message": "Hello", "branch": "hull", "share": "own"}, prefix="wrong"),
        "steps": [_("Upload"), _("Columns"), _("Check"), _("Apply")],
        "bars": [
            BarRow("Leeds", 501, "44%", of=1140),
            BarRow("Sheffield Hallam and the Peak villages", 581, "57%", of=1020),
            BarRow("Hull", 0, "0%", of=690),
        ],
        "intervals": [
            IntervalRow("“closes Friday”", 43, 47, 51),
            IntervalRow("“your branch is 66 votes short”", 50, 54, 59),
        ],
        "points": [
            Point(f"{day} November", value, f"{value:,}")
            for day, value in zip(
                range(9, 21), (0, 310, 905, 1502, 1720, 1804, 2603, 3410, 4022, 4800, 5403, 5912), strict=True
            )
        ],
        "hours": [1, 3, 5, 2, 6, 4, 7, 9, 7],
        "long_name": "Maximiliane-Christophoros Featherstonehaugh van den Wijngaerden-Oyelaran",
    }

"""The steps of a campaign's set-up, one form each."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groundswell.consent.channels import Purpose
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Meaning, Script
from groundswell.outreach.script_templates import TEMPLATES
from groundswell.ui.forms import RadioCards

TEMPLATE = "template:"
GOALS = [Meaning.VOTED, Meaning.WANTS_TO_HELP]


class BasicsForm(forms.Form):
    name = forms.CharField(max_length=120, label=_("Name"), help_text=_("Volunteers see it, members do not."))
    group = forms.ModelChoiceField(
        Group.objects.none(),
        to_field_name="public_id",
        label=_("For which part of your organisation"),
        help_text=_("Nobody outside it and what is below it can be reached."),
        empty_label=None,
    )
    purpose = forms.ChoiceField(
        choices=Purpose.choices,
        label=_("What is it for?"),
        help_text=_("Only people who may be texted for this purpose are reached."),
        widget=RadioCards,
        initial=Purpose.MEMBERSHIP,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = Group.objects.filter(id__in=viewer.groups_with(Right.RUN_CAMPAIGNS)).order_by("path")
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]


class MessageForm(forms.Form):
    message = forms.CharField(
        max_length=1000,
        strip=True,
        label=_("First message"),
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "true"}),
    )


class ScriptForm(forms.Form):
    script = forms.ChoiceField(label=_("Script"), required=False, widget=RadioCards)
    goal = forms.ChoiceField(
        label=_("When has somebody done it?"),
        required=False,
        help_text=_("Whoever gives this answer gets no first messages or follow-ups any more."),
        choices=[("", _("Nothing in particular")), *((goal.value, goal.label) for goal in GOALS)],
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scripts = Script.objects.visible_to(viewer).order_by("-id")[:50]
        lines = {TEMPLATE + template.key: template.line for template in TEMPLATES.values()}
        self.fields["script"].widget.lines = lines
        self.fields["script"].choices = [  # type: ignore[attr-defined]
            *((str(script.public_id), script.name) for script in scripts),
            *((TEMPLATE + t.key, _("New, from “%(name)s”") % {"name": t.name}) for t in TEMPLATES.values()),
            (TEMPLATE, _("New and empty")),
            ("", _("No script")),
        ]


class LimitsForm(forms.Form):
    """Moments are in the organisation's time zone, which is active while a member's page is made."""

    closes_at = forms.DateTimeField(
        label=_("Closes"),
        required=False,
        help_text=_("After it nothing is sent."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    threshold_percent = forms.IntegerField(
        label=_("Threshold, in percent"),
        required=False,
        min_value=1,
        max_value=100,
        help_text=_("The turnout each branch needs, for the missing votes in the results."),
    )
    papers_until = forms.DateTimeField(
        label=_("Last moment to ask for a new ballot paper"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    batch_size = forms.IntegerField(
        label=_("People a volunteer takes at a time"),
        min_value=1,
        max_value=200,
        initial=40,
        help_text=_("Untouched ones go back after twelve hours."),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        closes, papers = values.get("closes_at"), values.get("papers_until")
        if closes and closes <= timezone.now():
            self.add_error("closes_at", _("This moment has passed. Choose a later one."))
        if closes and papers and papers > closes:
            self.add_error("papers_until", _("This is after the campaign closes."))
        return values


class StartForm(forms.Form):
    typed = forms.CharField(
        max_length=12,
        label=_("Type the number of conversations"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "narrow"}),
    )

    def clean_typed(self) -> int:
        """With or without the reader's thousands separators."""
        digits = "".join(character for character in self.cleaned_data["typed"] if character.isdecimal())
        return int(digits or 0)

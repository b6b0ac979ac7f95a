from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.outreach.merge import validate
from groundswell.outreach.models import Answer, Meaning, Script
from groundswell.people.models import Tag


class NewScriptForm(forms.Form):
    name = forms.CharField(max_length=120, label=_("Name"))


class QuestionForm(forms.Form):
    text = forms.CharField(
        max_length=200,
        label=_("Question"),
        help_text=_("For the volunteer, about the person: “Have they voted?”"),
    )


class AnswerForm(forms.Form):
    label = forms.CharField(max_length=80, label=_("Answer"))
    meaning = forms.ChoiceField(
        choices=[("", _("Nothing in particular")), *Meaning.choices],
        required=False,
        label=_("What it means"),
        help_text=_("Groundswell acts on it: counts the vote, orders the paper, stops the texts."),
    )
    suggested_reply = forms.CharField(
        max_length=1000,
        required=False,
        label=_("Suggested reply"),
        help_text=_("The volunteer can change it before it is sent."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tag = forms.ModelChoiceField(
        Tag.objects.none(), required=False, label=_("Tag to put on them"), empty_label=_("No tag")
    )

    def __init__(self, *args: Any, script: Script, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tags = Tag.objects.filter(organisation_id=script.organisation_id, deleted_at=None)
        self.fields["tag"].queryset = tags.order_by("name")  # type: ignore[attr-defined]

    @classmethod
    def of(cls, answer: Answer, script: Script) -> "AnswerForm":
        """Filled with what the answer is now; each has ids of its own on the page."""
        values = {
            "label": answer.label,
            "meaning": answer.meaning,
            "suggested_reply": answer.suggested_reply,
            "tag": answer.tag_id,
        }
        return cls(initial=values, script=script, auto_id=f"a{answer.id}-%s")

    def clean_suggested_reply(self) -> str:
        reply: str = self.cleaned_data["suggested_reply"]
        for problem in validate(reply):
            raise forms.ValidationError(problem)
        return reply

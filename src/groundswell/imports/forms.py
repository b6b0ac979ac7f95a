from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.consent.channels import Basis, Channel, Purpose
from groundswell.imports.errors import EvidenceMissing
from groundswell.imports.models import ImportRun
from groundswell.imports.registry import column_kinds
from groundswell.imports.selectors import Column
from groundswell.orgs.models import Group
from groundswell.ui.forms import FileDrop


class UploadForm(forms.Form):
    """A file, or cells copied from a spreadsheet, and the group below which these people belong."""

    file = forms.FileField(
        label=_("A file"),
        help_text=_("CSV, XLSX, ODS or XLS, up to 25 MB. The first row names the columns."),
        required=False,
        widget=FileDrop(words=_("Choose the member list, or drop it here")),
    )
    pasted = forms.CharField(
        label=_("Or paste from a spreadsheet"),
        required=False,
        max_length=4_000_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )
    group = forms.ModelChoiceField(
        label=_("Load them into"),
        help_text=_("New branches are made below this group."),
        queryset=Group.objects.none(),
        empty_label=None,
    )

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        if len(groups) == 1:
            self.fields["group"].initial = groups[0]
            self.fields["group"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("file") and not (given.get("pasted") or "").strip() and not self.errors:
            raise forms.ValidationError(_("Choose a file, or paste some rows."))
        return given

    @property
    def file_name(self) -> str:
        file = self.cleaned_data.get("file")
        return file.name if file else str(_("Pasted rows"))

    @property
    def source(self) -> bytes | str:
        file = self.cleaned_data.get("file")
        return bytes(file.read()) if file else str(self.cleaned_data["pasted"])


class ColumnsForm(forms.Form):
    """What each column is."""

    def __init__(self, *args: Any, columns: Iterable[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.key, kind.label) for kind in column_kinds]
        choices.sort(key=lambda choice: choice[0] == "ignore")
        self.columns = list(columns)
        for column in self.columns:
            self.fields[f"column_{column.place}"] = forms.ChoiceField(
                label=column.header, choices=choices, initial=column.kind
            )

    @property
    def rows(self) -> list[tuple[Column, forms.BoundField]]:
        return [(column, self[f"column_{column.place}"]) for column in self.columns]

    @property
    def kinds(self) -> list[str]:
        return [self.cleaned_data[f"column_{column.place}"] for column in self.columns]


class SourceForm(forms.Form):
    """The lawful basis per purpose and channel, and the evidence."""

    evidence = forms.CharField(
        label=_("How can you show it?"),
        help_text=_(
            "The form they signed, the rule in the rule book, the date. It is kept with each person."
        ),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, run: ImportRun, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = run.source.get("bases", {})
        self.fields["evidence"].initial = run.source.get("evidence", "")
        for purpose in Purpose:
            for channel in Channel:
                self.fields[f"{purpose}_{channel}"] = forms.ChoiceField(
                    label=channel.label,
                    choices=[(Basis.UNKNOWN, Basis.UNKNOWN.label), *_known_bases()],
                    initial=said.get(channel, {}).get(purpose, Basis.UNKNOWN),
                )

    def clean(self) -> dict[str, Any]:
        """Where there is a basis there must be something to show for it."""
        super().clean()
        says_something = any(basis != Basis.UNKNOWN for basis in self.bases.values())
        if says_something and not self.cleaned_data.get("evidence", "").strip():
            self.add_error("evidence", str(EvidenceMissing.message))
        return self.cleaned_data

    @property
    def purposes(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [
            (str(purpose.label), [self[f"{purpose}_{channel}"] for channel in Channel]) for purpose in Purpose
        ]

    @property
    def bases(self) -> dict[tuple[Channel, Purpose], Basis]:
        return {
            (channel, purpose): Basis(self.cleaned_data.get(f"{purpose}_{channel}", Basis.UNKNOWN))
            for channel in Channel
            for purpose in Purpose
        }


def _known_bases() -> list[tuple[str, Any]]:
    return [(basis.value, basis.label) for basis in Basis if basis != Basis.UNKNOWN]

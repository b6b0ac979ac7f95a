from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from groundswell.accounts.models import User
from groundswell.orgs.default_agreement import Question
from groundswell.orgs.models import Group, Role


class QuestionsForm(forms.Form):
    """The questions on the agreement; a wrong answer explains, and one may try again."""

    def __init__(self, questions: list[Question], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for number, question in enumerate(questions):
            self.fields[f"question_{number}"] = forms.TypedChoiceField(
                label=question["question"],
                coerce=int,
                choices=list(enumerate(question["choices"])),
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number, question in enumerate(self.questions):
            answer = given.get(f"question_{number}")
            if answer is not None and answer != question["right"]:
                self.add_error(f"question_{number}", question["because"])
        return given


class NewLoginForm(forms.Form):
    """A name and an address; then a password, or a passkey on the page after this one."""

    name = forms.CharField(
        label=_("Your name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("A password"),
        help_text=_("At least 10 characters. Three words you can remember are better than one odd word."),
        strip=False,
        error_messages={"required": _("Choose a password, or use a passkey instead.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, with_passkey: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.with_passkey = with_passkey
        self.fields["password"].required = not with_passkey
        self.fields["password"].widget.is_required = False  # the passkey button sends no password

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(
                _("There is a login with this address. Choose “I have a login” to use it.")
            )
        return email

    def clean_password(self) -> str:
        if self.with_passkey:
            return ""
        password = str(self.cleaned_data["password"])
        user = User(name=self.cleaned_data.get("name", ""), email=self.cleaned_data.get("email", ""))
        validate_password(password, user)
        return password


class GroupForm(forms.ModelForm[Group]):
    class Meta:
        model = Group
        fields = ["name", "kind"]
        labels = {"name": _("Name"), "kind": _("Kind")}


class MoveForm(forms.Form):
    parent = forms.ModelChoiceField(label=_("Below"), queryset=Group.objects.none())

    def __init__(self, groups: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = groups  # type: ignore[attr-defined]


class BranchNamesForm(forms.Form):
    names = forms.CharField(
        label=_("Names, one per line"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_names(self) -> list[str]:
        return [name for line in self.cleaned_data["names"].splitlines() if (name := line.strip())]


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, roles: list[Role], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]


class InvitationForm(RoleForm):
    name = forms.CharField(label=_("Name"), max_length=100, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)


class SheetForm(forms.Form):
    file = forms.FileField(label=_("A file (CSV or XLSX)"), required=False)
    pasted = forms.CharField(
        label=_("Or paste from a spreadsheet"),
        required=False,
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 8, "placeholder": _("Name, E-mail, Branch, Role")}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("file") and not given.get("pasted"):
            raise forms.ValidationError(_("Choose a file or paste rows."))
        return given

    @property
    def source(self) -> bytes | str:
        file = self.cleaned_data.get("file")
        return bytes(file.read()) if file else str(self.cleaned_data["pasted"])

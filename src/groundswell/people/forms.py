from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.people.access import groups_of_people_for
from groundswell.people.addresses import read_email, read_number
from groundswell.people.errors import EmailUnreadable, PhoneUnreadable
from groundswell.people.models import Person


class MembersForm(forms.Form):
    """A form that knows who fills it in."""

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer


class PhoneForm(MembersForm):
    phone = forms.CharField(
        label=_("Mobile or phone"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        try:
            return read_number(phone, self.viewer.organisation).e164 if phone else ""
        except PhoneUnreadable as error:
            raise ValidationError(str(error.message)) from error


class EmailForm(MembersForm):
    email = forms.CharField(
        label=_("E-mail"),
        max_length=200,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        try:
            return read_email(email) if email else ""
        except EmailUnreadable as error:
            raise ValidationError(str(error.message)) from error


class DetailsForm(MembersForm):
    """Who somebody is; everything but their numbers and addresses."""

    given_name = forms.CharField(label=_("First name"), max_length=80, required=False)
    family_name = forms.CharField(label=_("Family name"), max_length=80, required=False)
    group = forms.ModelChoiceField(
        Group.objects.none(), to_field_name="public_id", label=_("Branch"), empty_label=None
    )
    how_we_know = forms.CharField(
        label=_("How we know them"),
        help_text=_("One sentence that tells a colleague who this is and what we can ask."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    external_id = forms.CharField(label=_("Membership number"), max_length=60, required=False)
    town = forms.CharField(label=_("Town"), max_length=80, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=16, required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        self.person = person
        self.fields["group"].queryset = groups_of_people_for(viewer, Right.CHANGE_PEOPLE)  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", _("The organisation's")), *settings.LANGUAGES]  # type: ignore[attr-defined]

    def clean_external_id(self) -> str:
        external_id: str = self.cleaned_data["external_id"]
        others = Person.objects.alive().filter(
            organisation=self.viewer.organisation_id, external_id=external_id
        )
        if external_id and others.exclude(pk=self.person.pk if self.person else 0).exists():
            raise ValidationError(_("Somebody else has this membership number."))
        return external_id


class NewPersonForm(PhoneForm, EmailForm, DetailsForm):
    """Adding someone: whichever of name, number and address one has."""

    field_order = ("given_name", "family_name", "phone", "email", "group", "how_we_know")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        known = ("given_name", "family_name", "phone", "email")
        if not self.errors and not any(cleaned.get(name) for name in known):
            raise ValidationError(_("Give at least a name, a number or an e-mail address."))
        return cleaned

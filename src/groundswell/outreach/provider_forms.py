import re
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from groundswell.gateways.network import AddressNotAllowed
from groundswell.gateways.sms.contract import SettingSpec, SmsGateway
from groundswell.kernel.phones import read_phone
from groundswell.outreach.credentials import check_address
from groundswell.outreach.models import ProviderConnection, Sender

SHORT_CODE = re.compile(r"\d{3,8}")


class ConnectionForm(forms.Form):
    """Asks what a gateway declares, and nothing it does not."""

    label = forms.CharField(label=_("Name"), max_length=80, help_text=_("How you recognise this account."))

    def __init__(
        self, *args: Any, gateway: SmsGateway, saved: ProviderConnection | None = None, **kwargs: Any
    ):
        self.gateway, self.saved = gateway, saved
        super().__init__(*args, **{"initial": _initial(gateway, saved)} | kwargs)
        for spec in gateway.settings:
            self.fields[spec.name] = self._field(spec)
        self.fields["parts_per_second"] = forms.IntegerField(
            label=_("Parts a second, for the whole account"),
            min_value=1,
            max_value=1000,
            help_text=_(
                "A long text counts as several parts. Ask your provider; too fast gets texts refused."
            ),
        )
        self.fields["address"] = forms.CharField(
            label=_("Another address"),
            required=False,
            max_length=200,
            help_text=_("Only for a regional address, a proxy or a carrier of your own. Usually: %(usual)s")
            % {"usual": gateway.usual_address},
        )

    @property
    def answers(self) -> dict[str, Any]:
        """As connect_provider and change_provider take them."""
        data = self.cleaned_data
        specs = self.gateway.settings
        return {
            "label": data["label"],
            "address": data["address"],
            "parts_per_second": data["parts_per_second"],
            "settings": {spec.name: data[spec.name] for spec in specs if not spec.secret and data[spec.name]},
            "credentials": {spec.name: data[spec.name] for spec in specs if spec.secret},
        }

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"].strip().rstrip("/")
        try:
            check_address(address)
        except AddressNotAllowed as error:
            raise forms.ValidationError(str(error.message)) from error
        return address

    def _field(self, spec: SettingSpec) -> forms.Field:
        keep = spec.secret and self.saved is not None
        checks = (
            [RegexValidator(f"^(?:{spec.pattern})$", _("This does not look right."))] if spec.pattern else []
        )
        return forms.CharField(
            label=str(spec.label),
            required=spec.required and not keep,
            max_length=500,
            validators=checks,
            help_text=self._saved_on() if keep else str(spec.hint),
            widget=_SecretInput() if spec.secret else forms.TextInput(attrs={"autocomplete": "off"}),
        )

    def _saved_on(self) -> str:
        assert self.saved
        day = date_format(self.saved.connected_at, "DATE_FORMAT")
        return str(_("Saved on %(day)s. Leave it empty to keep it.") % {"day": day})


class SenderForm(forms.Form):
    number = forms.CharField(
        label=_("Number"),
        max_length=30,
        help_text=_("With its country, such as +44 7400 123456. Or a short code."),
    )
    parts_per_second = forms.IntegerField(
        label=_("Parts a second"),
        min_value=1,
        max_value=1000,
        initial=1,
        help_text=_("A usual mobile number: 1."),
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any):
        self.country = country
        super().__init__(*args, **kwargs)

    def clean_number(self) -> str:
        typed: str = self.cleaned_data["number"].strip()
        if SHORT_CODE.fullmatch(typed):
            return typed
        return _read(typed, self.country)


class TestTextForm(forms.Form):
    __test__ = False  # no test class, whatever pytest thinks of its name

    sender = forms.ModelChoiceField(
        Sender.objects.none(), label=_("From"), to_field_name="public_id", empty_label=None
    )
    recipient = forms.CharField(
        label=_("Your own mobile"),
        max_length=30,
        help_text=_("Used once for this test and kept nowhere."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, connection: ProviderConnection, **kwargs: Any):
        self.country = connection.organisation.country
        super().__init__(*args, **kwargs)
        self.fields["sender"].queryset = connection.senders.filter(retired_at=None).order_by("id")  # type: ignore[attr-defined]

    def clean_recipient(self) -> str:
        return _read(self.cleaned_data["recipient"], self.country)


class _SecretInput(forms.PasswordInput):
    """Never filled in again, neither by us nor by the browser."""

    def __init__(self) -> None:
        super().__init__(attrs={"autocomplete": "new-password", "spellcheck": "false"}, render_value=False)


def _read(typed: str, country: str) -> str:
    phone = read_phone(typed, country)
    if phone is None:
        raise forms.ValidationError(
            _("This is no phone number we can read. Write it with its country: +44 ...")
        )
    return phone.e164


def _initial(gateway: SmsGateway, saved: ProviderConnection | None) -> dict[str, Any]:
    if saved is None:
        return {"label": str(gateway.label), "parts_per_second": 10}
    own = {"label": saved.label, "address": saved.address, "parts_per_second": saved.parts_per_second}
    return {**saved.settings, **own}

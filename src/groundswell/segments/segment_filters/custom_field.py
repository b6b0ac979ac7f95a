from typing import Any

from django import forms
from django.db.models import Func, Q, TextField, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import IExact
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.people.models import CustomField
from groundswell.segments.registry import Cleaned, FilterForm, SegmentFilter, segment_filter


class CustomText(Func):
    """What a person's custom column holds, as text. (Django reads a key of digits as a list index.)"""

    output_field = TextField()

    def __init__(self, field_id: int) -> None:
        super().__init__("custom")
        self.field_id = int(field_id)

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        path = f"""'$."{self.field_id}"'"""
        return self.as_sql(compiler, connection, template=f"json_extract(%(expressions)s, {path})", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, template=f"(%(expressions)s ->> '{self.field_id}')", **extra)


class CustomFieldForm(FilterForm):
    field = forms.ModelChoiceField(
        CustomField.objects.none(),
        to_field_name="public_id",
        label=gettext_lazy("Column"),
        error_messages={"invalid_choice": gettext_lazy("This column no longer exists.")},
    )
    value = forms.CharField(max_length=100, label=gettext_lazy("Is exactly"))

    def narrow(self) -> None:
        fields = CustomField.objects.filter(organisation=self.organisation, deleted_at=None).order_by("label")
        self.fields["field"].queryset = fields  # type: ignore[attr-defined]


@segment_filter
class CustomFieldFilter(SegmentFilter):
    key = "custom_field"
    label = gettext_lazy("A column of yours is exactly")
    group = gettext_lazy("Who they are")
    form = CustomFieldForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        held = Coalesce(CustomText(chosen["field"].id), Value(""), output_field=TextField())
        return Q(IExact(held, chosen["value"]))

    def sentence(self, chosen: Cleaned) -> str:
        return _("has %(field)s “%(value)s”") % {"field": chosen["field"].label, "value": chosen["value"]}

    def opposite(self, chosen: Cleaned) -> str:
        return _("does not have %(field)s “%(value)s”") % {
            "field": chosen["field"].label,
            "value": chosen["value"],
        }

"""Values on their way into and out of the change log."""

import base64
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, JSONField, Model

from groundswell.kernel.fields import Sealed, SealedField


def pack(value: Any) -> Any:
    """As JSON; a sealed value stays sealed."""
    if isinstance(value, Sealed):
        return base64.b64encode(value.blob).decode()
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def unpack(field: "Field[Any, Any]", packed: Any) -> Any:
    """What `pack` made, as the field holds it."""
    if packed is None or isinstance(field, JSONField):
        return packed
    if isinstance(field, SealedField):
        return Sealed(field.label, base64.b64decode(packed))
    return field.to_python(packed)


def pack_row(row: Model) -> dict[str, Any]:
    """Every column of a row, for rows that come or go as a whole."""
    return {field.attname: pack(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def unpack_row(model: type[Model], packed: dict[str, Any]) -> Model:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: unpack(fields[name], value) for name, value in packed.items() if name in fields})

from typing import TYPE_CHECKING, Any

from django.db import models

from groundswell.kernel.sealed import seal, unseal

if TYPE_CHECKING:
    BinaryField = models.BinaryField[Any, Any]
    CharField = models.CharField[Any, Any]
else:
    BinaryField = models.BinaryField
    CharField = models.CharField


class Sealed:
    """A value that stays closed until somebody asks: it never shows itself in a log or a page."""

    __slots__ = ("blob", "label")

    def __init__(self, label: str, blob: bytes) -> None:
        self.label = label
        self.blob = blob

    @classmethod
    def of(cls, label: str, text: str) -> "Sealed":
        return cls(label, seal(label, text))

    def open(self) -> str:
        return unseal(self.label, self.blob)

    def __repr__(self) -> str:
        return f"<sealed {self.label}>"

    __str__ = __repr__


class SealedField(BinaryField):
    """Stores text sealed under a label; reads back a `Sealed`, to be opened where it is needed."""

    def __init__(self, label: str = "", *args: Any, **kwargs: Any) -> None:
        self.label = label
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.label, *args], kwargs

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        return None if value is None else Sealed(self.label, bytes(value))

    def get_prep_value(self, value: Any) -> Any:
        return self._blob(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return super().get_db_prep_value(self._blob(value), connection, prepared)

    def _blob(self, value: Any) -> Any:
        if isinstance(value, Sealed):
            return value.blob
        if isinstance(value, str):
            return seal(self.label, value)
        return value


class ExactCharField(CharField):
    """Compared and sorted byte by byte on every database (collation "C" on PostgreSQL)."""

    def db_parameters(self, connection: Any) -> Any:
        parameters = super().db_parameters(connection)
        parameters["collation"] = "C" if connection.vendor == "postgresql" else None
        return parameters

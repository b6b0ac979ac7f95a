"""`filter(id__among=Many(ids))`: `IN` for thousands of values, sent as one parameter.

Django prepares each value of an `__in` list by itself; a chunk of an import paid more for that than to read.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Field, ForeignObject, Lookup


class Many:
    """Values to look for: whole numbers, or texts; what cannot be iterated Django leaves alone."""

    def __init__(self, values: Iterable[int | str]) -> None:
        self.values = list(values)


@ForeignObject.register_lookup
@Field.register_lookup
class Among(Lookup):
    """True for rows whose value is one of `Many`."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        values = json.dumps(self.rhs.values)
        return f"{column} IN (SELECT value FROM json_each(%s))", (*parameters, values)  # noqa: S608

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", (*parameters, self.rhs.values)

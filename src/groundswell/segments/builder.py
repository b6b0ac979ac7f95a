"""A filter tree as it is being clicked together: what the page shows, and what each button does to it.

The page sends back the shape (which filters, in which groups) as JSON and the fields of each filter
under its place in the tree: "0-2-tag" is the field `tag` of the third node of the first group.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from groundswell.orgs.models import Organisation
from groundswell.segments.algebra import MAX_DEPTH, MAX_NODES, BadFilter, Definition
from groundswell.segments.registry import FilterForm, SegmentFilter, segment_filters

MAX_SHAPE = 20_000


@dataclass
class Part:
    """A filter (`key` set) or a group of parts; `place` is its way down from the top."""

    key: str = ""
    params: dict[str, str] = field(default_factory=dict)
    joined: str = "all"
    parts: "list[Part]" = field(default_factory=list)
    negated: bool = False
    place: str = ""
    form: FilterForm | None = None

    @property
    def kind(self) -> SegmentFilter:
        return segment_filters.get(self.key)

    @property
    def is_top(self) -> bool:
        return self.place == ""

    @property
    def may_nest(self) -> bool:
        return self.place.count("-") + 3 < MAX_DEPTH


class Builder:
    """`edit` applies a button; `definition` is what would be saved."""

    def __init__(self, top: Part, organisation: Organisation) -> None:
        self.top = top
        self.organisation = organisation
        self._give_places()

    @classmethod
    def of(cls, definition: Definition, organisation: Organisation) -> "Builder":
        top = _from_definition(definition) if definition else Part()
        if top.key or top.negated:
            top = Part(parts=[top])
        builder = cls(top, organisation)
        builder.give_forms()
        return builder

    @classmethod
    def from_post(cls, data: Mapping[str, str], organisation: Organisation) -> "Builder":
        """Raises BadFilter for a shape we did not make."""
        builder = cls(_read_shape(data.get("shape", "")), organisation)
        builder.give_forms(data)
        return builder

    @property
    def shape(self) -> str:
        return json.dumps(_shape(self.top))

    @property
    def definition(self) -> Definition:
        """Everyone, when nothing was added."""
        return _to_definition(self.top) if self.top.parts else {}

    def edit(self, operation: str, choices: Mapping[str, str]) -> None:
        """`operation` is the value of a button: a verb and a place, as in "remove:0-2"."""
        verb, _colon, place = operation.partition(":")
        part = self._find(place)
        if part is None or verb not in OPERATIONS:
            raise BadFilter(_("That part of the question is no longer there."))
        OPERATIONS[verb](self, part, choices)
        self._give_places()
        self.give_forms()

    def give_forms(self, data: Mapping[str, str] | None = None) -> None:
        """A form for each filter: filled from the page, or from what was chosen before."""
        for part in self._walk(self.top):
            if part.key:
                part.form = self._form(part, data)

    def _form(self, part: Part, data: Mapping[str, str] | None) -> FilterForm:
        form_class = part.kind.form
        if data is None:
            return form_class(
                initial=part.params or None, prefix=part.place, organisation=self.organisation, auto_id="%s"
            )
        form = form_class(data, prefix=part.place, organisation=self.organisation, auto_id="%s")
        part.params = {name: str(data.get(form.add_prefix(name), ""))[:200] for name in form.fields}
        return form

    def _give_places(self) -> None:
        self.top.place = ""
        for part in self._walk(self.top):
            for number, child in enumerate(part.parts):
                child.place = f"{part.place}-{number}".lstrip("-")

    def _find(self, place: str) -> Part | None:
        return next((part for part in self._walk(self.top) if part.place == place), None)

    def _parent(self, part: Part) -> Part:
        return next(group for group in self._walk(self.top) if part in group.parts)

    def _walk(self, part: Part) -> Iterator[Part]:
        yield part
        for child in part.parts:
            yield from self._walk(child)

    def _add(self, group: Part, choices: Mapping[str, str]) -> None:
        group.parts.append(_new_part(choices.get(f"kind-{group.place}", "")))

    def _add_group(self, group: Part, choices: Mapping[str, str]) -> None:
        first = _new_part(choices.get(f"kind-{group.place}", ""))
        other = "any" if group.joined == "all" else "all"
        group.parts.append(Part(joined=other, parts=[first]))

    def _remove(self, part: Part, choices: Mapping[str, str]) -> None:
        if part.is_top:
            part.parts = []
            return
        group = self._parent(part)
        group.parts.remove(part)
        if not group.parts and not group.is_top:
            self._remove(group, choices)

    def _join(self, group: Part, choices: Mapping[str, str]) -> None:
        group.joined = "any" if group.joined == "all" else "all"

    def _negate(self, part: Part, choices: Mapping[str, str]) -> None:
        if not part.is_top:
            part.negated = not part.negated


OPERATIONS: dict[str, Callable[[Builder, Part, Mapping[str, str]], None]] = {
    "add": Builder._add,
    "group": Builder._add_group,
    "remove": Builder._remove,
    "join": Builder._join,
    "not": Builder._negate,
}


def _new_part(key: str) -> Part:
    if key not in segment_filters:
        raise BadFilter(_("Choose a filter to add."))
    return Part(key=key)


def _read_shape(raw: str) -> Part:
    if not raw:
        return Part()
    try:
        loaded = json.loads(raw[:MAX_SHAPE])
    except (ValueError, RecursionError):
        raise BadFilter(_("A part of this question cannot be read.")) from None
    counter = iter(range(MAX_NODES))
    top = _part_of(loaded, depth=0, counter=counter)
    return top if not top.key else Part(parts=[top])


def _part_of(raw: Any, *, depth: int, counter: Iterator[int]) -> Part:
    if not isinstance(raw, dict) or depth > MAX_DEPTH or next(counter, None) is None:
        raise BadFilter(_("This question is too long. Save a part of it as a segment of its own."))
    negated = raw.get("not") is True
    if "filter" in raw:
        part = _new_part(str(raw["filter"]))
        part.negated = negated
        return part
    children = raw.get("parts")
    if not isinstance(children, list):
        raise BadFilter(_("A part of this question cannot be read."))
    parts = [_part_of(child, depth=depth + 1, counter=counter) for child in children]
    return Part(joined="any" if raw.get("join") == "any" else "all", parts=parts, negated=negated)


def _shape(part: Part) -> dict[str, Any]:
    if part.key:
        return {"filter": part.key, "not": part.negated}
    return {"join": part.joined, "not": part.negated, "parts": [_shape(child) for child in part.parts]}


def _to_definition(part: Part) -> Definition:
    if part.key:
        node: Definition = {"filter": part.key, **part.params}
    else:
        node = {part.joined: [_to_definition(child) for child in part.parts]}
    return {"not": node} if part.negated else node


def _from_definition(node: Definition) -> Part:
    """Of a definition that has been checked before it was stored."""
    if "not" in node:
        part = _from_definition(node["not"])
        part.negated = not part.negated
        return part
    if "filter" in node:
        params = {name: str(value) for name, value in node.items() if name != "filter"}
        return Part(key=node["filter"], params=params)
    joined, children = next(iter(node.items()))
    return Part(joined=joined, parts=[_from_definition(child) for child in children])

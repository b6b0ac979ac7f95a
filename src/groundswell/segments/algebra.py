"""From an untrusted filter tree to one database condition.

    {"all": [node, ...]} | {"any": [node, ...]} | {"not": node} | {"filter": "tag", "tag": "..."}

An empty definition, or an empty "all" at the top, is everyone.
"""

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any, TypeAlias

from django.db.models import Q
from django.utils.translation import gettext as _

from groundswell.kernel.errors import BadInput
from groundswell.orgs.models import Organisation
from groundswell.segments.registry import Cleaned, SegmentFilter, segment_filters

MAX_DEPTH = 5
MAX_NODES = 60
MAX_VALUE = 200

Definition: TypeAlias = dict[str, Any]


class BadFilter(BadInput):
    """A filter tree that cannot be understood; says which part and why."""


@dataclass(frozen=True)
class Leaf:
    filter: SegmentFilter
    chosen: Cleaned


@dataclass(frozen=True)
class Group:
    """`joined` is "all" or "any"."""

    joined: str
    nodes: "tuple[Node, ...]"


@dataclass(frozen=True)
class Not:
    node: "Node"


Node: TypeAlias = Leaf | Group | Not


def compile_filter(definition: Definition, *, organisation: Organisation) -> Q:
    """The condition on Person for a definition; raises BadFilter in plain words."""
    return _to_q(parse(definition, organisation=organisation), organisation)


def parse(definition: Definition, *, organisation: Organisation) -> Node:
    """The checked tree: known filters, valid values of this organisation, bounded depth and size."""
    if definition in ({}, {"all": []}):
        return Group("all", ())
    return _Parser(organisation).node(definition, depth=1)


def _to_q(node: Node, organisation: Organisation) -> Q:
    if isinstance(node, Leaf):
        return node.filter.to_q(node.chosen, organisation)
    if isinstance(node, Not):
        return ~_to_q(node.node, organisation)
    join = or_ if node.joined == "any" else and_
    return reduce(join, (_to_q(child, organisation) for child in node.nodes), Q())


class _Parser:
    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.nodes_left = MAX_NODES

    def node(self, raw: object, depth: int) -> Node:
        self.nodes_left -= 1
        if depth > MAX_DEPTH or self.nodes_left < 0:
            raise BadFilter(_("This question is too long. Save a part of it as a segment of its own."))
        if not isinstance(raw, dict):
            raise BadFilter(_("A part of this question cannot be read."))
        if "filter" in raw:
            return self._leaf(raw)
        if len(raw) == 1 and "not" in raw:
            return Not(self.node(raw["not"], depth + 1))
        if len(raw) == 1 and raw.keys() <= {"all", "any"}:
            return self._group(*raw.items(), depth=depth)
        raise BadFilter(_("A part of this question cannot be read."))

    def _group(self, item: tuple[str, object], *, depth: int) -> Group:
        joined, children = item
        if not isinstance(children, list) or not children:
            raise BadFilter(_("A group of filters is empty. Add a filter to it or take it away."))
        return Group(joined, tuple(self.node(child, depth + 1) for child in children))

    def _leaf(self, raw: dict[str, Any]) -> Leaf:
        key, values = raw["filter"], {name: value for name, value in raw.items() if name != "filter"}
        if not isinstance(key, str) or key not in segment_filters:
            raise BadFilter(_("There is no such filter here. Take it away to go on."))
        kind = segment_filters.get(key)
        return Leaf(kind, self._chosen(kind, values))

    def _chosen(self, kind: SegmentFilter, values: dict[str, Any]) -> Cleaned:
        if not all(_is_plain(value) for value in values.values()):
            raise BadFilter(_("A part of this question cannot be read."))
        form = kind.form(values, organisation=self.organisation)
        if not form.is_valid():
            problem = next(iter(form.errors.values()))[0]
            raise BadFilter(f"{kind.label}: {problem}")
        return form.cleaned_data


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int) and len(str(value)) <= MAX_VALUE

"""Reads a definition back as one sentence, in the reader's language."""

from django.utils.translation import gettext as _

from groundswell.orgs.models import Organisation
from groundswell.segments.algebra import Definition, Group, Leaf, Node, Not, parse


def read_back(definition: Definition, *, organisation: Organisation) -> str:
    """ "Everyone who has the tag van and was not contacted for 60 days". Raises BadFilter."""
    tree = parse(definition, organisation=organisation)
    if isinstance(tree, Group) and not tree.nodes:
        return _("Everyone")
    return _("Everyone who %(conditions)s") % {"conditions": _say(tree, inside=False)}


def _say(node: Node, *, inside: bool) -> str:
    if isinstance(node, Leaf):
        return node.filter.sentence(node.chosen)
    if isinstance(node, Not):
        return _say_not(node.node)
    words = _join([_say(child, inside=len(node.nodes) > 1) for child in node.nodes], node.joined)
    return f"({words})" if inside and len(node.nodes) > 1 else words


def _say_not(node: Node) -> str:
    if isinstance(node, Leaf) and (opposite := node.filter.opposite(node.chosen)):
        return opposite
    if isinstance(node, Not):
        return _say(node.node, inside=True)
    return _("is not someone who %(conditions)s") % {"conditions": _say(node, inside=True)}


def _join(parts: list[str], joined: str) -> str:
    word = _(" or ") if joined == "any" else _(" and ")
    return word.join(parts)

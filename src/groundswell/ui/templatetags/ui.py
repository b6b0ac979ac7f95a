"""Icons, navigation and the small parts of a page that need more than an include."""

from typing import Any

import heroicons
from django import template
from django.template.context import RequestContext
from django.utils.safestring import SafeString, mark_safe

from groundswell.ui.accent import HEX
from groundswell.ui.navigation import links_for, search_for

register = template.Library()


@register.simple_tag
def icon(name: str, *, label: str = "", style: str = "outline", css: str = "") -> SafeString:
    """A Heroicon by its own name; hidden from screen readers unless it has a label."""
    attributes: dict[str, object] = {"class": f"icon {css}".strip()}
    attributes |= {"role": "img", "aria-label": str(label)} if label else {"aria-hidden": "true"}
    return mark_safe(heroicons._render_icon(style, str(name), None, attributes))  # noqa: S308


@register.inclusion_tag("ui/layouts/side.html", takes_context=True)
def navigation(context: RequestContext) -> dict[str, Any]:
    request = context["request"]
    viewer = getattr(request, "viewer", None)
    links = links_for(viewer, request.path)
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "viewer": viewer,
        "search": search_for(viewer),
        "links": [link for link in links if not link.foot],
        "foot_links": [link for link in links if link.foot],
    }


@register.simple_tag(takes_context=True)
def accent_colour(context: RequestContext) -> str:
    """Six hex digits for the accent stylesheet's address, or nothing."""
    organisation = context.get("organisation") or getattr(
        getattr(context.get("request"), "viewer", None), "organisation", None
    )
    match = HEX.fullmatch(getattr(organisation, "accent", "") or "")
    return match.group(1).lower() if match else ""


@register.filter
def initials(name: object) -> str:
    """ "Dunya Aydın" is DA; one word gives its first two letters."""
    words = str(name).split()
    letters = words[0][:2] if len(words) == 1 else "".join(word[0] for word in words[:1] + words[-1:])
    return letters.upper()

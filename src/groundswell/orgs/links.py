"""Addresses of personal links, and their QR codes."""

import segno
from django.conf import settings
from django.urls import reverse


def invitation_url(token: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{reverse('invitation', args=[token])}"


def join_url(token: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{reverse('join', args=[token])}"


def qr_svg(url: str) -> str:
    """An SVG without styles or script, as large as its frame."""
    code = segno.make(url, error="m")
    return str(code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None))

"""An organisation's own colour, moved just far enough to be read (WCAG 2.2: 4.5 to 1)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from groundswell.ui.oklch import Shade, contrast, to_hex, to_shade

HEX = re.compile(r"#?([0-9a-fA-F]{6})")
LIGHT_PAPER, DARK_PAPER = "#fdfaf5", "#11131b"
LIGHT_INK, DARK_INK = "#fffdf9", "#150b07"
READABLE = 4.6  # a little above the law's 4.5, for rounding


@dataclass(frozen=True)
class Accent:
    """What replaces the --signal tokens on light and on dark paper."""

    on_light: str
    on_dark: str
    wash_on_light: str
    wash_on_dark: str


def accent_from(colour: str) -> Accent | None:
    """The corrected accent of "#rrggbb"; None when it is no such colour."""
    match = HEX.fullmatch(colour.strip())
    if match is None:
        return None
    shade = to_shade(match.group(1))
    return Accent(
        on_light=_move_until(shade, -0.005, lambda c: _reads(c, LIGHT_PAPER) and _reads(c, LIGHT_INK)),
        on_dark=_move_until(shade, +0.005, lambda c: _reads(c, DARK_PAPER) and _reads(c, DARK_INK)),
        wash_on_light=to_hex(Shade(0.95, min(shade.chroma, 0.035), shade.hue)),
        wash_on_dark=to_hex(Shade(0.30, min(shade.chroma, 0.06), shade.hue)),
    )


def accent_stylesheet(accent: Accent) -> str:
    """CSS outside every layer, so that it wins over tokens.css."""
    light = f"--signal:{accent.on_light};--signal-ink:{LIGHT_INK};--signal-wash:{accent.wash_on_light}"
    dark = f"--signal:{accent.on_dark};--signal-ink:{DARK_INK};--signal-wash:{accent.wash_on_dark}"
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _move_until(shade: Shade, step: float, good: Callable[[str], bool]) -> str:
    """Lightens or darkens in small steps; black or white, in the end, is always good."""
    lightness = shade.lightness
    while not good(colour := to_hex(replace(shade, lightness=lightness))) and -step <= lightness <= 1 - step:
        lightness += step
    return colour


def _reads(colour: str, other: str) -> bool:
    return contrast(colour, other) >= READABLE

"""Colours between "#rrggbb" and OKLCH (Björn Ottosson, 2020), and their contrast (WCAG 2.2)."""

from dataclasses import dataclass
from math import atan2, cos, hypot, sin


@dataclass(frozen=True)
class Shade:
    """A colour in OKLCH: lightness 0 to 1, chroma, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """1 (same) to 21 (black on white)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def to_shade(colour: str) -> Shade:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Shade(0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short, hypot(a, b), atan2(b, a))


def to_hex(shade: Shade) -> str:
    """The nearest colour a screen can show, by clipping each channel."""
    a, b = shade.chroma * cos(shade.hue), shade.chroma * sin(shade.hue)
    long = (shade.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (shade.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (shade.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        +4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _companded(min(max(value, 0), 1))):02x}" for value in linear)


def _channels(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    return int(digits[0:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:6], 16) / 255


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _companded(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055

"""How the app looks: a dark and a light theme of the highest contrast, and nothing between.

Measured, not guessed: `tests/screen/test_theme.py` holds every pair of colours that
is ever used together to at least 7:1, because projectors wash out what is less.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "cekdulu-dark"
LIGHT = "cekdulu-light"
NAMES = {"dark": DARK, "light": LIGHT}
"""The value kept as the setting `theme`, and the theme that it means."""

BLACK, WHITE, YELLOW = "#000000", "#FFFFFF", "#FFD400"

_PAIRS = {
    DARK: {"ink": WHITE, "paper": BLACK, "mark-ink": YELLOW, "right-ink": "#8CFF9E"}
    | {"wrong-ink": "#FFC2A8", "bar-ink": BLACK, "bar-paper": WHITE, "quiet-ink": "#D0D0D0"},
    LIGHT: {"ink": BLACK, "paper": WHITE, "mark-ink": "#5C3D00", "right-ink": "#00491A"}
    | {"wrong-ink": "#7A1500", "bar-ink": WHITE, "bar-paper": BLACK, "quiet-ink": "#303030"},
}
_ALWAYS = {"caret-ink": BLACK, "caret-paper": YELLOW}


def themes() -> tuple[Theme, ...]:
    """Both themes, ready to be registered."""
    return tuple(_theme(name) for name in _PAIRS)


def colours(name: str) -> dict[str, str]:
    """The colours of a theme by what they are for, as the style sheet names them."""
    return _PAIRS[name] | _ALWAYS


def _theme(name: str) -> Theme:
    its = colours(name)
    return Theme(
        name=name,
        primary=YELLOW,
        accent=YELLOW,
        foreground=its["ink"],
        background=its["paper"],
        surface=its["paper"],
        panel=its["paper"],
        dark=name == DARK,
        text_alpha=1.0,
        variables=its,
    )

"""A terminal that shows what was printed to it, and tells whether the words steered it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, cast
from unicodedata import category

import pyte

COLUMNS, LINES = 80, 24
TITLE = "osintkp"
COLOUR = r"\x1b\[[0-9;]{0,20}m"
PLAIN = frozenset({"draw", "linefeed", "carriage_return"})
KEPT = "\u200c\u200d"  # they join letters and move nothing


class Watched:
    """A screen of 80 columns, and every event on it but letters drawn and lines begun."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self.screen.set_title(TITLE)
        self.events: list[str] = []

    def __getattr__(self, name: str) -> Any:
        """Give what the emulator asks the screen for; each time it does so is one event."""
        if name in pyte.Stream.events - PLAIN:
            return partial(self._happened, name)
        return getattr(self.screen, name)

    def _happened(self, name: str, *given: Any, **more: Any) -> None:
        self.events.append(name)
        getattr(self.screen, name)(*given, **more)


def steered(text: str, *, coloured: bool = False) -> list[str]:
    """
    Return what a text did to a terminal beside writing letters and beginning lines; nothing for a text that is inert.

    Args:
        text: What was printed.
        coloured: Whether the library may have set colours; they have to be as at first at the end.
    """
    watched = Watched()
    pyte.Stream(cast("pyte.Screen", watched)).feed(text.replace("\n", "\r\n"))
    found = [each for each in watched.events if not (coloured and each == "select_graphic_rendition")]
    if watched.screen.title != TITLE:
        found.append(f"title {watched.screen.title!r}")
    if watched.screen.cursor.attrs != watched.screen.default_char:
        found.append("colours are left on")
    return [*found, *letters(re.sub(COLOUR, "", text) if coloured else text)]


def letters(text: str) -> Iterator[str]:
    """Give the letters that a terminal might obey though the emulator does not: controls, directions, what is unseen."""
    return (
        ascii(letter)
        for letter in text
        if not letter.isprintable() and letter not in f"\n{KEPT}" and category(letter) != "Zs"
    )

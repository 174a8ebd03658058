"""The walk over the words after a number that finds the noun it counts."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.measures import Head
from osintkp.reading.amounts.models import is_model, unit_of_model
from osintkp.reading.amounts.words import PEOPLE, singular, words

REACH = 130


LONGEST = 11


class Walk:
    """One walk over the words after a number."""

    __slots__ = ("_heads", "_jump", "_pending", "_start", "_table", "_text", "_view", "modified")

    def __init__(self, view: str, text: str) -> None:
        self._view, self._text = view, text
        self._table = words()
        self._heads: list[tuple[str, int, bool]] = []
        self._jump = 0
        self._pending = False
        self._start = -1
        self.modified: list[tuple[str, int, int]] = []

    def run(self, at: int) -> Head | None:
        """Return what the words from a place on name; None for nothing."""
        end = at
        for match in _pieces().finditer(self._view, at, at + REACH):
            start, after = match.span()
            if start < self._jump:
                continue
            if (
                start - end > 2
                or (start and self._new_line(start))
                or len(self.modified) > LONGEST
                or not self._goes_on(match[0], start, after)
            ):
                break
            end = max(after, self._jump)
        return self._found()

    def _new_line(self, start: int) -> bool:
        """Return whether a word begins a line of its own: the next item of a list, the text below a heading."""
        if self._view[start - 1] != "\n":
            return False
        letter = self._text[start]
        return not letter.isalpha() or (bool(self._heads) and letter.isupper())

    def _goes_on(self, word: str, start: int, end: int) -> bool:
        """Take a word or sign; return whether the noun phrase can go on after it."""
        if word[0].isdigit():
            return self._figure(word, start, end)
        if not word[0].isalpha():
            self._jump = self._sign(word, start)
            return self._jump >= 0
        if self._view.startswith("-", end):
            jump = self._broken_off(end)
            if jump > 0:
                self._jump = jump
                return True
        table = self._table
        if (word in table.stops or word in table.sets["joiners"]) and not self._shouted(word, start):
            return self._joined(word, end)
        if word in table.nouns or (is_plural(word, table.sets) and not self._acronym(word, start, end)):
            if (
                self._heads
                and self._heads[-1][2]
                and word not in table.nouns
                and _clause().match(self._view, end)
            ):
                return False
            if not (word in _STATES and self.modified and self.modified[-1][0] == "united"):
                self._add(word, start, end)
                return True
        if self._heads and not self._of_a_people(word, start):
            return False
        self._begin(start)
        self.modified.append((word, start, end))
        return True

    def _of_a_people(self, word: str, start: int) -> bool:
        """Take a people's name for the adjective that it is before arms: "six Chinese Y-20 planes", "40 Chinese cruise missiles"."""
        arms = word in self._table.sets["arming"] or word.startswith(
            ("anti-", "surface-", "short-", "long-", "medium-", "air-")
        )
        if not self._heads[-1][0].endswith("ese") or not (arms or _designation().match(self._text, start)):
            return False
        self._heads.pop()
        return True

    def _acronym(self, word: str, start: int, end: int) -> bool:
        """Return whether a word with a capital ends in a letter of its own: "50 RBS 70 missiles", "ten Hermes 900 drones"."""
        if self._view[end + 1 : end + 2].isdigit() and self._text[start].isupper():
            match = _digits().match(self._view, end + 1)
            if match is not None and is_model(word, match[0]):
                return True
        return self._text[end - 1] == "S" and len(word) < 6 and word not in self._table.sets["plurals"]

    def _begin(self, start: int) -> None:
        if self._start < 0:
            self._start = start
        self._pending = False

    def _add(self, word: str, start: int, end: int) -> None:
        self._begin(start)
        self._heads.append((word, end, word in self._table.nouns))
        self.modified.append((word, start, end))

    def _broken_off(self, end: int) -> int:
        """Return from where the walk goes on after a word broken off: "personnel can- - carriers"; -1 for a whole word."""
        match = _dashes().match(self._view, end)
        return -1 if match is None else match.end()

    def _sign(self, sign: str, start: int) -> int:
        """Return from where the walk goes on after a sign; -1 where it ends."""
        if sign in {",", "/"}:
            if self._heads or not self.modified:
                return -1
            self._pending = True
            return start + 1
        if sign == "(" and self.modified:
            close = self._view.find(")", start, start + 40)
            return close + 1 if close > 0 else -1
        if sign in "\"'[]":
            return -1 if self._heads else start + 1
        if sign in "-\u2014" and not self._heads and self.modified:
            return start + 1
        return -1

    def _figure(self, word: str, start: int, end: int) -> bool:
        """Return whether a word that begins with a digit is a calibre or a model and no number of its own."""
        if self._heads or (self._pending and word.isdigit()):
            return False
        grouped = _grouped().match(self._view, end)
        if grouped is not None:
            size = _unit_of_size().match(self._view, grouped.end())
            if size is None or self.modified:
                return False
            self._begin(start)
            self._jump = size.end() - 1
            self.modified.append((word, start, self._jump))
            return True
        if word.isdigit() or word.replace(".", "").isdigit():
            calibre = _calibre().match(self._view, end) is not None or self._size(word, end)
            named = bool(self.modified) and self._text[self.modified[-1][1]].isupper()
            named = named and (len(word) < 4 or is_model(self.modified[-1][0], word))
            if not calibre and not named:
                return False
        self._begin(start)
        self.modified.append((word, start, end))
        return True

    def _size(self, word: str, end: int) -> bool:
        """Return whether a number is a size that another number counts: the 250 of "two 250 kg bombs"."""
        return not self.modified and word.isdigit() and _unit_of_size().match(self._view, end) is not None

    def _shouted(self, word: str, start: int) -> bool:
        """Return whether a pronoun in capitals is an abbreviation: "two US Navy divers"."""
        return word in ("us", "it", "who") and self._text[start : start + 2].isupper()

    def _joined(self, word: str, end: int) -> bool:
        if word not in self._table.sets["joiners"] or self._heads or not self.modified:
            return False
        if self._view[self.modified[-1][2] - 1].isdigit() and self._text[end + 1 : end + 2].islower():
            return False
        self._pending = True
        return True

    def _found(self) -> Head | None:
        if not self.modified:
            return None
        if not self._heads:
            return self._by_model()
        word, end, known = self._heads[-1]
        if word in _OTHERS:
            return Head(end, None, start=None)
        unit = self._unit(word, end)
        if unit == singular(word) and any(letter.isdigit() for letter in word):
            return Head(end, None, start=self._start, known=True)
        return Head(end, unit, start=self._start, known=known or unit != singular(word))

    def _unit(self, word: str, end: int) -> str:
        for number, (each, _, after) in enumerate(self.modified):
            if after == end and number:
                pair = f"{self.modified[number - 1][0]} {each}"
                if pair in self._table.compounds:
                    return self._table.compounds[pair]
        noun = self._table.nouns.get(word) or self._table.nouns.get(word.rpartition("-")[2])
        if noun is not None:
            return noun.unit
        start = end - len(word)
        if self._text[start].isupper():
            made = unit_of_model(self._view[self._start : end]) or unit_of_model(word)
            if made is not None:
                return made
            if word.endswith(("ans", "is")):
                return PEOPLE
        if word.endswith("men") or (word.endswith("ists") and len(word) > 7):
            return PEOPLE
        return singular(word)

    def _by_model(self) -> Head | None:
        """Return what a model without a plural counts: "ten Leopard 2A5", "44 new CV90"."""
        named = next((at for at, each in enumerate(self.modified) if self._text[each[1]].isupper()), None)
        if named is None or named > 2:
            return None
        first = self.modified[named][1]
        for count in (3, 2, 1):
            if len(self.modified) >= named + count:
                end = self.modified[named + count - 1][2]
                made = unit_of_model(self._view[first:end], first=False)
                if made is not None:
                    return Head(end, made, start=self._start, known=True)
        for word, _, end in self.modified[named : named + 3]:
            if any(letter.isdigit() for letter in word):
                return Head(end, None, start=self._start, known=True)
        return None


_OTHERS = ("others", "ones")
_STATES = ("states", "nations", "emirates")


@functools.cache
def _designation() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Za-z]{0,7}-?[0-9]")


@functools.cache
def _clause() -> re.Pattern[str]:
    """Return a pattern for what follows a verb and no noun: "eight launchers fires six"."""
    return re.compile(
        r"\s(?:\d|(?:the|an?|its|their|his|six|two|three|four|five|seven|eight|nine|ten|up\sto)\s)"
    )


def is_plural(word: str, sets: dict[str, frozenset[str]]) -> bool:
    """
    Tell whether a word in small letters is a plural noun by its form.

    Example:
        >>> is_plural("outposts", words().sets), is_plural("gas", words().sets)
        (True, False)
    """
    if word in sets["plurals"]:
        return True
    if word[-1] != "s":
        return word.endswith("men")
    if len(word) < 3 or word in sets["not_plural"]:
        return False
    return word[-2] not in "su'" and not (word[-2] == "i" and word[-3] not in "aeilnqrtwz")


@functools.cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"(?:[a-z]\.){2,6}|[^\W_]+(?:[-'\u2013][^\W_]+|\.(?=\d)[^\W_]+)*|[^\w\s]|\n\s{0,9}\n")


@functools.cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,4}")


@functools.cache
def _dashes() -> re.Pattern[str]:
    return re.compile(r"-\s[-\u2013\u2014]\s")


@functools.cache
def _unit_of_size() -> re.Pattern[str]:
    return re.compile(
        r"[ -](?:kg|lb|pound|tonne?|ton|foot|feet|ft|m|km|mile|kilometre|kilometer|metre|meter|hp|barrel|litre|gallon)[ -](?=[a-z])"
    )


@functools.cache
def _grouped() -> re.Pattern[str]:
    return re.compile(r",\d{3}(?![\d,])")


@functools.cache
def _calibre() -> re.Pattern[str]:
    return re.compile(r"[ -]?(?:mm\b|millimet|calib)")

"""Names looked up as people write them: by key, by look-alike, by one wrong letter. Shared by actors and places."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal

import attrs

from osintkp.vocabulary import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

By = Literal["id", "name", "adjective", "metonym", "abbreviation", "spelling", "lookalike"]
NEAR = 6
ALIKE = 4
LONGEST = 200
RESPELT = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "program": "programme",
    "armor": "armour",
    "armored": "armoured",
}
POSSESSIVE = ("'s", "\u2019s")


@attrs.frozen
class Form:
    """
    One way in which text names something.

    Attributes:
        text: The form as it is written.
        id: What it names.
        by: What kind of form it is.
        of: The form that it is a spelling of; None for the other kinds.
    """

    text: str
    id: str
    by: By
    of: str | None = None


@attrs.frozen
class Hit:
    """What a lookup gave: the ids that fit (several where the words are ambiguous), by what, and a note."""

    ids: tuple[str, ...]
    by: By
    note: str | None = None


@attrs.frozen(eq=False)
class NameIndex:
    """The forms of a table by their key, and the forms that are ambiguous by decision."""

    exact: Mapping[str, tuple[Form, ...]]
    ambiguous: Mapping[str, Hit]


def key(words: str) -> str:
    """
    Return the key of a name: folded, without the article, possessives and the differences of American spelling.

    Example:
        >>> key("the U.S. Defense Department"), key("South Korea's Defence Ministry")
        ('us defence department', 'south korea defence ministry')
    """
    for mark in ("'", "\u2019"):
        words = words.replace(f"{mark}s ", " ")
    parts = letters.fold(_owner(words)).split(" ")
    parts = parts[1:] if parts[0] == "the" and len(parts) > 1 else parts
    return " ".join(RESPELT.get(part, part) for part in parts)


def _owner(words: str) -> str:
    words = words.strip()
    return words[:-2] if words.endswith(POSSESSIVE) else words


def index(forms: Iterable[Form], ambiguous: Mapping[str, tuple[Iterable[str], str]]) -> NameIndex:
    """Return the index of some forms; `ambiguous` gives candidates and a note for forms that are never decided."""
    exact: dict[str, list[Form]] = {}
    for form in forms:
        exact.setdefault(key(form.text), []).append(form)
    decided = {key(text): Hit(tuple(ids), "name", note) for text, (ids, note) in ambiguous.items()}
    return NameIndex({name: tuple(found) for name, found in exact.items()}, decided)


def look_up(table: NameIndex, words: str) -> Hit | None:
    """
    Return what some words name in a table; None where nothing fits.

    Tried in turn: the ambiguous forms, the forms themselves, an adjective in the plural, a look-alike, and for
    words with a capital one wrong letter in a name of six letters or more.
    """
    if len(words) > LONGEST:
        return None
    name = key(words)
    if not name:
        return None
    if (hit := table.ambiguous.get(name)) is not None:
        return hit
    found = [form for form in table.exact.get(name, ()) if _cased(form, words)]
    if not found and name.endswith("s"):
        found = [form for form in table.exact.get(name[:-1], ()) if form.by == "adjective"]
    if found:
        return _exact_hit(found, words)
    return _alike(table, words) or _near(table, words, name)


def _cased(form: Form, words: str) -> bool:
    """Whether the case fits: 'us' is no abbreviation, and 'who' no organisation."""
    bare = _owner(words).removeprefix("the ").removeprefix("The ")
    return form.by != "abbreviation" or form.text in words or not any(map(str.islower, bare))


def _exact_hit(found: list[Form], words: str) -> Hit:
    ids = tuple(dict.fromkeys(form.id for form in found))
    first = found[0]
    hidden = [each for each in letters.lookalikes(words) if not each.looks_like]
    if hidden:
        return Hit(ids, "lookalike", "; ".join(map(str, hidden)))
    return Hit(ids, first.by, f"spelling of {first.of!r}" if first.of else None)


def _alike(table: NameIndex, words: str) -> Hit | None:
    bare = _owner(words)
    found = _skeletons(table).get(letters.skeleton(bare), ())
    if not found:
        return None
    note = "; ".join(map(str, letters.differing(bare, found[0].text)))
    return Hit(tuple(dict.fromkeys(form.id for form in found)), "lookalike", note)


@functools.cache
def _skeletons(table: NameIndex) -> dict[str, tuple[Form, ...]]:
    found: dict[str, tuple[Form, ...]] = {}
    for form in _all(table):
        if len(form.text) >= ALIKE and form.by != "abbreviation":
            shape = letters.skeleton(form.text)
            found[shape] = (*found.get(shape, ()), form)
    return found


def _all(table: NameIndex) -> Iterator[Form]:
    for forms in table.exact.values():
        yield from forms


def _near(table: NameIndex, words: str, name: str) -> Hit | None:
    if not any(map(str.isupper, words)):
        return None
    heads, tails = _halves(table)
    lengths = range(len(name) - 1, len(name) + 2)
    likely: dict[str, None] = {}
    for length in lengths:
        likely |= dict.fromkeys(heads.get((length, name[: length // 2]), ()))
        likely |= dict.fromkeys(tails.get((length, name[len(name) - (length - length // 2) :]), ()))
    forms = [form for each in likely if one_off(name, each) for form in table.exact[each]]
    ids = tuple(dict.fromkeys(form.id for form in forms))
    return Hit(ids, "spelling", f"spelling of {forms[0].text!r}") if len(ids) == 1 else None


Halves = dict[tuple[int, str], list[str]]


@functools.cache
def _halves(table: NameIndex) -> tuple[Halves, Halves]:
    """Give the keys by length and half: one wrong letter leaves one half of the name whole."""
    heads: Halves = {}
    tails: Halves = {}
    for name, forms in table.exact.items():
        if len(name.replace(" ", "")) >= NEAR and any(form.by != "abbreviation" for form in forms):
            half = len(name) // 2
            heads.setdefault((len(name), name[:half]), []).append(name)
            tails.setdefault((len(name), name[half:]), []).append(name)
    return heads, tails


def one_off(text: str, other: str) -> bool:
    """
    Tell whether one letter put in, left out or replaced turns a text into another.

    Example:
        >>> one_off("Kyiv", "Kyivv"), one_off("Kyiv", "Kiyv"), one_off("Kyiv", "Kyiv")
        (True, False, False)
    """
    short, long = sorted((text, other), key=len)
    if len(long) - len(short) > 1 or short == long:
        return False
    at = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]

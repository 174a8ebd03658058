"""Names looked up as people write them: by key, by look-alike, by one wrong letter. Shared by actors and places."""

from __future__ import annotations

import functools
from itertools import islice
from typing import TYPE_CHECKING, Literal

import attrs

from osintkp.vocabulary import letters
from osintkp.vocabulary.fields import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

By = Literal["id", "name", "adjective", "metonym", "abbreviation", "spelling", "lookalike"]
NEAR = 6
END = 2
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
ONE_SHAPE = letters.SAME | str.maketrans("i1|0", "lllo")
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

    __repr__ = printed

    text: str
    id: str
    by: By
    of: str | None = None


@attrs.frozen
class Hit:
    """What a lookup gave: the ids that fit (several where the words are ambiguous), by what, and a note."""

    __repr__ = printed

    ids: tuple[str, ...]
    by: By
    note: str | None = None


@attrs.frozen(eq=False)
class NameIndex:
    """
    The names of a table by their key.

    Attributes:
        keys: The id that each key names, or the ids where it names several, as :func:`keyed` gives them.
        forms: Gives the forms of an id, in order.
        ambiguous: What the keys that are ambiguous by decision give.
    """

    keys: Mapping[str, str | Sequence[str]]
    forms: Callable[[str], Iterable[Form]]
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


def keyed(forms: Iterable[Form]) -> dict[str, str | list[str]]:
    """
    Return the id that each key names, or the ids where it names several, in the order of the forms.

    Example:
        >>> keyed(
        ...     [
        ...         Form("Mali", "ML", "name"),
        ...         Form("Congolese", "CD", "adjective"),
        ...         Form("Congolese", "CG", "adjective"),
        ...     ]
        ... )
        {'mali': 'ML', 'congolese': ['CD', 'CG']}
    """
    found: dict[str, dict[str, None]] = {}
    for form in forms:
        found.setdefault(key(form.text), {})[form.id] = None
    return {name: list(ids) if len(ids) > 1 else next(iter(ids)) for name, ids in found.items()}


def decided(ambiguous: Mapping[str, tuple[Iterable[str], str]]) -> dict[str, Hit]:
    """Return what forms give that are never decided, by key; each comes with its candidates and a note."""
    return {key(text): Hit(tuple(ids), "name", note) for text, (ids, note) in ambiguous.items()}


def at(table: NameIndex, name: str) -> tuple[Form, ...]:
    """Return the forms of a table that have a key."""
    return _at(table, name) if name in table.keys else ()


@functools.cache
def _at(table: NameIndex, name: str) -> tuple[Form, ...]:
    ids = table.keys[name]
    every = (form for each in ([ids] if isinstance(ids, str) else ids) for form in table.forms(each))
    return tuple(form for form in every if key(form.text) == name)


def with_word(table: NameIndex, word: str) -> Iterator[Form]:
    """Give the forms of a table whose key has a word, itself in the form that keys have."""
    text = _text(table)
    found = text.find(f" {word} ")
    while found >= 0:
        end = text.index("\n", found)
        yield from _at(table, text[text.rindex("\n", 0, found) + 2 : end - 1])
        found = text.find(f" {word} ", end)


@functools.cache
def _text(table: NameIndex) -> str:
    """Give the keys as one text, each a line with a space at both ends: searched faster than a dict is built."""
    return "\n " + " \n ".join(table.keys) + " \n"


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
    found = [form for form in at(table, name) if _cased(form, words)]
    if not found and name.endswith("s"):
        found = [form for form in at(table, name[:-1]) if form.by == "adjective"]
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
    shape = letters.skeleton(bare)
    likely = _alike_keys(table, _blur(key(shape)))
    every = (form for name in likely for form in at(table, name) if form.by != "abbreviation")
    found = [form for form in every if len(form.text) >= ALIKE and letters.skeleton(form.text) == shape]
    if not found:
        return None
    note = "; ".join(map(str, letters.differing(bare, found[0].text)))
    return Hit(tuple(dict.fromkeys(form.id for form in found)), "lookalike", note)


def _alike_keys(table: NameIndex, blurred: str) -> Iterator[str]:
    """Give the keys that share what is left of a name when all that look alike are one."""
    text = _blurred(table)
    found = text.find(f"\n{blurred}\n")
    while found >= 0:
        yield next(islice(table.keys, text.count("\n", 0, found), None))
        found = text.find(f"\n{blurred}\n", found + 1)


@functools.cache
def _blurred(table: NameIndex) -> str:
    """Give what is left of every key, a line each: searched faster than a dict is built."""
    return "\n" + _blur("\n".join(table.keys)) + "\n"


def _blur(names: str) -> str:
    """Give keys with the letters made one that a skeleton makes one, whatever their case was."""
    for pair, shape in letters.PAIRS.items():
        names = names.replace(pair, shape)
    return names.translate(ONE_SHAPE)


def _near(table: NameIndex, words: str, name: str) -> Hit | None:
    if not any(map(str.isupper, words)):
        return None
    sizes = _by_size(table)
    likely = (each for size in range(len(name) - 1, len(name) + 2) for each in sizes.get(size, ()))
    near = (
        each for each in likely
        if (each[:END] == name[:END] or each[-END:] == name[-END:])
        and one_off(name, each) and len(each.replace(" ", "")) >= NEAR
    )  # fmt: skip
    found = sorted(near, key=lambda each: (len(each), not each.startswith(name[: len(each) // 2])))
    forms = [form for each in found for form in _unabbreviated(at(table, each))]
    ids = tuple(dict.fromkeys(form.id for form in forms))
    return Hit(ids, "spelling", f"spelling of {forms[0].text!r}") if len(ids) == 1 else None


def _unabbreviated(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    return forms if any(form.by != "abbreviation" for form in forms) else ()


@functools.cache
def _by_size(table: NameIndex) -> dict[int, list[str]]:
    """Give the keys by their length: one wrong letter changes it by one at most."""
    sizes: dict[int, list[str]] = {}
    for name in table.keys:
        sizes.setdefault(len(name), []).append(name)
    return sizes


def one_off(text: str, other: str) -> bool:
    """
    Tell whether one letter put in, left out or replaced turns a text into another.

    Example:
        >>> one_off("Kyiv", "Kyivv"), one_off("Kyiv", "Kiyv"), one_off("Kyiv", "Kyiv")
        (True, False, False)
    """
    if not -1 <= len(text) - len(other) <= 1 or text == other:
        return False
    short, long = sorted((text, other), key=len)
    spot = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    return short[spot + (len(short) == len(long)) :] == long[spot + 1 :]

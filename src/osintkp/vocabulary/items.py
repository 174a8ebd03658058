"""
What moves or is lost: the goods taxonomy, and what text calls its classes.

An item is a path like ``munitions/artillery/shell``: each part after a ``/`` is a narrower class, so a path holds all
that begins with it. The table is ``data/items.json``, made from ``tables/items.toml`` by ``tools/build_tables.py``.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, Literal

import attrs

from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Answer
from osintkp.vocabulary.tables import whole_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST_WORDS = 12
CANNON = 20.0  # millimetres: below it are small arms
GUN = "weapons/artillery/gun"
CALIBRE = r"(?<![\d.,])(\d{1,3}(?:\.\d{1,2})?)[ -]{0,2}(?:mm|millimet(?:er|re)s?)(?![a-z])"


@attrs.frozen(kw_only=True)
class ItemMatch:
    """
    What some words name in the taxonomy.

    Attributes:
        path: The one class that fits; None where none or several do.
        candidates: Every class that fits.
        note: What the words leave open, or the part of them that was read; None where all is plain.
        model: The designation of the system, as the table writes it; None where the words name only a class.
    """

    __repr__ = printed

    path: str | None
    candidates: tuple[str, ...] = ()
    note: str | None = None
    model: str | None = None


@functools.cache
def _table() -> dict[str, Any]:
    return whole_table("items")


def _paths() -> Mapping[str, list[str]]:
    paths: Mapping[str, list[str]] = _table()["paths"]
    return paths


def paths() -> tuple[str, ...]:
    """
    Return every path of the taxonomy, in order of the alphabet.

    Example:
        >>> [path for path in paths() if path.startswith("fuel/gas")]
        ['fuel/gas', 'fuel/gas/lng']
    """
    return tuple(_paths())


def roots() -> tuple[str, ...]:
    """
    Return the broadest classes.

    Example:
        >>> "munitions" in roots(), "munitions/mine" in roots()
        (True, False)
    """
    return tuple(path for path in _paths() if "/" not in path)


def known(path: str) -> bool:
    """
    Tell whether the taxonomy has a path.

    Example:
        >>> known("munitions/artillery/shell"), known("munitions/catapult")
        (True, False)
    """
    return path in _paths()


def name(path: str) -> str:
    """
    Return what a path is called in English; of a path outside the taxonomy its last part, with spaces.

    Example:
        >>> name("missiles/anti-aircraft/man-portable"), name("goods/luxury-cars")
        ('man-portable air defence system', 'luxury cars')
    """
    return _paths()[path][0] if known(path) else path.rpartition("/")[2].replace("-", " ")


def parent(path: str) -> str | None:
    """
    Return the next broader path; None for a root.

    Example:
        >>> parent("munitions/artillery/shell"), parent("munitions")
        ('munitions/artillery', None)
    """
    return path.rpartition("/")[0] or None


def within(path: str | None, ancestor: str) -> bool:
    """
    Tell whether a path is another or a narrower class of it; None is in nothing.

    Example:
        >>> within("munitions/artillery/shell", "munitions"), within("munitions", "munitions/artillery")
        (True, False)
    """
    return path is not None and (path == ancestor or path.startswith(ancestor + "/"))


def above(path: str) -> tuple[str, ...]:
    """
    Return a path and all classes that hold it, the broadest first.

    Example:
        >>> above("munitions/artillery/shell")
        ('munitions', 'munitions/artillery', 'munitions/artillery/shell')
    """
    return (*(path[:end] for end, letter in enumerate(path) if letter == "/"), path)


@functools.lru_cache(maxsize=4096)
def related(one: str, other: str) -> Answer:
    """
    Tell whether two paths name the same goods.

    ``UNDECIDED`` where one is broader than the other, where a class that reporting uses loosely (``weapons``,
    ``equipment``, ``aid``) may hold the other, and where a path lies outside the taxonomy.

    Example:
        >>> (
        ...     str(related("munitions/mine", "munitions/mine")),
        ...     str(related("munitions/mine", "munitions/rocket")),
        ... )
        ('yes', 'no')
        >>> str(related("munitions/mine", "munitions")), str(related("weapons", "munitions/mine"))
        ('undecided', 'undecided')
    """
    if one == other:
        return Answer.YES
    open_ended = may_hold(one, other) or may_hold(other, one) or not (_rooted(one) and _rooted(other))
    return Answer.UNDECIDED if open_ended else Answer.NO


def surely_other(one: str | None, other: str | None) -> bool:
    """
    Tell whether two paths certainly name other goods; never where one of them is None.

    Example:
        >>> (
        ...     surely_other("munitions/mine", "munitions/rocket"),
        ...     surely_other("munitions", "munitions/mine"),
        ...     surely_other("munitions", None),
        ... )
        (True, False, False)
    """
    return one is not None and other is not None and one != other and related(one, other) is Answer.NO


def may_hold(broad: str, path: str) -> bool:
    """
    Tell whether goods of a path may be among those of another, a broader one or a class that reporting uses loosely.

    Example:
        >>> may_hold("aid/military", "aircraft/crewed"), may_hold("aircraft/crewed", "aid/military")
        (True, False)
    """
    return within(path, broad) or any(within(path, each) for each in _table()["loose"].get(broad, ()))


def _rooted(path: str) -> bool:
    return known(path.partition("/")[0])


def nearest(path: str) -> tuple[str, ...]:
    """
    Return the paths nearest to one that the taxonomy lacks, the likeliest first; at most three.

    Example:
        >>> nearest("munitions/artilery/shells")[0], nearest("munitions/catapult"), nearest("stardust")
        ('munitions/artillery/shell', ('munitions',), ())
    """
    from difflib import get_close_matches

    from osintkp.vocabulary import names

    path = path[: names.LONGEST]
    near = get_close_matches(path, paths(), cutoff=0.8)
    last = path.rpartition("/")[2]
    near += [each for each in paths() if each.rpartition("/")[2] == last and each not in near]
    above = parent(path)
    while not near and above is not None:
        near = [above] if known(above) else []
        above = parent(above)
    return tuple(near[:3])


def _key(words: str) -> str:
    """Give the key of a phrase: singular words without spaces, for text writes "anti-tank", "antitank", "anti tank"."""
    from osintkp.vocabulary import letters, names

    parts = (names.RESPELT.get(part, part) for part in letters.fold(words).split())
    return "".join(map(_singular, parts))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("oes", "shes")) else word.removesuffix("s")


@functools.cache
def _aliases() -> dict[str, ItemMatch]:
    """Give what each key stands for."""
    table = _table()
    found: dict[str, ItemMatch] = {}
    for form, (candidates, note) in table["ambiguous"].items():
        found[_key(form)] = _match(candidates, note)
    for path, words in table["paths"].items():
        for form in words:
            found.setdefault(_key(form), _match([path], table["notes"].get(path)))
    for path, words in table["models"].items():
        for model in words:
            found.setdefault(_key(model), attrs.evolve(_match([path], None), model=model))
    return found


def _match(candidates: Iterable[str], note: str | None) -> ItemMatch:
    found = tuple(candidates)
    return ItemMatch(path=found[0] if len(found) == 1 else None, candidates=found, note=note)


def forms() -> Iterator[tuple[str, str, Literal["class", "model"]]]:
    """
    Give every form in which text names an item, with its path and whether it is a class or a model; singular only.

    Example:
        >>> ("HIMARS", "weapons/artillery/rocket-launcher", "model") in set(forms())
        True
    """
    for path, words in _paths().items():
        yield from ((form, path, "class") for form in words)
    for path, words in _table()["models"].items():
        yield from ((form, path, "model") for form in words)


def resolve(words: str) -> ItemMatch:
    """
    Return the class of goods that some words name.

    Singular and plural, hyphens and American spelling make no difference. A model before the class makes it narrower;
    other words there are passed over, which the note says. Of classes joined by "and" the narrowest that holds them
    all is given, if one does. A calibre tells what plain rounds are, where one kind alone is fired at it.

    Example:
        >>> resolve("artillery shells").path, resolve("SAMs").path, resolve("T-72 tanks").model
        ('munitions/artillery/shell', 'missiles/anti-aircraft', 'T-72')
        >>> resolve("oil")
        ItemMatch(path='fuel', candidates=('fuel',), note='crude or refined is not said', model=None)
        >>> resolve("122mm rounds").candidates
        ('munitions/artillery/shell', 'munitions/rocket')
    """
    from osintkp.vocabulary import names

    if len(words) > names.LONGEST:
        return ItemMatch(path=None)
    calibre = _calibre().search(words.casefold())
    rest = words
    if calibre is not None:
        rest = words[: calibre.start()].rstrip().removesuffix(" of") + words[calibre.end() :]
    match = _aliases().get(_key(rest)) or _joined(rest) or _phrase(rest)
    return match if calibre is None else _of_calibre(match, calibre[1])


@functools.cache
def _calibre() -> re.Pattern[str]:
    return re.compile(CALIBRE)


def _joined(words: str) -> ItemMatch | None:
    """Give the class that holds several joined by "and", "or" or commas; None where fewer than two stand there."""
    matches = [_phrase(part) for part in re.split(r" and | or |[,;] ?", words)]
    each = [match.path for match in matches if match.path]
    if len(each) < 2:
        return None
    found = tuple(dict.fromkeys(each))
    shared: str | None = found[0]
    while shared is not None and not all(within(path, shared) for path in found):
        shared = parent(shared)
    note = f"{len(found)} classes joined" if len(found) > 1 else None
    return ItemMatch(path=shared, candidates=(shared,) if shared else found, note=note)


def _phrase(words: str) -> ItemMatch:
    """Give what the end of a phrase names, made narrower by a model that stands before it."""
    from osintkp.vocabulary import letters

    parts = letters.fold(words).split()[-LONGEST_WORDS:]
    for start in range(len(parts)):
        found = _aliases().get(_key(" ".join(parts[start:])))
        if found is not None:
            return _modelled(found, parts[:start], " ".join(parts[start:]))
    return ItemMatch(path=None)


def _modelled(found: ItemMatch, before: list[str], read: str) -> ItemMatch:
    for start in range(len(before)):
        for end in range(len(before), start, -1):
            named = _aliases().get(_key(" ".join(before[start:end])))
            if named and named.model and within(named.path, found.path or ""):
                return named
    passed = f"read as {read!r}" if before else ""
    return attrs.evolve(found, note="; ".join(each for each in (passed, found.note) if each) or None)


def _of_calibre(match: ItemMatch, calibre: str) -> ItemMatch:
    kinds = [each for each in _table()["calibres"].get(calibre, ()) if within(each, match.path or "")]
    if match.path == "weapons/small-arms" and float(calibre) >= CANNON:
        return attrs.evolve(match, path=GUN, candidates=(GUN,))
    if match.path not in ("munitions", "munitions/artillery") or not kinds:
        return match
    return _match(kinds, None if len(kinds) == 1 else f"{calibre} mm is the calibre of several kinds")

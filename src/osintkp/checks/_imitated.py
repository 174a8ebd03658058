"""Words that imitate others by letters of one shape: which letters, where, and what a reader takes the word for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from unicodedata import combining

import attrs

from osintkp.vocabulary import actors, letters, names

FIRST_GREEK, LAST_CYRILLIC = 0x370, 0x52F
RIGHT_TO_LEFT = (0x590, 0x8FF)
WIDE = (("\u3005", "\u9fff"), ("\uac00", "\ud7a3"), ("\U00020000", "\U0003ffff"))
MARKS_OF_DIRECTION = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
SOFT_HYPHEN = "\u00ad"
DRAWN = {"0": "o", "1": "l", "|": "l"}
ADDRESSED = ("://", "@", "www.")
PLAIN_NAMES = ("name", "adjective", "metonym")
SHORTEST_WORD = 4
LONGEST_WORD = 100
LONGEST_ID = 64


@attrs.frozen(kw_only=True, repr=False)
class Imitation:
    """
    A word with letters that are not what they look like.

    Attributes:
        word: The word as it stands.
        at: Where it begins in its words.
        within: Where in it the first such letter stands.
        told: Which letters, and what the word is read as.
        sure: Whether it is trouble, not only a thing to know.
        apart: Whether nothing is odd about it but that letters and their marks stand apart.
    """

    word: str
    at: int
    within: int
    told: str
    sure: bool = True
    apart: bool = False


def imitations(text: str) -> Iterator[Imitation]:
    """
    Give the words of a text that imitate others, each once for each place.

    Example:
        >>> [(each.word, each.told) for each in imitations("SeouI has counted")]
        [('SeouI', "U+0049 looks like 'l'; read as 'Seoul' (KR)")]
        >>> list(imitations("Su-30, M1989, World War II, McIntyre, Москва"))
        []
    """
    words: dict[tuple[int, int], list[letters.Lookalike]] = {}
    start = end = 0
    drawn = [*letters.lookalikes(text), *letters.other_forms(text), *_figures(text)]
    for each in sorted(drawn, key=lambda found: found.start) if drawn else ():
        if each.start >= end:
            start, end = _around(text, each.start, end)
        words.setdefault((start, end), []).append(each)
    scripts = _scripts(text) if words and not text.isascii() else frozenset()
    for (start, end), found in words.items():
        word = text[start:end]
        kept = [each for each in found if _odd(word, each.start - start, each, scripts)]
        if kept and not _address(text, start, end):
            yield _imitation(word, start, kept)
    yield from _pairs(text)


def _scripts(text: str) -> frozenset[str]:
    """Return what a text is written in besides Latin letters: from right to left, wide, or mainly in a foreign alphabet."""
    low, high = RIGHT_TO_LEFT
    leftward = any(low <= ord(each) <= high for each in text if each not in letters.BIDI)
    words = [word for word in text.split() if word.isalpha()]
    foreign = sum(all(map(_foreign, word)) for word in words)
    latin = sum(not any(map(_foreign, word)) for word in words)
    wide = any(low <= each <= high for each in text for low, high in WIDE)
    told = {"leftward": leftward, "foreign": foreign > latin, "wide": wide}
    return frozenset(script for script, is_so in told.items() if is_so)


def _foreign(letter: str) -> bool:
    return FIRST_GREEK <= ord(letter) <= LAST_CYRILLIC


def _address(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands in an address, where any letter may follow any other."""
    first = max(text.rfind(" ", max(0, start - LONGEST_WORD), start) + 1, start - LONGEST_WORD, 0)
    last = text.find(" ", end, end + LONGEST_WORD)
    token = text[first : last if last >= 0 else end + LONGEST_WORD]
    return any(mark in token for mark in ADDRESSED)


def _around(text: str, place: int, after: int) -> tuple[int, int]:
    """Return where the word begins and ends in which a letter stands, behind another word."""
    start = end = place
    while start > after and place - start < LONGEST_WORD and _of_word(text[start - 1]):
        start -= 1
    while end < len(text) and end - place < LONGEST_WORD and (end == place or _of_word(text[end])):
        end += 1
    return start, end


def _of_word(letter: str) -> bool:
    seen = letter.isalnum() or letter == "|" or combining(letter) > 0
    return seen or letter in letters.HIDDEN or letter in letters.BIDI


def _figures(text: str) -> Iterator[letters.Lookalike]:
    """Give the noughts and ones that stand between letters in a word without other figures."""
    if "0" not in text and "1" not in text and "|" not in text:
        return
    for match in _patterns()["figure"].finditer(text):
        yield letters.Lookalike(
            start=match.start(), letter=match[0], looks_like=DRAWN[match[0]], why="same-shape"
        )


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "figure": re.compile(r"(?<=[A-Za-z])[01|](?=[A-Za-z])"),
        "pair": re.compile(r"(?<![^\W_])[A-Z][A-Za-z]{5,40}(?![^\W_])"),
    }


def _odd(word: str, place: int, each: letters.Lookalike, scripts: frozenset[str]) -> bool:
    """Tell whether a look-alike is out of place: not an ending, a numeral, a mark that its script needs, or a code."""
    if not each.looks_like:
        return not (each.letter in MARKS_OF_DIRECTION and "leftward" in scripts)
    if each.why == "capital-i":
        return _for_l(word, place)
    if each.why == "same-shape":
        return _for_letter(word, place)
    if each.why == "wide":
        return "wide" not in scripts
    if each.why == "apart":
        return True
    return not ("foreign" in scripts and _ending(word, place))


def _for_l(word: str, place: int) -> bool:
    """Tell whether a capital I may stand for an l: within a name in two capitals only where that makes a known one."""
    if _known(_read(word)):
        return True
    last = place == len(word) - 1
    if any(map(str.isdigit, word)) or place < 2:
        return False
    return last or word[0].islower()


def _for_letter(word: str, place: int) -> bool:
    figures = {letter for letter in word if letter.isdigit() or letter == "|"}
    if not figures <= DRAWN.keys() or sum(map(str.isalpha, word)) < SHORTEST_WORD - 1:
        return False
    between = (
        word[place] != "|" and word[max(place - 1, 0)].islower() and word[place + 1 : place + 2].islower()
    )
    return _known(_read(word)) or (between and word.isascii())


def _ending(word: str, place: int) -> bool:
    """Tell whether a foreign letter belongs to a foreign ending of a Latin name, as a text in that script puts to it."""
    foreign = [_foreign(letter) for letter in word]
    return foreign[place] and sum(foreign) * 2 <= len(word) and all(foreign[foreign.index(True) :])


def _imitation(word: str, at: int, found: list[letters.Lookalike]) -> Imitation:
    drawn = any(each.looks_like for each in found)
    apart = all(each.why == "apart" for each in found)
    read = _read(word)
    owner = _owner(read)
    told = "; ".join(dict.fromkeys(map(str, found))) + (f"; read as {read!r}" if drawn else "")
    sure = (drawn and not apart and _known(read)) or not all(
        _doubtful(word, each.start - at, each) for each in found
    )
    return Imitation(
        word=word,
        at=at,
        within=found[0].start - at,
        told=told + (f" ({owner})" if owner else ""),
        sure=sure,
        apart=apart,
    )


def _doubtful(word: str, place: int, each: letters.Lookalike) -> bool:
    """Tell whether a look-alike may be innocent: a numeral, a name in program code, a break that typesetting left."""
    if each.why == "hidden":
        return set(each.letter) == {SOFT_HYPHEN} or place + len(each.letter) >= len(word)
    if each.why == "capital-i":
        return not (place == len(word) - 1 and word[0].islower() and word[place - 1] in "aou")
    return each.why in ("same-shape", "apart")


def _read(word: str) -> str:
    """Return a word as a reader takes it: every letter for the one that it looks like."""
    plain_word = letters.normal(word, "NFKC")
    seen = [letter for letter in plain_word if letter not in letters.HIDDEN and letter not in letters.BIDI]
    foreign = sum(map(_foreign, seen))
    if foreign * 2 > sum(map(str.isalpha, seen)):
        alphabet = letters.GREEK if any(letter in letters.GREEK for letter in seen) else letters.CYRILLIC
        back = {shape: letter for letter, shape in alphabet.items()}
        return "".join(letter if _foreign(letter) else back.get(letter, letter) for letter in seen)
    plain = [letters.CYRILLIC.get(letter) or letters.GREEK.get(letter) or letter for letter in seen]
    capitals = not any(map(str.islower, plain))
    read = [_latin(plain, place) for place in range(len(plain))]
    return "".join(read).upper() if capitals else "".join(read)


def _latin(word: list[str], place: int) -> str:
    letter = word[place]
    if letter == "I" and place > 0 and word[place - 1].islower():
        return "l"
    drawn = DRAWN.get(letter, letter)
    return drawn.upper() if drawn != letter and place == 0 else drawn


def _pairs(text: str) -> Iterator[Imitation]:
    """Give the words with a capital in which two letters draw a third one of a known name, like rn for m."""
    for pair in letters.PAIRS:
        if pair in text:
            break
    else:
        return
    for match in _patterns()["pair"].finditer(text):
        word = match[0]
        read = word
        for pair, shape in letters.PAIRS.items():
            read = read.replace(pair, shape)
        if read != word and not _known(word) and (owner := _owner(read)):
            pair = next(pair for pair in letters.PAIRS if pair in word)
            codes = " ".join(f"U+{ord(letter):04X}" for letter in pair)
            told = f"{codes} looks like {letters.PAIRS[pair]!r}; read as {read!r} ({owner})"
            yield Imitation(word=word, at=match.start(), within=word.index(pair), told=told)


@functools.lru_cache(maxsize=4096)
def _known(word: str) -> bool:
    """Tell whether a word names an actor or place, or is a word of such a name."""
    from osintkp.vocabulary import places

    name = names.key(word)
    if len(name) < SHORTEST_WORD:
        return False
    return any(by != "abbreviation" for _, _, by in actors.forms_with(name)) or any(places.forms_with(name))


def _owner(word: str) -> str | None:
    """Return the actor or place that a word alone names; None where none or several do, or it is a part of a name."""
    if not _known(word):
        return None
    from osintkp.vocabulary import places

    actor = actors.resolve(word)
    if actor.actor is not None and actor.by in PLAIN_NAMES:
        return actor.actor
    name = letters.fold(word)
    alone = any(letters.fold(form) == name for form, _ in places.forms_with(names.key(word)))
    return places.resolve(word).place if alone else None


@functools.lru_cache(maxsize=4096)
def imitated_id(actor: str) -> str | None:
    r"""
    Return what an actor's id imitates; None where it is known, or imitates nothing.

    Example:
        >>> imitated_id("harnas"), imitated_id("hamas"), imitated_id("some-militia")
        ("U+0072 U+006E looks like 'm'; read as 'hamas'", None, None)
    """
    if len(actor) > LONGEST_ID or actors.known(actor):
        return None
    mixed = [each for each in letters.lookalikes(actor) if each.why != "capital-i"]
    if mixed:
        read = _read(actor)
        tail = f"; read as {read!r}" if actors.known(read) else ""
        return "; ".join(dict.fromkeys(map(str, mixed))) + tail
    for pair, shape in (*letters.PAIRS.items(), *DRAWN.items()):
        read = actor.replace(pair, shape)
        if read != actor and actors.known(read):
            codes = " ".join(f"U+{ord(letter):04X}" for letter in pair)
            return f"{codes} looks like {shape!r}; read as {read!r}"
    return None

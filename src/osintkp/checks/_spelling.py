"""How near two spellings of a name are: the same but for hyphens, another romanisation, one letter apart."""

from __future__ import annotations

from functools import lru_cache

from osintkp.vocabulary import letters, names

VOWELS = frozenset("aeiouyj")
SOUNDS = letters.SAME | str.maketrans({"q": "k", "g": "k", "c": "k", "w": "v", "z": "s", "x": "ks"})
ARTICLES = frozenset({"al", "el", "the", "ad", "as", "ar", "ash", "of", "port", "city", "region", "province"})
SPACED = letters.SAME | str.maketrans(
    dict.fromkeys("-\u2010\u2011\u2012\u2013\n\r\t\u00a0", " ") | {"\u2019": "'"}
)
SHORTEST, NEAREST = 6, 4
ALIKE = 0.65
NUMERAL = frozenset("ivxlcdm")


@lru_cache(maxsize=512)
def flat(text: str) -> str:
    r"""
    Return a text in small letters without accents, hyphens as spaces, with every letter in its place.

    Example:
        >>> flat("Goïta met\nCHOE Son-hui"), len(flat("Türkiye's")) == len("Türkiye's")
        ('goita met choe son hui', True)
    """
    if not text.isascii():
        plain = {letter: letters.fold(letter) for letter in set(text) if not letter.isascii()}
        text = text.translate({ord(letter): bare for letter, bare in plain.items() if len(bare) == 1})
    text = text.translate(SPACED)
    low = text.lower()
    return low if len(low) == len(text) else text


def place_of(form: str, text: str) -> int | None:
    """
    Return where a flat form first stands as words of its own in a flat text; None where it does not.

    Example:
        >>> place_of("niger", "nigeria and niger"), place_of("mali", "somalia")
        (12, None)
    """
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return start
        start = text.find(form, start + 1)
    return None


def words_of(name: str) -> tuple[str, ...]:
    """
    Return the words of a name as they are compared: folded, without articles and general words like "port".

    Example:
        >>> words_of("Al-Hodeidah"), words_of("Port of Najin"), words_of("the Port")
        (('hodeidah',), ('najin',), ('the', 'port'))
    """
    every = letters.fold(name).split()
    return tuple(word for word in every if word not in ARTICLES) or tuple(every)


@lru_cache(maxsize=4096)
def place_named(words: str) -> str | None:
    """
    Return the one place of the table that some words name by a listed form; None where none or several do.

    The form is exact, but for case, accents, articles and general words like "port".

    Example:
        >>> place_named("the port of Hudaydah"), place_named("Tripoli"), place_named("Mali")
        ('hodeidah', None, None)
    """
    from osintkp.vocabulary import places

    wanted = words_of(words)
    rarest = max(wanted, key=lambda word: (not word.endswith("s"), len(word)), default="")
    found = {place for form, place in places.forms_with(rarest) if words_of(form) == wanted}
    return found.pop() if len(found) == 1 else None


def romanised(word: str) -> str:
    """
    Return what romanisations of one word share: its consonants, near sounds made one.

    Example:
        >>> romanised("Gaddafi"), romanised("Kadhafi"), romanised("Qaddafi"), romanised("Hussein")
        ('kdf', 'kdf', 'kdf', 'hsn')
    """
    sounds = letters.fold(word).replace("ph", "f").translate(SOUNDS)
    kept = [letter for place, letter in enumerate(sounds) if letter != "h" or not place]
    single = [letter for place, letter in enumerate(kept) if place == 0 or kept[place - 1] != letter]
    return "".join(letter for letter in single if letter not in VOWELS)


def respelt(one: str, other: str) -> bool:
    """
    Tell whether two folded words are two spellings of one: the same sounds, or one letter apart; a plural is none.

    Example:
        >>> (
        ...     respelt("sun", "son"),
        ...     respelt("najin", "rajin"),
        ...     respelt("houthi", "houthis"),
        ...     respelt("kim", "choe"),
        ... )
        (True, True, False, False)
    """
    if one.rstrip("s") == other.rstrip("s"):
        return False
    sounds = romanised(one)
    if sounds and sounds == romanised(other):
        return True
    return min(len(one), len(other)) >= NEAREST and names.one_off(one, other)


def variants(one: str, other: str, *, person: bool = False) -> bool:
    """
    Tell whether two forms of one actor or place are spellings of one name, not a full and a short form, or two names.

    Args:
        one: A form.
        other: Another.
        person: Whether words may be missing from one: a surname stands beside a full name.

    Example:
        >>> variants("Choe Son Hui", "Choe Sun-hui"), variants("Kim Jong-un", "Kim Jong Un")
        (True, False)
        >>> (
        ...     variants("Zelensky", "Volodymyr Zelenskyy", person=True),
        ...     variants("Zelensky", "Volodymyr Zelensky", person=True),
        ... )
        (True, False)
    """
    mine, theirs = words_of(one), words_of(other)
    if "".join(mine) == "".join(theirs):
        return False
    if len(mine) == len(theirs):
        return all(a == b or respelt(a, b) for a, b in zip(mine, theirs, strict=True))
    return person and (_aligned(mine, theirs) if len(mine) < len(theirs) else _aligned(theirs, mine))


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether each word of the short name is one of the long, in order, and at least one is spelt otherwise."""
    place, other = 0, False
    for word in short:
        found = next((at for at in range(place, len(long)) if _fits(word, long[at])), None)
        if found is None:
            return False
        other = other or word != long[found]
        place = found + 1
    return other


def _fits(one: str, other: str) -> bool:
    return one == other or respelt(one, other)


def one_name(one: str, other: str) -> str | None:
    """
    Return why two names of two actors may be one name; None where they are two.

    Names with figures, of two numerals, or that differ in a word of one or two letters are two names.

    Example:
        >>> one_name("muammar-gaddafi", "moammar-kadhafi"), one_name("choe-sun-hui", "choe-sin-hui")
        ('spell one sound', 'are one letter apart')
        >>> (
        ...     one_name("shin-wonsik", "shin-won-sik"),
        ...     one_name("ali-hassan", "ali-hussein"),
        ...     one_name("72-brigade", "73-brigade"),
        ... )
        ('are one name', None, None)
    """
    mine, theirs = letters.fold(one).split(), letters.fold(other).split()
    joined, beside = "".join(mine), "".join(theirs)
    if joined == beside:
        return "are one name" if joined else None
    if min(len(joined), len(beside)) < SHORTEST or any(map(str.isdigit, joined + beside)):
        return None
    if len(mine) == len(theirs):
        differing = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
        if any(len(word) < 3 or NUMERAL.issuperset(word) for pair in differing for word in pair):
            return None
        if all(_one_sound(*pair) for pair in differing) and not names.one_off(joined, beside):
            return "spell one sound"
    return "are one letter apart" if names.one_off(joined, beside) else None


def _one_sound(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    sounds = romanised(one)
    if len(sounds) < 2 or sounds != romanised(other):
        return False
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second).ratio() >= ALIKE

"""
Who acts: states, organisations, agencies, armed groups, media and persons, with their names and offices.

A state's id is its ISO 3166-1 alpha-2 code, every other actor's id a slug. A slug that no table has is as good an id
as any: it stands for itself alone. The table is ``data/actors.json``, made from ``tables/`` by ``tools/build_tables.py``.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from osintkp.errors import DateError, UnknownIdError, shown
from osintkp.vocabulary.tables import table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from osintkp.vocabulary import names
    from osintkp.vocabulary.actor import Actor, Office, Resolution
    from osintkp.vocabulary.names import By
    from osintkp.vocabulary.tables import Row

LONGEST_ID = 64
KINDS: tuple[tuple[str, By], ...] = (
    ("names", "name"),
    ("adjectives", "adjective"),
    ("metonyms", "metonym"),
    ("abbreviations", "abbreviation"),
)
COLLECTIVE = "a group without fixed members, never one actor"


@functools.cache
def _tables() -> tuple[dict[str, Any], Mapping[str, Row]]:
    return table("actors")


def _table() -> dict[str, Any]:
    return _tables()[0]


def _rows() -> Mapping[str, Row]:
    return _tables()[1]


def ids() -> tuple[str, ...]:
    """
    Return the id of every actor of the table, in order of the alphabet.

    Example:
        >>> {"KP", "hamas", "un-security-council"} <= set(ids())
        True
    """
    return tuple(_rows())


def as_of() -> str:
    """
    Return the month up to which the table was kept: an office without an end was held then, later is not known.

    Example:
        >>> as_of()
        '2025-09'
    """
    month: str = _table()["as_of"]
    return month


def known(actor_id: str) -> bool:
    """
    Tell whether the table has an id.

    Example:
        >>> known("KP"), known("kp"), known("some-militia")
        (True, False, False)
    """
    return actor_id in _rows()


def legal_id(text: str) -> bool:
    """
    Tell whether a text can be an actor's id: one of the table, or a slug of at most 64 small letters, digits and hyphens.

    Example:
        >>> legal_id("SD"), legal_id("tuareg-rebels"), legal_id("ZZ"), legal_id("Two words")
        (True, True, False, False)
    """
    if known(text):
        return True
    parts = text.split("-")
    return len(text) <= LONGEST_ID and all(
        part.isascii() and part.isalnum() and part == part.lower() for part in parts
    )


def kind(actor_id: str) -> str | None:
    """
    Return what sort of actor an id is, as :class:`~osintkp.vocabulary.actor.Actor` has it; None where the table lacks it.

    Example:
        >>> kind("SD"), kind("shin-won-sik"), kind("some-militia")
        ('state', 'person', None)
    """
    found: str | None = _rows().get(actor_id, {}).get("kind")
    return found


def ambiguous() -> Mapping[str, tuple[str, ...]]:
    """
    Return the names that are never decided without their context, each with every id that it may stand for.

    Example:
        >>> ambiguous()["Congo"]
        ('CD', 'CG')
    """
    return {form: tuple(found) for form, (found, _) in _table()["ambiguous"].items()}


@functools.cache
def actor(actor_id: str) -> Actor:
    """
    Return the actor of an id.

    Raises:
        UnknownIdError: The table has no such id; the nearest ones are named.

    Example:
        >>> actor("shin-won-sik").offices[0].title, actor("KR").adjectives
        ('defence minister', ('South Korean', 'S. Korean'))
    """
    if not known(actor_id):
        raise UnknownIdError(_unknown(actor_id))
    from osintkp.vocabulary.actor import made

    return made(actor_id, _rows()[actor_id], _table())


def _unknown(actor_id: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(actor_id[:LONGEST_ID], ids())
    return f"no actor has the id {shown(actor_id)}" + (f"; near it: {', '.join(near)}" if near else "")


@functools.cache
def actors() -> Mapping[str, Actor]:
    """
    Return every actor by id; builds them all, so prefer :func:`actor` for one.

    Example:
        >>> sum(each.kind == "state" for each in actors().values())
        250
    """
    from types import MappingProxyType

    return MappingProxyType({each: actor(each) for each in ids()})


def spellings(actor_id: str) -> Mapping[str, str]:
    """
    Return the listed spellings of an actor's names, each with the form that it is a spelling of.

    Example:
        >>> spellings("CN"), spellings("some-militia")
        ({'Peking': 'Beijing'}, {})
    """
    found: Mapping[str, str] = _rows().get(actor_id, {}).get("spellings", {})
    return found


@functools.lru_cache(maxsize=4096)
def root(actor_id: str) -> str:
    """
    Return the top body that an actor belongs to; an actor that stands alone is its own.

    Example:
        >>> root("kr-defense-intelligence-agency"), root("hamas"), root("some-militia")
        ('KR', 'hamas', 'some-militia')
    """
    rows = _rows()
    while (row := rows.get(actor_id)) is not None and "part_of" in row:
        actor_id = row["part_of"]
    return actor_id


def within(actor_id: str | None, group: str) -> bool:
    """
    Tell whether an actor is a body or group, belongs to it, or is a member of it now; None is in nothing.

    Example:
        >>> within("shin-won-sik", "KR"), within("FR", "eu"), within("GB", "eu"), within("KR", "shin-won-sik")
        (True, True, False, False)
    """
    return actor_id is not None and group in above(actor_id)


@functools.lru_cache(maxsize=4096)
def above(actor_id: str) -> frozenset[str]:
    """
    Return an actor, the bodies that it belongs to, and the groups of which one of these is a member.

    Example:
        >>> "KR" in above("shin-won-sik"), above("some-militia")
        (True, frozenset({'some-militia'}))
    """
    row = _rows().get(actor_id, {})
    whole = row.get("part_of")
    return frozenset((actor_id, *row.get("member_of", ()), *(above(whole) if whole else ())))


def offices_at(actor_id: str, date: str | dt.date) -> tuple[Office, ...]:
    """
    Return the offices that a person held on a day, or at any time within a month or year.

    A date of an office that is known to the month only counts with the whole month; offices may overlap.

    Args:
        actor_id: The person; an id that the table lacks held nothing.
        date: A day, or a text like ``2024-08-20``, ``2024-08`` or ``2024``.

    Raises:
        DateError: The text is no such date.

    Example:
        >>> [office.title for office in offices_at("shin-won-sik", "2024-08-20")]
        ['defence minister', 'national security adviser']
    """
    from osintkp.vocabulary.actor import office_of

    first, last = _span(str(date))
    row = _rows().get(actor_id, {})
    return tuple(
        office_of(office, _table())
        for office in row.get("offices", ())
        if (not office[2] or _span(office[2])[0] <= last) and (not office[3] or first <= _span(office[3])[1])
    )


def _span(date: str) -> tuple[str, str]:
    """Give the first and last day that a date of day, month or year can mean, as texts that compare."""
    parts = date.rstrip("~?%").split("-")
    sizes = [len(part) for part in parts]
    if sizes not in ([4], [4, 2], [4, 2, 2]) or not all(part.isascii() and part.isdigit() for part in parts):
        raise DateError("date-unreadable", "this is no day, month or year", date, "write it like 2024-08-20")
    return "-".join([*parts, "01", "01"][:3]), "-".join([*parts, *("12", "31")[len(parts) - 1 :]])


@functools.cache
def _titles() -> dict[str, str]:
    titles: dict[str, list[str]] = _table()["titles"]
    from osintkp.vocabulary import names

    return {names.key(form): title for title, forms in titles.items() for form in [title, *forms]}


def canonical_title(words: str) -> str | None:
    """
    Return the office that a title is one of many words for; None where the table does not know the title.

    Example:
        >>> (
        ...     canonical_title("Secretary of Defense"),
        ...     canonical_title("defence minister"),
        ...     canonical_title("poet"),
        ... )
        ('defence minister', 'defence minister', None)
    """
    from osintkp.vocabulary import names

    return _titles().get(names.key(words))


def forms() -> Iterator[tuple[str, str, By]]:
    """
    Give every form in which text names an actor, with the actor's id and the kind of the form; no codes.

    For readers that scan text. A form may come several times, for several actors.

    Example:
        >>> ("North Korean", "KP", "adjective") in set(forms())
        True
    """
    every = (forms_of(actor_id, row) for actor_id, row in _rows().items())
    return ((form.text, form.id, form.by) for found in every for form in found)


def forms_with(word: str) -> Iterator[tuple[str, str, By]]:
    """
    Give the forms that have a word, in small letters without accents, like :func:`forms` does all of them.

    Example:
        >>> sorted({actor for _, actor, _ in forms_with("houthi")}), list(forms_with("houth"))
        (['abdul-malik-al-houthi', 'houthis'], [])
    """
    from osintkp.vocabulary import names

    return ((form.text, form.id, form.by) for form in names.with_word(_index(), word))


def forms_of(actor_id: str, row: Row) -> Iterator[names.Form]:
    """Give the forms of an actor by its row of the table."""
    from osintkp.vocabulary import names

    yield names.Form(row["name"], actor_id, "name")
    for field, by in KINDS:
        for text in row.get(field, ()):
            yield names.Form(text, actor_id, by)
    for text, of in row.get("spellings", {}).items():
        yield names.Form(text, actor_id, "spelling", of)


@functools.cache
def _index() -> names.NameIndex:
    from osintkp.vocabulary import names

    def named(actor_id: str) -> Iterator[names.Form]:
        return forms_of(actor_id, _rows()[actor_id])

    return names.NameIndex(_table()["keys"], named, names.decided(_table()["ambiguous"]))


@functools.cache
def _collectives() -> frozenset[str]:
    from osintkp.vocabulary import names

    return frozenset(map(names.key, _table()["collective"]))


def resolve(words: str) -> Resolution:
    """
    Return the actor that some words name, without their context.

    Case, accents, hyphens, possessives and American spelling make no difference; abbreviations need their capitals.
    Nothing is guessed: where several actors fit, none is chosen; a group without fixed members is no actor.
    For a name of six letters or more, with a capital, one wrong letter is forgiven if one actor alone fits.

    Example:
        >>> resolve("Emirati").actor, resolve("Congolese").candidates, resolve("the West").actor
        ('AE', ('CD', 'CG'), None)
        >>> resolve("SeouI")
        Resolution(actor='KR', candidates=('KR',), by='lookalike', note="U+0049 looks like 'l'")
    """
    from osintkp.vocabulary import names
    from osintkp.vocabulary.actor import Resolution

    given = words.strip()
    if names.key(given) in _collectives():
        return Resolution(actor=None, note=COLLECTIVE)
    hit = names.look_up(_index(), given)
    code = given if known(given) else _table()["codes"].get(given)
    if code is not None:
        named = hit.ids if hit and hit.by in ("name", "abbreviation") else ()
        others = tuple(each for each in named if each != code)
        note = f"{given} is a code, and a name of others" if others else None
        return Resolution(actor=None if others else code, candidates=(code, *others), by="id", note=note)
    if hit is None:
        return Resolution(actor=None)
    if len(hit.ids) == 1:
        return Resolution(actor=hit.ids[0], candidates=hit.ids, by=hit.by, note=hit.note)
    return Resolution(
        actor=None, candidates=hit.ids, by=hit.by, note=hit.note or "several actors have this name"
    )

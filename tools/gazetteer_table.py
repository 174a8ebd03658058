"""The phrases by which the reader knows actors, places and goods, made from the frozen tables and the reader's word lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from osintkp.reading.names.gazetteer import word_set, words
from osintkp.reading.tokens import Tokens
from osintkp.vocabulary import actors, items, names, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

ARTICLES = {"al": "el", "el": "al"}
SMALL = -1
CAPITALS = -2
RESPELT = {british: american for american, british in names.RESPELT.items()}
BOTH = names.RESPELT | RESPELT


class Entry(NamedTuple):
    """What a phrase means, as :class:`osintkp.reading.names.gazetteer.Entry` has it."""

    kind: str
    ids: tuple[str, ...]
    by: str
    form: str
    capital: int
    joins: tuple[int, ...]


def build() -> dict[str, Any]:
    """Return the table of phrases: by first word, each with the words after it and what it means."""
    table: dict[tuple[str, tuple[str, ...]], Entry] = {}
    bodies: dict[tuple[str, tuple[str, ...]], str] = {}
    _actors(table, bodies)
    _places(table)
    _goods(table)
    _lists(table)
    rows: dict[str, list[list[Any]]] = {}
    for (_, phrase), entry in table.items():
        rows.setdefault(phrase[0], []).append(_row(phrase[1:], entry))
    for each in rows.values():
        each.sort(key=lambda row: -len(row[0].split()))
    return {
        "bodies": {f"{state} {' '.join(phrase)}": name for (state, phrase), name in bodies.items()},
        "words": " ".join(sorted(_words(table, NAMES - {"person"}))),
        "words_of_persons": " ".join(sorted(_words(table, {"person"}))),
        "reading/gazetteer": dict(sorted(rows.items())),
    }


NAMES = frozenset({"actor", "person", "place", "class", "model"})


def _words(table: dict[tuple[str, tuple[str, ...]], Entry], kinds: AbstractSet[str]) -> set[str]:
    return {word for kind, phrase in table if kind in kinds for word in phrase}


def _row(rest: tuple[str, ...], entry: Entry) -> list[Any]:
    """Return an entry as short as it goes: the form only where it is told by more than its words."""
    form = entry.form if entry.kind == "model" or entry.capital == CAPITALS or entry.kind == "source" else ""
    row = [" ".join(rest), entry.kind, " ".join(entry.ids), entry.by, entry.capital, form, list(entry.joins)]
    while row[-1] in ("", []):
        row.pop()
    return row


def split(form: str) -> tuple[str, ...]:
    """
    Return the words of a form as tokens have them.

    Example:
        >>> split("T-72B3"), split("the People's Army")
        (('t', '72', 'b', '3'), ('people', "'s", 'army'))
    """
    plain = form.replace("-", " ")
    found = (
        plain.lower().split() if plain.isascii() and plain.replace(" ", "").isalpha() else Tokens(form).words
    )
    return tuple(found[1:] if found[:1] == ["the"] and len(found) > 1 else found)


def _enter(table: dict[tuple[str, tuple[str, ...]], Entry], phrase: tuple[str, ...], entry: Entry) -> None:
    for each in _spellings(phrase):
        old = table.get((entry.kind, each))
        if old is None:
            table[entry.kind, each] = entry
        elif entry.ids[0] not in old.ids:
            table[entry.kind, each] = old._replace(ids=old.ids + entry.ids)


def _spellings(phrase: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    if BOTH.keys().isdisjoint(phrase):
        return (phrase,)
    british = tuple(names.RESPELT.get(word, word) for word in phrase)
    return dict.fromkeys((phrase, british, tuple(RESPELT.get(word, word) for word in british)))


def _entry(kind: str, name: str, by: str, form: str, phrase: tuple[str, ...]) -> Entry:
    capital = CAPITALS if by == "abbreviation" else _capital(form)
    joins = () if phrase and " ".join(phrase).replace(" ", "").isalpha() else tuple(_joins(form, phrase))
    return Entry(kind, (name,), by, form, capital, joins)


def _capital(form: str) -> int:
    if form[0].isupper():
        return 0
    parts = form.removeprefix("the ").replace("-", " ").split()
    return next((number for number, part in enumerate(parts) if part[0].isupper()), SMALL)


def _joins(form: str, phrase: tuple[str, ...]) -> Iterator[int]:
    """Give the words that no space parts from the one before, where one of the two is a number."""
    place = 0
    low = form.lower()
    for number, word in enumerate(phrase):
        found = low.find(word, place)
        if found < 0:
            return
        gap = low[place:found]
        if number and " " not in gap and (word[0].isdigit() or phrase[number - 1][0].isdigit()):
            yield number
        place = found + len(word)


def _actors(
    table: dict[tuple[str, tuple[str, ...]], Entry], bodies: dict[tuple[str, tuple[str, ...]], str]
) -> None:
    states: dict[tuple[str, ...], str] = {}
    agencies = []
    for form, name, by in actors.forms():
        if "(" in form or form.endswith(" officials"):
            continue
        phrase = split(form)
        kind = "person" if (is_person := actors.kind(name) == "person") else "actor"
        entry = _entry(kind, name, by, form, phrase)
        _enter(table, phrase, entry)
        if by == "adjective":
            _enter(table, (*phrase[:-1], phrase[-1] + "s"), entry)
        if len(name) == 2 and by in ("name", "adjective"):
            states.setdefault(phrase, name)
        elif not is_person and len(phrase) > 1:
            agencies.append((phrase, name, entry))
    for form, ids in actors.ambiguous().items():
        if form.startswith("the "):
            continue
        phrase = split(form)
        entry = _entry("actor", ids[0], "name", form, phrase)._replace(ids=ids)
        table["actor", phrase] = entry
    for phrase, name, entry in agencies:
        _body(table, bodies, states, (phrase, name, entry))


def _body(
    table: dict[tuple[str, tuple[str, ...]], Entry],
    bodies: dict[tuple[str, tuple[str, ...]], str],
    states: dict[tuple[str, ...], str],
    agency: tuple[tuple[str, ...], str, Entry],
) -> None:
    """Enter an agency named by its state with and without "'s", and under its state."""
    phrase, name, entry = agency
    for size in (1, 2, 3):
        state, rest = states.get(phrase[:size]), phrase[size:]
        if state is None or not rest or actors.root(name) != state:
            continue
        bare = rest[1:] if rest[0] == "'s" else rest
        for each in _spellings(bare):
            bodies.setdefault((state, each), name)
        if rest[0] != "'s":
            _enter(table, (*phrase[:size], "'s", *rest), entry)


def _places(table: dict[tuple[str, tuple[str, ...]], Entry]) -> None:
    for form, name in places.forms():
        phrase = split(form)
        _enter(table, phrase, _entry("place", name, "name", form, phrase))
    _articles(table)
    for state, forms in words()["places"]["more"].items():
        for form in forms:
            phrase = split(form)
            table.setdefault(("place", phrase), _entry("place", "", state, form, phrase))
    for form, ids in places.ambiguous().items():
        if not any(len(each) == 2 for each in ids):
            phrase = split(form)
            table["place", phrase] = _entry("place", ids[0], "name", form, phrase)._replace(ids=ids)


def _articles(table: dict[tuple[str, tuple[str, ...]], Entry]) -> None:
    """Enter towns with an Arabic article in its other spelling too: "Al Fasher" for "El Fasher"."""
    for (kind, phrase), entry in list(table.items()):
        if kind == "place" and len(phrase) > 1 and phrase[0] in ARTICLES:
            table.setdefault((kind, (ARTICLES[phrase[0]], *phrase[1:])), entry)


def _goods(table: dict[tuple[str, tuple[str, ...]], Entry]) -> None:
    models = {split(form) for form, _, kind in items.forms() if kind == "model"}
    more = ((form, path, "class") for path, forms in words()["items"]["more"].items() for form in forms)
    for each in (items.forms(), more):
        for form, path, kind in each:
            phrase = split(form)
            entry = _entry(kind, path, "name", form, phrase)
            if kind == "model":
                entry = entry._replace(form=_designation(form, phrase, models))
            elif not form.isupper():
                entry = entry._replace(capital=SMALL)
            for one in _compounds(phrase):
                if form not in word_set("items", "plural"):
                    table.setdefault((kind, one), entry)
                if (many := plural(one[-1])) is not None:
                    table.setdefault((kind, (*one[:-1], many)), entry)


def _designation(form: str, phrase: tuple[str, ...], models: set[tuple[str, ...]]) -> str:
    """Give a designation without the noun after it, where it is listed so too: "Patriot" of "Patriot battery"."""
    parts = form.split(" ")
    for size in range(1, len(parts)):
        short = " ".join(parts[:size])
        rest = "".join(parts[size:])
        if split(short) in models and len(phrase) > size and rest.isalpha() and rest.islower():
            return short
    return form


def _compounds(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give a phrase in its spellings, "anti tank" written as one word too."""
    for each in _spellings(phrase):
        yield each
        if each[0] in ("anti", "land", "air") and len(each) > 1 and each[1] != "to":
            yield (each[0] + each[1], *each[2:])


def plural(word: str) -> str | None:
    """
    Return the plural of a noun; None for what has none of its own, like ``weapons`` and ``T-72``.

    Example:
        >>> plural("battery"), plural("torpedo"), plural("howitzer"), plural("weapons")
        ('batteries', 'torpedoes', 'howitzers', None)
    """
    if not word.isalpha():
        return word + "s" if word[-1:].isalpha() else None
    if word.endswith("s"):
        return None
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("sh", "ch", "x", "do")) else "s")


def _lists(table: dict[tuple[str, tuple[str, ...]], Entry]) -> None:
    lists = words()
    kinds = (
        ("title", "titles", ("courtesy", "rank", "office", "post")),
        ("source", "sources", ("heads", "things")),
        ("body", "bodies", ("heads",)),
        ("say", "saying", ("verbs",)),
        ("group", "bodies", ("names",)),
        ("pronoun", "pronouns", ("persons", "states", "groups", "outlets")),
        ("stop", "items", ("stop",)),
        ("head", "places", ("heads",)),
        ("opening", "places", ("openings",)),
        ("direction", "places", ("directions",)),
    )
    for kind, section, fields in kinds:
        for field in fields:
            for form in lists[section][field]:
                table.setdefault((kind, tuple(form.split())), Entry(kind, (field,), field, form, SMALL, ()))

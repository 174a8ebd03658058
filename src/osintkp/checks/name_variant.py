"""
One actor or place stands under several spellings, or two ids may mean one actor.

The forms by which the sources name an actor or a place are looked for in the quoted words, in the titles and, where it
is at hand, in the whole text. Spellings of one name are told together: romanisations, old forms, slips of the pen.
A short form beside the full name, an adjective, a capital for its state and another name are no spellings. Where two
ids that some claims name are one name but for hyphens, sound or one letter, the check asks whether they are one actor.

## Why it matters
Who searches for one spelling misses the other half of the record, and one minister under two ids counts as two origins.

## Found
Two ids for one man, whose name has a dozen romanisations.
```toml
[source]
id = "wire"
[[claim]]
id = "arms"
quote = "arms from the colonel's stores"
speaker = "unknown"
shipment = { sender = "muammar-gaddafi", recipient = "ML", item = "weapons" }

[source]
id = "daily"
[[claim]]
id = "arms"
quote = "rifles that Tripoli sent"
speaker = "unknown"
shipment = { sender = "moammar-kadhafi", recipient = "ML", item = "weapons/small-arms" }
```

## Not found
The two brigades differ in a figure: they are two.
```toml
[source]
id = "wire"
[[claim]]
id = "tanks"
quote = "the 72nd lost tanks"
loss = { actor = "72-brigade", item = "vehicles/tank", amount = "4 tank" }

[source]
id = "daily"
[[claim]]
id = "tanks"
quote = "the 73rd lost tanks"
loss = { actor = "73-brigade", item = "vehicles/tank", amount = "4 tank" }
```

## Assumptions
Hyphens, spaces, capitals and accents make no spelling of their own. Spellings of a name are those that the tables of
actors and places list. Two ids that one claim names side by side are two actors.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import permutations
from typing import Any

import attrs

from osintkp.checks._one_actor import pairs, reason
from osintkp.checks._spelling import flat, place_named, place_of, variants
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.difference import fields_of
from osintkp.evidence import Source
from osintkp.findings import Finding
from osintkp.group import Group, Grouping, Groupings, Lookup, Round, by_each, finding
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "ENT102"
GRAVEST = Severity.WARNING
ACTOR, PLACE, PAIR = "actor", "place", "pair"
LISTED = "the spellings are those that the table of actors and places lists for {}"
APART = "two ids stand for two actors unless somebody says that they are one"
FAR = 10**12
BREAK = " | "
Pairs = Mapping[str, Sequence[tuple[str, str, str]]]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Standing:
    """
    Where a spelling stands.

    Attributes:
        form: The spelling, as it is printed there.
        claim: The claim whose words hold it, or a claim of the source that does.
        where: The place in words.
    """

    form: str
    claim: Claim
    where: str


def _named(claim: Claim) -> Iterator[Hashable]:
    """Give the actors and places that a claim names, those that have spellings: a state in the news is named by very many."""
    yield from ((ACTOR, actor) for actor in claim.everybody if actors.known(actor) and spelt(ACTOR, actor))
    for words in _place_words(claim):
        found = place_named(words)
        if found is not None and spelt(PLACE, found):
            yield (PLACE, found)


@lru_cache(maxsize=8192)
def spelt(kind: str, name: str) -> bool:
    """
    Tell whether two of the forms that the tables list for an actor or a place are spellings of one another.

    Example:
        >>> spelt("actor", "hezbollah"), spelt("place", "port-sudan")
        (True, False)
    """
    forms, person = _forms(kind, name)
    return any(_respelt(kind, name, one, other, person=person) for one, other in permutations(forms, 2))


def _place_words(claim: Claim) -> list[str]:
    record = claim.record
    return [
        words
        for name in fields_of(record)
        if isinstance(words := getattr(record, name), str) and words.strip()
    ]


def _together(claim: Claim, _source: Source | None, _known: Any) -> tuple[tuple[str, ...]]:
    return (tuple(sorted(set(claim.everybody))),)


def _pairs(told: AbstractSet[tuple[str, ...]], _claims: Lookup, _known: Any) -> Pairs:
    """Return the pairs of ids that may mean one actor, by each of the two."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for one, other in pairs(told):
        for actor in (one, other):
            found.setdefault(actor, []).append((PAIR, one, other))
    return found


def _in_pairs(claim: Claim, known: Pairs) -> Iterable[Hashable]:
    return dict.fromkeys(pair for actor in claim.everybody for pair in known.get(actor, ())) if known else ()


GROUPS = Groupings(
    (by_each(_named), Grouping(keys=_in_pairs, rounds=(Round(told=_together, settle=_pairs),)))
)


def find(group: Group) -> Iterator[Finding]:
    """Give the one finding of an actor or place under several spellings, or of two ids that may be one actor."""
    kind, *ids = group.key if isinstance(group.key, tuple) else (ACTOR, group.key)
    return _pair(group, *ids) if kind == PAIR else _spelt(group, kind, ids[0])


def _pair(group: Group, one: str, other: str) -> Iterator[Finding]:
    naming = {actor: [claim for claim in group.claims if actor in claim.everybody] for actor in (one, other)}
    told = " and ".join(
        f"{actor} ({listed((claim.id for claim in claims), most=3)})" for actor, claims in naming.items()
    )
    message = (
        f"{told} may be one actor: {reason(one, other)}; missing: whether both mean one; if so, what is told of the one"
        " holds for the other and both are one origin, if not, nothing is amiss"
    )
    roles = [
        f"{actor} speaks as {listed(sorted(said), most=3)}"
        for actor, claims in naming.items()
        if (
            said := {link.role for c in claims for link in c.attribution if link.actor == actor and link.role}
        )
    ]
    yield finding(
        Verdict.UNDECIDED,
        message,
        (
            naming[one][0],
            naming[other][0],
            *(c for c in group.claims if c not in (naming[one][0], naming[other][0])),
        ),
        working=tuple(roles),
        assumptions=(APART,),
        severity=Severity.WARNING,
    )


def _spelt(group: Group, kind: str, name: str) -> Iterator[Finding]:
    forms, person = _forms(kind, name)
    sources = _by_source(group)
    there = _there(group, sources, forms)
    if len(there) < 2:
        return
    found = [each for claims in sources for each in _standings(group, claims, there)]
    printed = dict.fromkeys(each.form for each in found)
    respelt = {
        one for one, other in permutations(printed, 2) if _respelt(kind, name, one, other, person=person)
    }
    together = [each for each in found if each.form in respelt]
    spellings: dict[str, list[Standing]] = {}
    for each in sorted(together, key=lambda standing: (standing.where, standing.form)):
        spellings.setdefault(flat(each.form), []).append(each)
    if not spellings:
        return
    told = [
        f'"{places[0].form}" ({listed((each.where for each in places), most=3)})'
        for _, places in sorted(spellings.items())
    ]
    yield finding(
        Verdict.AGREEMENT,
        f"one {kind}, {name}, stands under {len(spellings)} spellings: {listed(told, most=8)}; a search for one misses the"
        f" other{'s' * (len(spellings) > 2)}",
        tuple(
            {each.claim.id: each.claim for each in sorted(together, key=lambda each: each.claim.id)}.values()
        ),
        assumptions=(LISTED.format(name),),
    )


def _forms(kind: str, name: str) -> tuple[list[str], bool]:
    """Return the forms of an actor or place, flat, and whether it is a person."""
    if kind == PLACE:
        from osintkp.vocabulary import places

        place = places.place(name)
        return sorted({flat(form) for form in (place.name, *place.names)}), False
    actor = actors.actor(name)
    every = (actor.name, *actor.names, *actor.metonyms, *actor.spellings)
    return sorted({flat(form) for form in every if not form.isupper()}), actor.kind == "person"


def _respelt(kind: str, name: str, one: str, other: str, *, person: bool) -> bool:
    if variants(one, other, person=person):
        return True
    return kind == ACTOR and (_spelling_of(name, one, other) or _spelling_of(name, other, one))


def _spelling_of(name: str, form: str, other: str) -> bool:
    """Tell whether a form is listed as a spelling of another: of the forms without a spelling the one most like it."""
    meant = {flat(spelling): flat(of) for spelling, of in actors.spellings(name).items()}
    return flat(form) in meant and flat(other) not in meant and flat(other) == meant[flat(form)]


def _there(group: Group, sources: Iterable[list[Claim]], forms: list[str]) -> list[str]:
    """Return the forms that stand anywhere in the words of some sources; one alone need not be looked for."""
    if len(forms) < 2:
        return forms
    every = []
    for claims in sources:
        source = group.beyond.sources.get(claims[0].source)
        words = [span.quote for claim in claims for span in claim.spans]
        words += [place for claim in claims for place in _place_words(claim)]
        words += [] if source is None else [source.title or "", source.text or ""]
        every.append(flat(BREAK.join(words)))
    return [form for form in forms if any(place_of(form, text) is not None for text in every)]


def _by_source(group: Group) -> Iterable[list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in group.claims:
        found.setdefault(claim.source, []).append(claim)
    return found.values()


def _standings(group: Group, claims: list[Claim], forms: list[str]) -> list[Standing]:
    """Return where each form first stands in the words of one source: in a quote, in its title, in its text."""
    source = group.beyond.sources.get(claims[0].source)
    found: dict[str, Standing] = {}
    for claim, where, words in _words(claims, source):
        text = flat(words)
        hits = {form: at for form in forms if form not in found and (at := place_of(form, text)) is not None}
        for form, at in hits.items():
            if not any(a <= at and at + len(form) <= a + len(o) for o, a in hits.items() if o != form):
                printed = " ".join(words[at : at + len(form)].split())
                spot = where or f"{claims[0].source} at {at}"
                found[form] = Standing(form=printed, claim=claim or _nearest(claims, at), where=spot)
    return list(found.values())


def _words(claims: list[Claim], source: Source | None) -> Iterator[tuple[Claim | None, str, str]]:
    """Give the words of a source, quotes first, each with its claim and what it is; neither for the text itself."""
    for claim in claims:
        yield claim, claim.id, BREAK.join((*(span.quote for span in claim.spans), *_place_words(claim)))
    if source is not None and source.title:
        yield claims[0], f"the title of {source.id}", source.title
    if source is not None and source.text:
        yield None, "", source.text


def _nearest(claims: list[Claim], at: int) -> Claim:
    """Return the claim whose words stand nearest to a place in the text; the first where no place is known."""
    return min(
        claims,
        key=lambda claim: min(
            (abs(span.start - at) for span in claim.spans if span.start is not None), default=FAR
        ),
    )

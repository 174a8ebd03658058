"""
A title stands at a date at which the person did not hold the office.

Each title in an attribution is held against the offices that the person held, at the day on which the words were said or
passed on. A title that is right on the day of publication is no fault: reports give people their title of today.
"Former", "acting", "designate" and the like are read; words for several offices, like "leader", are passed over.
Where one person speaks in several offices over the corpus, each right at its date, the check says which is used where.

## Why it matters
A wrong title gives a wrong date away, or a rewrite that mixed two reports; and a reader who takes one man with two offices
for two men counts two sources. What a minister says he says for another body than an adviser.

## Found
He left the ministry for the security council in May 2024.
```toml
[source]
id = "wire"
published = "2024-08-02"
[[claim]]
id = "drones"
quote = "the minister spoke of 400 drones"
attribution = [{ actor = "sergei-shoigu", role = "defence minister", when = "2024-08-01" }]
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "400 drone" }
```

## Not found
It was said while he was minister, and printed afterwards.
```toml
[source]
id = "wire"
published = "2024-08-02"
[[claim]]
id = "drones"
quote = "the minister had spoken of 400 drones"
attribution = [{ actor = "sergei-shoigu", role = "Russian defence minister", when = "2024-04-02" }]
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "400 drone" }
```

## Assumptions
The table of offices has every term of an office that it lists for a person later than the first of them. Offices change
hands within a week of the dates given. A courtesy title, like "President" for one who left office, is a title. A person
whom the table lists without offices, and a title that no table has, are passed over.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from osintkp.checks._figures import quoted
from osintkp.checks._terms import HANDOVER, cited, held, holders, term, together
from osintkp.checks._titles import title_of
from osintkp.checks._uses import How, Use, uses_of
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import UNKNOWN
from osintkp.facts import ReferenceOffice
from osintkp.findings import Finding
from osintkp.group import Group, by_each, finding
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer, Severity, Verdict

CODE = "ENT101"
GRAVEST = Severity.WARNING
TERMS = "the table of offices has every term of {} of an office that it lists"
WEEK = f"offices change hands within {HANDOVER.days} days of the dates given"
MOST_LINES = 20
FAULTS: tuple[How, ...] = ("before", "after", "between", "unlisted", "not former")


def _persons(claim: Claim) -> Iterator[Hashable]:
    """Give those to whom a claim gives the title of an office: an "official" may be anybody."""
    for link in claim.attribution:
        if link.role and link.actor != UNKNOWN and title_of(link.role, actors.root(link.actor)) is not None:
            yield link.actor


GROUPS = by_each(_persons)


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each title of a person that does not fit, and one for the titles that do if there are several."""
    person = str(group.key)
    offices = group.facts.offices_of(person)
    if not offices:
        return
    uses = list(uses_of(group, person, offices))
    found: dict[tuple[str, How], list[Use]] = {}
    for use in uses:
        found.setdefault((use.title.office, use.how), []).append(use)
    for (_, how), same in found.items():
        if how in FAULTS:
            yield _fault(group, person, offices, same)
        elif how in ("open", "later"):
            yield _open(person, same)
    yield from _several(person, [use for use in uses if use.how == "held" and not use.title.former])


def _fault(group: Group, person: str, offices: tuple[ReferenceOffice, ...], same: list[Use]) -> Finding:
    first = same[0]
    state = actors.root(first.title.of or (first.terms[0].body if first.terms else None) or person)
    others = [] if first.title.former else [
        each for each in holders(first.title, state, first.at, group.facts) if each.holder != person
    ]  # fmt: skip
    then = [each for each in offices if held(each, first.at) is Answer.YES]
    verdict, severity = _graded(first, others, then)
    told = [_mismatch(person, first), *_instead(person, first, then, others)]
    if verdict is Verdict.UNDECIDED:
        told.append(_missing(person, first))
    assumptions = (*cited((*first.terms, *then, *others)), TERMS.format(person), WEEK)
    return finding(
        verdict,
        f"{_gives(person, same)}, but {'; '.join(told)}",
        _claims(same),
        working=_lines(same),
        assumptions=assumptions,
        severity=severity,
    )


def _graded(
    use: Use, others: list[ReferenceOffice], then: list[ReferenceOffice]
) -> tuple[Verdict, Severity]:  # fmt: skip
    """Return what a title that does not fit comes to; what the table may only lack is no conflict."""
    if When.parse(actors.as_of()).before(use.at) is Answer.YES:
        return Verdict.UNDECIDED, Severity.INFO
    if others or use.how in ("after", "between", "not former"):
        return Verdict.CONFLICT, Severity.WARNING
    if use.how == "before":
        return (Verdict.CONFLICT if then else Verdict.UNDECIDED), Severity.WARNING
    return Verdict.UNDECIDED, Severity.INFO


def _mismatch(person: str, use: Use) -> str:
    terms = listed((term(each) for each in use.terms), most=4)
    return {
        "not former": f"{person} has held that office {terms} and not left it",
        "unlisted": f"the table lists no such office for {person}",
        "before": f"{person} held that office only {terms}",
        "after": f'{person} held it {terms} and "former" is missing',
        "between": f"{person} held that office {terms}, not then",
    }[use.how]


def _instead(
    person: str, use: Use, then: list[ReferenceOffice], others: list[ReferenceOffice]
) -> Iterator[str]:  # fmt: skip
    if then and use.how != "not former":
        yield f"{person} was then {listed(f'{each.title} ({term(each)})' for each in then)}"
    if others:
        yield f"{use.title.office} was then {listed(f'{each.holder} ({term(each)})' for each in others)}"


def _missing(person: str, use: Use) -> str:
    if When.parse(actors.as_of()).before(use.at) is Answer.YES:
        return f"missing: whether {person} holds it since {actors.as_of()}, up to which the table was kept"
    return f"missing: whether {person} held it in a term that the table lacks; a wrong title if not, a right one if so"


def _open(person: str, same: list[Use]) -> Finding:
    first = same[0]
    terms = listed((term(each) for each in first.terms), most=4)
    if first.how == "later":
        message = f"{_gives(person, same)}, a title of the time of publication, {first.printed}: {person} held that office {terms}"
        verdict = Verdict.DIFFERENT_WINDOW
    else:
        message = (
            f"{_gives(person, same)}, and {person} held that office {terms}; missing: {_unsaid(first.at)}; a right title on a"
            " day of the term, a wrong one on another"
        )
        verdict = Verdict.UNDECIDED
    return finding(
        verdict,
        message,
        _claims(same),
        working=_lines(same),
        assumptions=(*cited(first.terms), WEEK),
    )


def _unsaid(at: When) -> str:
    exact = at.earliest is not None and at.earliest == at.latest
    return "the day on which the office changed hands" if exact else f"the day that {at} stands for"


def _several(person: str, uses: list[Use]) -> Iterator[Finding]:
    """Tell of a person with several offices over the corpus which claim uses which."""
    by_office: dict[str, list[Use]] = {}
    for use in uses:
        by_office.setdefault(use.title.office, []).append(use)
    if len(by_office) < 2:
        return
    terms = {name: [each for each in same[0].terms if any(held(each, use.at) is Answer.YES for use in same)] for name, same in by_office.items()}  # fmt: skip
    order = sorted(by_office, key=lambda name: (str(terms[name][0].since), name))
    told = [
        f"as {name} ({listed((term(each) for each in terms[name]), most=4)}) in"
        f" {listed((use.claim.id for use in by_office[name]), most=6)}"
        for name in order
    ]
    both = tuple(_overlaps([(name, each) for name in order for each in terms[name]]))
    tail = f"; {listed(both)}" if both else ""
    yield finding(
        Verdict.AGREEMENT,
        f"one person, {person}, speaks in {len(order)} offices, each held at its date: {listed(told)}{tail}",
        _claims(uses),
        working=_lines(uses),
        assumptions=cited(each for name in order for each in terms[name]),
    )


def _overlaps(terms: list[tuple[str, ReferenceOffice]]) -> Iterator[str]:
    for place, (name, one) in enumerate(terms):
        for beside, other in terms[place + 1 :]:
            both = together(one, other) if name != beside else None
            if both is not None and both[1] is None:
                yield f"held as both {name} and {beside} at once from {both[0]} on"
            elif both is not None and both[1] is not None:
                days = (both[1] - both[0]).days + 1
                yield f"held as both {name} and {beside} at once from {both[0]} to {both[1]}: {days} day{'s' * (days != 1)}"


def _gives(person: str, same: list[Use]) -> str:
    more = f" (and {len(same) - 1} more)" if len(same) > 1 else ""
    return (
        f"{same[0].claim.id}{more} gives {person} the title {quoted(same[0].role, most=60)} at {same[0].at}"
    )


def _lines(uses: list[Use]) -> tuple[str, ...]:
    """Return each day of a title with the claims that give it."""
    found: dict[str, list[str]] = {}
    for use in uses:
        found.setdefault(f"{use.title.office} at {use.at}", []).append(use.claim.id)
    return tuple(f"{told}: {listed(ids, most=6)}" for told, ids in found.items())[:MOST_LINES]


def _claims(uses: list[Use]) -> tuple[Claim, ...]:
    return tuple({use.claim.id: use.claim for use in uses}.values())

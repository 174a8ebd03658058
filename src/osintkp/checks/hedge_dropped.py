"""
A repetition lost its hedge: "more than", "up to", "likely", "alleged", or the name of the one who said so.

A repetition is a claim that is linked by ``repeats`` to another, that stands in a source which rewrites the other's source,
or that gives the printed number of the same origin about the same thing in a later source. What the first telling hedged and
the second does not is told, with both readings; so is a hedge that was reversed. A telling that only changed the wording
of the hedge, or added one, is left alone, and so is an exact figure that came first or that somebody else counted.

## Why it matters
A floor becomes a count, an estimate becomes a fact, one side's word becomes nobody's. Each step is small, and
the figure that is quoted in the end is harder than anything that anybody ever said.

## Found
```toml
[source]
id = "agency"
published = "2023-11-06"
[[claim]]
id = "fled"
quote = "at least 800 people are said to have been killed in Ardamata"
speaker = "unhcr"
modality = "alleged"
loss = { actor = "SD", by = "rsf", amount = ">=800 person", place = "Ardamata" }

[source]
id = "daily"
published = "2023-11-20"
[[claim]]
id = "dead"
quote = "the 800 killed in Ardamata"
loss = { actor = "SD", by = "rsf", amount = "800 person", place = "Ardamata" }
links = [{ kind = "repeats", claim = "agency/fled" }]
```

## Not found
The repetition has another word for the same hedge, and says whose figure it is.
```toml
[source]
id = "agency"
published = "2023-11-06"
[[claim]]
id = "fled"
quote = "at least 800 people are said to have been killed in Ardamata"
speaker = "unhcr"
modality = "alleged"
loss = { actor = "SD", by = "rsf", amount = ">=800 person", place = "Ardamata" }

[source]
id = "daily"
published = "2023-11-20"
[[claim]]
id = "dead"
quote = "according to UNHCR no fewer than 800 were killed in Ardamata"
speaker = "unhcr"
loss = { actor = "SD", by = "rsf", amount = ">=800 person", place = "Ardamata" }
links = [{ kind = "repeats", claim = "agency/fled" }]
```

## Assumptions
A claim repeats another of the same known origin where the printed number, the goods, the window and the first speaker are the
same and its source is later; where one of these is open, the finding says which and is only an information.
A hedge that stands in the quote counts, also where the amount was coded without it.
What is repeated as held although it only could be held is the matter of another check, capacity-as-content.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from osintkp.checks._hedges import Lost, losses
from osintkp.checks._repetition import Repetition, apart, before, implied, told, unlike
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.difference import REAL
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.origins import SAME_BODY
from osintkp.triage import topic
from osintkp.vocabulary.scales import LinkKind, Modality, Part, Severity, Stance, Verdict

CODE = "TXT104"
GRAVEST = Severity.WARNING
MOST_LINES = 5
LINKED = "{} repeats {}, as its coder says"
KEPT = "a hedge is kept where the quote has it, however the amount was coded"


def _thing(claim: Claim) -> Hashable | None:
    about = topic(claim)
    if about is None and claim.stance is Stance.ASSERTS and claim.linked(LinkKind.REPEATS):
        return ("repeats", claim.id)
    return about


GROUPS = by_topic(_thing, least=1)


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each link that lost a hedge, and one for each telling whose hedge others seem to have lost."""
    others = []
    for claim in group.claims:
        linked = group.linked(claim, LinkKind.REPEATS) if claim.links else ()
        originals = [each for each in linked if each.id != claim.id]
        if not originals:
            others.append(claim)
        for original in originals:
            lost = _lost(group, claim, original)
            if lost:
                yield _linked(claim, original, lost)
    gathered: dict[Hashable, list[Repetition]] = {}
    for each in implied(group, others):
        gathered.setdefault((each.original.id, each.lost, each.unless == ""), []).append(each)
    yield from map(_implied, gathered.values())


def _lost(group: Group, copy: Claim, original: Claim) -> list[Lost]:
    """Return what a linked repetition lost; nothing where it is no repetition after all, or another check's matter."""
    within = copy.source == original.source
    in_body = copy.part is Part.BODY and original.part is Part.BODY
    if original.stance is Stance.DENIES or (within and not in_body):
        return []
    if original.modality is Modality.CAPACITY and copy.modality in REAL:
        return []
    if _other(copy, original) or before(told(group, copy), told(group, original)):
        return []
    return losses(copy, original, voice=None if within else True)


def _other(copy: Claim, original: Claim) -> bool:
    """Tell whether a link of repetition joins two things: other goods, another place, other times."""
    if copy.kind != original.kind:
        return False
    found = unlike(copy, original)
    return apart(copy.when, original.when) or (found is not None and found.apart)


def _linked(copy: Claim, original: Claim, lost: list[Lost]) -> Finding:
    grave = any(each.grave for each in lost)
    return finding(
        _verdict(lost),
        f"{copy.id} repeats {original.id}, but {_sentence(lost)}",
        (copy, original),
        working=(str(original), str(copy)),
        assumptions=(LINKED.format(copy.id, original.id), KEPT),
        severity=Severity.WARNING if grave else Severity.INFO,
    )


def _implied(found: list[Repetition]) -> Finding:
    first, copies = found[0], [each.copy for each in found]
    several = "repeats" if len(copies) == 1 else "repeat"
    message = (
        f"{listed(claim.id for claim in copies)} {several} {first.original.id}, but {_sentence(first.lost)}"
    )
    if first.unless:
        message = (
            f"{listed(claim.id for claim in copies)} may repeat {first.original.id}, without its hedge:"
            f" it {_and(first.lost)}; {first.unless}"
        )
    return finding(
        Verdict.UNDECIDED if first.unless else _verdict(list(first.lost)),
        message,
        (*copies, first.original),
        working=tuple(map(str, (first.original, *copies[:MOST_LINES]))),
        assumptions=(first.basis, KEPT, SAME_BODY),
        severity=Severity.INFO if first.unless else Severity.WARNING,
    )


def _verdict(lost: list[Lost]) -> Verdict:
    return Verdict.CONFLICT if any(each.apart for each in lost) else Verdict.DIFFERENT_SCOPE


def _sentence(lost: list[Lost] | tuple[Lost, ...]) -> str:
    return f"it {_and(lost)}"


def _and(lost: list[Lost] | tuple[Lost, ...]) -> str:
    return listed(each.words for each in lost)

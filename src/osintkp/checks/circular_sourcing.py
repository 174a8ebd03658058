"""
Words come back to where they came from: each has a thing from the next, and none had it first.

Four kinds of loop are looked for. Claims that repeat each other; sources that rewrite each other; a chain that comes back to
an actor whom it has named; and two or more outlets of which each had one matter from the next. A source is known by its
publisher or by its id. The loop is written in the direction of giving: a > b > a.

## Why it matters
A rumour that one paper takes from another, which had it from the first, looks like two confirmations and is none. A paper
that "confirms" its own story by those who quote it is the oldest way in which a wrong figure becomes a known fact.

## Found
Each of two papers has the figure from the other.
```toml
[source]
id = "standard"
[[claim]]
id = "fighters"
quote = "some 3,000 fighters"
speaker = "radio"
loss = { actor = "tigray-forces", amount = "~3000 person", when = "2021-06" }

[source]
id = "radio"
[[claim]]
id = "fighters"
quote = "3,000 fighters"
speaker = "standard"
loss = { actor = "tigray-forces", amount = "3000 person", when = "2021-06" }
```

## Not found
Each of two papers has the figure from a third.
```toml
[source]
id = "standard"
[[claim]]
id = "fighters"
quote = "some 3,000 fighters"
speaker = "agency"
loss = { actor = "tigray-forces", amount = "~3000 person", when = "2021-06" }

[source]
id = "radio"
[[claim]]
id = "fighters"
quote = "3,000 fighters"
speaker = "agency"
loss = { actor = "tigray-forces", amount = "3000 person", when = "2021-06" }
```

Nor is it a loop where two officials of one government speak one after the other, or where two papers quote each other on
two matters.

## Assumptions
A source speaks for its publisher. Two claims of the same actors are one matter where goods, figures and dates can be the same.
"""

from collections.abc import Iterator

from osintkp.checks._circling import by_circle
from osintkp.checks._lineage import MOST_LINES, chain
from osintkp.checks._wording import listed
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.lineage import Circle, How
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "SRC102"
OUTLET = "a source speaks for its publisher, and may be named by its id"
ONE_MATTER = "two claims of the same actors are one matter where goods, figures and dates can be the same"


GROUPS = by_circle


def find(group: Group) -> Iterator[Finding]:
    """Give the one finding of a circle."""
    circle = group.key
    if not isinstance(circle, Circle) or not group.claims:
        return
    said = How.SAID in circle.hows
    yield finding(
        Verdict.SAME_ORIGIN if said else Verdict.CONFLICT,
        f"{circle}: {_message(circle, [claim.id for claim in group.claims])}",
        group.claims,
        working=tuple(chain(claim, group.origin(claim)) for claim in group.claims[:MOST_LINES]),
        assumptions=(OUTLET, ONE_MATTER) if said else (),
        severity=Severity.WARNING if said else Severity.ERROR,
    )


def _message(circle: Circle, ids: list[str]) -> str:
    names = listed(ids)
    if circle.hows == {How.REPEATS}:
        if len(circle.nodes) == 1:
            return "the claim is coded as repeating itself, so nothing shows where it began"
        return "each claim repeats the one before it, so none of them came first and nothing shows where they began"
    if circle.hows == {How.REWRITES}:
        if len(circle.nodes) == 1:
            return f"the source is coded as rewriting itself, so nothing shows where {names} began"
        return f"each source rewrites the one before it, so none of them came first and nothing shows where {names} began"
    if len(ids) == 1:
        return f"the chain of {names} comes back to one whom it has named, and nobody confirms himself"
    return f"each has the matter of {names} from the one before it, so they do not confirm each other"

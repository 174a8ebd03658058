"""Who passes what to whom: claims counted by giver, taker and class of goods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from osintkp.claim import Claim
from osintkp.columns import text_table
from osintkp.inert import printable
from osintkp.origins import short
from osintkp.vocabulary import actors
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Stance

if TYPE_CHECKING:
    from altair import LayerChart

TROOPS, UNNAMED = "troops", "not named"
HEAD = ("from", "to", "what", "claims", "denied", "ids")


@attrs.frozen(kw_only=True)
class Flow:
    """
    What one actor is said to pass to another, of one class.

    Attributes:
        sender: Who gives; None where nobody is named, as for the recipient.
        recipient: Who gets.
        what: The broadest class of the goods, ``troops`` for forces, ``not named`` where no goods are.
        claims: Ids of the claims that assert it, in order of appearance.
        denied: Ids of those that deny it.

    Example:
        >>> print(Flow(sender="LY", recipient="rsf", what="fuel", claims=("a/1", "b/1")))
        LY > rsf, fuel: 2 claims
    """

    __repr__ = printed

    sender: str | None
    recipient: str | None
    what: str
    claims: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.claims) + len(self.denied)

    def __str__(self) -> str:
        denied = f", {len(self.denied)} denied" if self.denied else ""
        counted = f"{len(self)} claim{'' if len(self) == 1 else 's'}{denied}"
        return printable(f"{self.sender or '?'} > {self.recipient or '?'}, {self.what}: {counted}")


class Flows:
    """
    The flows among some claims, those of most claims first.

    A flow counts claims, not goods: ten reports of one cargo are ten.

    Attributes:
        others: How many of the claims tell of nothing that goes from one to another.

    Example:
        >>> from osintkp import load_seeds
        >>> print(load_seeds().flows(kind="shipment", item="fuel")[0])
        RU > KP, fuel: 6 claims
    """

    __slots__ = ("_flows", "others")

    def __init__(self, claims: Iterable[Claim]) -> None:
        found: dict[tuple[str | None, str | None, str], list[Claim]] = {}
        self.others = 0
        for claim in claims:
            key = flow_of(claim)
            if key is None:
                self.others += 1
            else:
                found.setdefault(key, []).append(claim)
        made = (_flow(key, members) for key, members in found.items())
        self._flows = tuple(sorted(made, key=_order))

    def __iter__(self) -> Iterator[Flow]:
        return iter(self._flows)

    def __len__(self) -> int:
        return len(self._flows)

    def __getitem__(self, index: int) -> Flow:
        return self._flows[index]

    def _rows(self) -> Iterator[tuple[object, ...]]:
        for flow in self:
            ids = short([*flow.claims, *flow.denied])
            yield flow.sender, flow.recipient, flow.what, len(flow), len(flow.denied) or None, ids

    def __str__(self) -> str:
        return text_table(HEAD, self._rows()) if self._flows else "no flows"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from osintkp.cards import counted, listing

        return listing(
            f"{counted(len(self), 'flow')}, {counted(self.others, 'claim')} of nothing that flows",
            HEAD,
            self._rows(),
        )

    def plot(self) -> LayerChart:
        """
        Return a picture: an arc from each giver to each taker, as broad as the claims are many, in the colour of the goods.

        Arcs at the right lead down, those at the left up; what is only denied is dashed. ``.save("flows.svg")`` and
        ``.save("flows.png")`` write it.

        Raises:
            MissingExtraError: ``osintkp[plots]`` is not installed.
        """
        from osintkp.plots.flows import Arc, draw

        arcs = [
            Arc(
                sender=_named(flow.sender), recipient=_named(flow.recipient), what=flow.what, claims=len(flow),
                denied=len(flow.denied), named=short([*flow.claims, *flow.denied]),
            )
            for flow in self
        ]  # fmt: skip
        return draw(arcs, self.others)


def flow_of(claim: Claim) -> tuple[str | None, str | None, str] | None:
    """Return the giver, the taker and the class of what a claim passes; None for a claim that names neither giver nor taker."""
    sender, recipient = claim.record.of("sender"), claim.record.of("recipient")
    if sender is None and recipient is None:
        return None
    what = TROOPS if claim.kind == "troop_deployment" else (claim.item or UNNAMED).partition("/")[0]
    return (
        sender if isinstance(sender, str) else None,
        recipient if isinstance(recipient, str) else None,
        what,
    )


def _flow(key: tuple[str | None, str | None, str], members: list[Claim]) -> Flow:
    denied = tuple(claim.id for claim in members if claim.stance is Stance.DENIES)
    told = tuple(claim.id for claim in members if claim.stance is not Stance.DENIES)
    return Flow(sender=key[0], recipient=key[1], what=key[2], claims=told, denied=denied)


def _order(flow: Flow) -> tuple[int, str, str, str]:
    return -len(flow), flow.sender or "?", flow.recipient or "?", flow.what


def _named(actor: str | None) -> str:
    if actor is None:
        return "not named"
    return actors.actor(actor).name if actors.known(actor) else actor

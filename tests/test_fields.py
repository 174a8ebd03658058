"""How the objects of the library print."""

from __future__ import annotations

import attrs

from osintkp.evidence import Link
from osintkp.records.loss import Loss
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed


@attrs.frozen(kw_only=True)
class Convoy:
    """Trucks on a road."""

    __repr__ = printed

    trucks: int
    road: str | None = None
    drivers: str = attrs.field(default="unnamed", repr=False)


def test_an_object_prints_its_fields_in_their_order_but_those_that_are_not_shown() -> None:
    assert "Convoy(trucks=12, road='Wau to Juba')" == repr(Convoy(trucks=12, road="Wau to Juba"))
    assert "Convoy(trucks=3, road=None)" == repr(Convoy(trucks=3))


def test_what_is_printed_makes_an_equal_object() -> None:
    link = Link(actor="SD", verb="said")
    loss = Loss(actor="AM", by="AZ", item="vehicles/tank", amount=Amount.parse("~250 tank"))

    assert link == eval(repr(link), {"Link": Link})  # noqa: S307 - the text is our own
    assert loss == eval(repr(loss), {"Loss": Loss, "Amount": Amount})  # noqa: S307 - the text is our own

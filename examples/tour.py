"""
A tour: load the four seed sources, look at claims, ask a question, see what does not fit, and why.

Then the public counts of containers are put beside them, so that each figure stands among those of its time.

Run it with ``make tour``.
"""

from __future__ import annotations

from pathlib import Path

import osintkp
from osintkp.errors import InvalidValueError


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'=' * len(text)}")


corpus = osintkp.load_seeds()

heading("Four sources")
for source in corpus.sources:
    count = len(corpus.select(source=source.id).claims)
    print(
        f"{source.id}  {source.reliability} {source.reliability.wording:22}  {source.published!s:24} {count:3} claims  {source.title}"
    )

heading("A claim, and the words it rests on")
claim = corpus.claims["s1/containers"]
print(claim)
print(f"quote      {claim.quote!r}")
print(f"says so    {claim.speaker}; goes back to {claim.origin}")
print(
    f"amount     {claim.amount}: best {claim.amount.best:,.0f}, from {claim.amount.low:,.0f} to {claim.amount.high:,.0f}"
)

heading("How many containers went from North Korea to Russia?")
print(
    corpus.figures(
        kind="shipment",
        sender="KP",
        recipient="RU",
        unit="container",
    )
)

heading("How many shells? A capacity is no count, and alternatives have no sum")
shells = corpus.figures(
    sender="KP",
    recipient="RU",
    item="munitions",
    modality="capacity",
    where=lambda claim: claim.record.calibre,
)
print(shells)
try:
    shells.total()
except InvalidValueError as error:
    print(f"refused: {error}")

heading("Who is behind the figures on troops?")
print(corpus.origins(kind="troop_deployment"))

heading("What became known after 1 June 2024?")
print(corpus.as_of("2024-06-01").changes(select=["QTY", "LOG", "LAW"]))

heading("What does not fit, and why")
findings = corpus.check()
print(findings)

heading("What rests on one source")
print(corpus.without("s1").changes(select=["QTY", "LOG", "SRC"]))

heading("The figures of their time: seeds and public counts together")
counts = osintkp.load(Path(__file__).parent / "public_counts")
together = corpus | counts
for series in together.figures(kind="shipment", sender="KP", item="munitions", unit="container").series:
    print(series)
print()
print(together.origins(sender="KP", item="munitions", unit="container"))
print()
print(
    together.check(select=["figures-conflict", "figure-stale", "conversion-fingerprint"]).at_least("warning")
)

"""
The reader held against the hand coding of the four seeds: every figure found, every such claim drafted.

    .venv/bin/python tests/with_texts/test_reading_seeds.py

prints how far the drafts agree with the hand coding, field by field, and what is not drafted.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

import osintkp
from osintkp.vocabulary import actors

TEXTS = Path(__file__).parents[3] / "shared" / "seeds"
SEEDS = osintkp.load_seeds(texts=TEXTS)
KINDS = ("treaty", "weapons_test", "meeting")
GIVERS = ("sender", "actor", "authority", "parties", "participants", "about")
TAKERS = ("recipient", "by", "on")


def asked(claim: osintkp.Claim) -> bool:
    """Tell whether a claim carries a figure, a denial, a treaty, a test or a meeting."""
    figured = claim.amount is not None or any(link.value is not None for link in claim.links)
    return figured or claim.stance == "denies" or claim.kind in KINDS


ASKED = [claim for claim in SEEDS.claims if asked(claim)]
FIGURES = [claim for claim in SEEDS.claims if claim.amount is not None]


@cache
def drafted() -> osintkp.Corpus:
    draft = osintkp.Corpus()
    for source in SEEDS.sources:
        assert source.text is not None
        draft = draft | osintkp.read(source.text, published=source.published, id=source.id)
    return draft


def overlap(claim: osintkp.Claim, other: osintkp.Claim) -> bool:
    return claim.source == other.source and any(
        max(one.start or 0, two.start or 0) < min(one.end or 0, two.end or 0)
        for one in claim.spans
        for two in other.spans
    )


def same_figure(one: osintkp.Amount | None, other: osintkp.Amount | None) -> bool:
    """Tell whether two figures print one number; a share or a ratio, whose figure is a link, has none of its own."""
    if one is None or other is None:
        return one is None
    ends = (
        [(one.best, other.best)] if one.best is not None else [(one.low, other.low), (one.high, other.high)]
    )
    return all(left == right for left, right in ends)


def candidates(claim: osintkp.Claim) -> list[osintkp.Claim]:
    """Return the drafts of a claim: of its kind, on its words, with its figure; a denied deed may be of any kind."""
    free = claim.kind == "statement"
    return [
        draft
        for draft in drafted().claims
        if overlap(claim, draft)
        and (free or draft.kind == claim.kind)
        and draft.stance == claim.stance
        and same_figure(claim.amount, draft.amount)
    ]


def sides(claim: osintkp.Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Return the states and groups on both sides of a record; a person stands for the state that the office is of."""
    found = []
    for names in (GIVERS, TAKERS):
        value = next((value for value in map(claim.record.of, names) if value), ())
        each = value if isinstance(value, tuple) else (value,)
        found.append(frozenset(_state(str(one)) for one in each))
    return found[0], found[1]


def _state(actor: str) -> str:
    return actors.actor(actor).part_of or actor if actors.known(actor) and "-" in actor else actor


def right_parties(claim: osintkp.Claim, draft: osintkp.Claim) -> bool:
    """Tell whether a draft has every party that the hand coding names, on its side."""
    return all(not coded or coded == found for coded, found in zip(sides(claim), sides(draft), strict=True))


@pytest.mark.parametrize("claim", FIGURES, ids=lambda claim: claim.id)
def test_every_figure_of_the_hand_coding_is_found(claim: osintkp.Claim) -> None:
    source = SEEDS.sources[claim.source]
    assert source.text is not None
    amount = claim.amount

    found = osintkp.find(source.text).amounts

    assert [] != [
        each for each in found
        if any((span.start or 0) < each.end and each.start < (span.end or 0) for span in claim.spans)
        and same_mention(amount, each)
    ]  # fmt: skip


def same_mention(amount: osintkp.Amount | None, mention: object) -> bool:
    assert amount is not None
    names = ("best",) if amount.best is not None else ("low", "high")
    return all(getattr(amount, name) == getattr(mention, name) for name in names)


def test_every_claim_with_a_figure_a_denial_a_treaty_a_test_or_a_meeting_is_drafted() -> None:
    assert [] == [claim.id for claim in ASKED if not candidates(claim)]


def test_nine_in_ten_of_them_have_the_right_parties_and_direction() -> None:
    wrong = [claim.id for claim in ASKED if not any(right_parties(claim, each) for each in candidates(claim))]

    assert len(wrong) <= len(ASKED) // 10, wrong


def test_the_drafts_are_compared_with_the_hand_coding_field_by_field() -> None:
    found = SEEDS.compare(drafted())

    assert found.share["sender"] >= 0.85
    assert found.share["amount"] >= 0.9


def main() -> None:
    sys.stdout.write(f"{SEEDS.compare(drafted())}\n")
    missing = [claim.id for claim in ASKED if not candidates(claim)]
    wrong = [
        claim.id for claim in ASKED
        if candidates(claim) and not any(right_parties(claim, each) for each in candidates(claim))
    ]  # fmt: skip
    sys.stdout.write(f"asked {len(ASKED)}, not drafted: {missing}\nwrong parties: {wrong}\n")


if __name__ == "__main__":
    main()

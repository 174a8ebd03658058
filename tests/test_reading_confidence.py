from typing import Any

import pytest

import osintkp
from osintkp.reading.drafts.confidence import _sure, graded, measured
from osintkp.reading.events import Event, Slot, Voice


def event(**slots: Slot) -> Event:
    return Event(
        kind="shipment", start=0, end=4, trigger=(0, 4), sentence=0, rule="transfer.give/active", slots=slots
    )


def test_every_section_has_a_share_for_all_of_it() -> None:
    assert {"kind", "party", "when", "stance", "modality", "speaker"} == set(measured())
    for rows in measured().values():
        assert 0 < rows["*"] <= 1


def test_every_share_is_a_twentieth() -> None:
    assert [] == [p for rows in measured().values() for p in rows.values() if round(p * 20, 6) % 1]


@pytest.mark.parametrize(
    ("rule", "given", "expected"),
    [("seen", 0.3, 0.7), ("rare", 0.3, 0.3), ("rare", 1.0, 0.9), ("rare", -1.0, 0.0)],
)
def test_a_rule_has_its_share_and_a_rare_one_its_own_up_to_that_of_all(
    rule: str, given: float, expected: float
) -> None:
    assert expected == _sure({"seen": 0.7, "*": 0.9}, rule, given)


def test_parties_dates_the_record_and_the_voice_are_graded_and_goods_are_not() -> None:
    slots: dict[str, Any] = {
        "sender": Slot(value="FR", rule="name"), "when": Slot(value=None, rule="front"), "item": Slot(value="aid", rule="name", confidence=0.31),
    }  # fmt: skip

    (found,), (voice,) = graded([event(**slots)], [Voice(rule="own-voice", confidence=0.2)])

    known = measured()
    assert known["kind"]["transfer.give/active"] == found.confidence
    assert known["party"]["name"] == found.slots["sender"].confidence
    assert known["when"]["front"] == found.slots["when"].confidence
    assert 0.31 == found.slots["item"].confidence
    assert {name: known[name]["own-voice"] for name in ("stance", "modality", "speaker")} == voice.shares


def test_a_date_reckoned_from_the_day_of_publication_is_less_sure() -> None:
    sure = [
        claim.draft.confidence["when"]
        for text in ("In 2019, Chad sold 40 trucks to Niger.", "Last year, Chad sold 40 trucks to Niger.")
        for claim in osintkp.read(text, published="2020-05-01").claims
        if claim.draft is not None
    ]

    assert [measured()["when"]["front"], round(measured()["when"]["front"] - 0.05, 2)] == sure


def test_a_draft_tells_how_surely_it_is_a_record_at_all() -> None:
    (claim,) = osintkp.read("Chad sold 40 trucks to Niger in 2019.").claims

    assert claim.draft is not None
    assert measured()["kind"]["transfer.give/active"] == claim.draft.confidence["kind"]

import pytest

import osintkp

SENT = "Iran sent 400 containers to Chad. "


def linked(text: str) -> list[tuple[str, str, str]]:
    """Return the links of the drafts: own id, kind, the other's id with the value."""
    found = osintkp.read(text, id="a").claims
    return [
        (claim.id[2:], str(link.kind), f"{link.claim[2:]} {link.value or ''}".strip())
        for claim in found
        for link in claim.links
    ]


LINKS = [
    ("Chad received only about 30 percent of the one million rounds promised by France.",
     [("shipment-1", "share_of", "shipment-2 ~30 percent")]),
    ("Chad received 40 percent of the 200 tanks that France pledged.", [("shipment-1", "share_of", "shipment-2 40 percent")]),
    ("Rwanda was promised 5 helicopters by Poland but has received only 40 percent of them.",
     [("shipment-2", "share_of", "shipment-1 40 percent")]),
    (SENT + "Chad sent 600 containers to Iran, 50 percent more than it received.", [("shipment-2", "ratio_to", "shipment-1 1.5")]),
    (SENT + "Iran received 300 containers, about 25 percent fewer than it sent.", [("shipment-2", "ratio_to", "shipment-1 ~0.75")]),
    (SENT + "Chad sent 800 containers to Iran, twice as many as it received.", [("shipment-2", "ratio_to", "shipment-1 ~2")]),
    (SENT + "Chad sent 1,200 containers to Iran, three times as many as it received.", [("shipment-2", "ratio_to", "shipment-1 ~3")]),
    ("Turkey sent Mali 40 drones, 12 of them armed.", [("shipment-2", "part_of", "shipment-1")]),
    ("Eritrea sent 3,000 troops to Sudan, 200 of whom were killed.", [("loss-1", "part_of", "troop-deployment-1")]),
    ("Eritrea sent 3,000 troops to Sudan. Of those, 200 were killed.", [("loss-1", "part_of", "troop-deployment-1")]),
    ("Serbia sent Mali 900 containers of arms, including 40,000 shells.", [("shipment-2", "contained_in", "shipment-1")]),
    ("Serbia sent Mali 900 containers of arms, including 400 containers of shells.", [("shipment-2", "part_of", "shipment-1")]),
    (SENT + "The containers could hold 300,000 shells.", [("shipment-2", "contained_in", "shipment-1")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_a_figure_told_by_another_is_linked_to_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == linked(text)


NONE = [
    "Chad received 30 percent of its rifles from France.",
    SENT + "Mali sent 600 trucks to Togo, 50 percent more than it received.",
    SENT + "Mali sent 600 containers to Togo, 50 percent more than it received.",
    SENT + "The port held 600 containers, more than it received.",
    "Eritrea sent 100 troops to Sudan. Of those, 200 were killed.",
    "Eritrea sent 3,000 troops to Sudan. Shelling killed 200 civilians.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_figure_that_is_told_by_none_of_the_text_is_not_linked(text: str) -> None:
    assert [] == linked(text)


def test_a_share_and_its_whole_have_the_same_sides_and_goods() -> None:
    share, whole = osintkp.read("Chad received 30 percent of the 900 trucks promised by France.").claims

    assert [("FR", "TD", "vehicles/truck")] * 2 == [
        (each.record.of("sender"), each.record.of("recipient"), each.item) for each in (share, whole)
    ]


def test_a_percentage_that_compares_is_no_figure_of_its_own() -> None:
    text = SENT + "Chad sent 600 containers to Iran, 50 percent more than it received."

    assert ["400 container", "600 container"] == [str(claim.amount) for claim in osintkp.read(text).claims]


def test_what_comes_back_has_the_sides_turned_round() -> None:
    text = SENT + "Iran received 600 containers, 50 percent more than it sent."

    assert [("IR", "TD"), ("TD", "IR")] == [
        (claim.record.of("sender"), claim.record.of("recipient")) for claim in osintkp.read(text).claims
    ]

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from osintkp.reading.clauses.grammar import grammar
from reading_grid import SKIPPED, VOICES, bent, cases, wrong
from told import lines

ENOUGH = 0.97
RUNS = 4


def test_the_grid_meets_every_plain_verb_of_the_tables_in_every_voice() -> None:
    found = list(cases(RUNS))
    rows = {case.row for case in found}
    voices = Counter(trait for case in found for trait in case.traits)

    assert 30 <= len(rows)
    assert {f"{row['family']}.{row['rule']}" for row in grammar().rows if row["rule"] in SKIPPED}.isdisjoint(
        rows
    )
    assert all(voices[each] > 20 for each in VOICES)


def test_any_two_values_of_two_dimensions_meet() -> None:
    pairs = Counter(pair for case in cases(RUNS) for pair in combinations(case.traits[:3], 2))

    assert 12 * 17 <= sum(1 for _, other in pairs if other in VOICES)


def test_the_reader_follows_nearly_all_sentences_of_the_grid() -> None:
    tried = 0
    amiss: dict[str, list[str]] = {}
    by: Counter[str] = Counter()
    for case in cases(RUNS):
        tried += 1
        found = wrong(case)
        if found:
            amiss.setdefault(f"{case.row} {case.word}", []).append(f"{case.text} ({'; '.join(found)})")
            by.update(case.traits)
    missed = sum(map(len, amiss.values()))

    assert 1 - missed / tried >= ENOUGH, (by.most_common(12), amiss)


@pytest.mark.parametrize(
    ("verb", "kind", "form"),
    [
        ("hand over", "d", "handed over"), ("put up", "n", "put up"), ("re-export", "g", "re-exporting"), ("outfit", "d", "outfitted"),
        ("test-fire", "n", "test-fired"), ("remit", "d", "remitted"), ("give", "n", "given"),
    ],
)  # fmt: skip
def test_a_verb_is_bent_as_it_is_printed(verb: str, kind: str, form: str) -> None:
    assert form == bent(verb, kind)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The 300 troops that Ankara ordered to Haiti were old.", ["troop_deployment TR>HT 300 troops place=Haiti"]),
        ("The 300 fighters whom Hezbollah killed were Malian.", ["loss ?>hezbollah 300 fighters"]),
        ("Mali plans to wipe out 300 Sudanese fighters.", ["loss SD>ML 300 Sudanese fighters predicted"]),
        ("Mali plans to re-transfer 300 rifles to Chad.", ["shipment ML>TD 300 weapons/small-arms/rifle predicted"]),
        ("Mali did not back the Houthis with 300 tanks.", ["shipment ML>houthis 300 vehicles/tank not"]),
        ("Ankara plans to down 40 Sudanese drones.", ["loss SD>TR 40 aircraft/uncrewed predicted"]),
        ("Mali was turning over several tanks to Chad.", ["shipment ML>TD ~3 vehicles/tank"]),
        ("300 Malian soldiers were put to death by Ankara.", ["loss ML>TR 300 Malian soldiers"]),
        ("Hezbollah destroyed 300 Sudanese artillery shells.", ["loss SD>hezbollah 300 munitions/artillery/shell"]),
        ("Mali's test firing of 3 rockets surprised analysts.", ["weapons_test ML>? 3 munitions/rocket"]),
        ("About 300 drones are expected to flow to Mali from Chad.", ["shipment TD>ML ~300 aircraft/uncrewed predicted"]),
        ("Sudan's dispatch of 300 rifles to Chad drew criticism.", ["shipment SD>TD 300 weapons/small-arms/rifle"]),
        ("Sudan's dispatch of 300 peacekeepers to Haiti began.", ["troop_deployment SD>HT 300 peacekeepers place=Haiti"]),
        (
            "Officials said the delivery of 300 rifles, 20 tanks and 40 drones from Mali to Chad had begun.",
            [
                "shipment ML>TD 300 weapons/small-arms/rifle", "shipment ML>TD 20 vehicles/tank",
                "shipment ML>TD 40 aircraft/uncrewed",
            ],
        ),
        (
            "300 rifles, 20 tanks and 40 drones which Mali sent to Chad were old.",
            [
                "shipment ML>TD 300 weapons/small-arms/rifle", "shipment ML>TD 20 vehicles/tank",
                "shipment ML>TD 40 aircraft/uncrewed",
            ],
        ),
        (
            "Chad sent two convoys to Sudan. The convoys included 40 trucks of flour.",
            ["shipment TD>SD 2 convoys", "shipment TD>SD 40 vehicles/truck"],
        ),
        ("Iranian officials denied that the country had supplied the Houthis with missiles.", ["shipment IR>houthis missiles"]),
        ("According to Reuters, Mali and Chad signed a pact.", ["treaty ML+TD a pact"]),
        ("The Ethiopian government banned exports of wheat to Chad.", ["limit ET>TD food/grain/wheat"]),
        ("Mali broke a cap of 300 tonnes on wheat imports from Chad.", ["limit ?>TD 300 food/grain/wheat"]),
    ],
)  # fmt: skip
def test_what_the_grid_once_missed(text: str, told: list[str]) -> None:
    assert told == lines(text)

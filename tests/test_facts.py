"""Reference data: what travels with the library, and what a user puts in its place."""

from __future__ import annotations

import os
from pathlib import Path

import attrs
import pytest

from builders import claim, corpus
from osintkp import Amount
from osintkp.facts import Facts, ReferenceLimit, ReferenceOffice, ReferencePlace, load_facts, shipped
from osintkp.facts.tables import BASES
from osintkp.problems import CodingError
from osintkp.records.limit import Limit
from osintkp.units import Assumption, assumption, assumptions


def own(place: str) -> Assumption:
    return Assumption(
        id="my.density", quantity="density", statement="Measured.", low=7.0, high=7.1, unit="barrel/tonne",
        applies_to=place, citation="my own laboratory", basis="found",
    )  # fmt: skip


def test_an_assumption_of_ones_own_takes_the_place_of_the_shipped_one_for_the_same_goods() -> None:
    facts = shipped().added(assumptions=[own("fuel/refined/diesel")])

    assert "my.density" == assumption("density", "fuel/refined/diesel", using=facts.assumptions).id
    assert len(assumptions()) == len(facts.assumptions)


def test_an_assumption_for_other_goods_stands_beside_the_shipped_ones() -> None:
    facts = shipped().added(assumptions=[own("fuel/refined/diesel/winter")])

    assert "density.diesel" == assumption("density", "fuel/refined/diesel", using=facts.assumptions).id
    assert len(assumptions()) + 1 == len(facts.assumptions)


def test_a_limit_takes_the_place_of_the_one_of_its_id() -> None:
    first = shipped().limits[0]
    other = attrs.evolve(first, limit=Limit(on="LY", amount=Amount.parse("<=5 piece")))
    more = ReferenceLimit(id="mine", limit=other.limit, citation="me", basis="found")

    facts = shipped().added(limits=[other, more])

    assert other == facts.limits[0]
    assert more == facts.limits[-1]
    assert len(shipped().limits) + 1 == len(facts.limits)


def test_a_table_is_replaced_whole_and_the_other_stays() -> None:
    bare = shipped().replaced(embargoes=[], treaties=[])

    assert Facts(assumptions=shipped().assumptions) == bare.replaced(limits=[])
    assert Facts(limits=shipped().limits) == bare.replaced(assumptions=[])
    assert shipped() == shipped().replaced()


OWN = """
[[limit]]
id = "unscr-2397-5"
on = "KP"
authority = "un-security-council"
instrument = "my own reading"
item = "fuel/refined"
amount = "<=600000 barrel"
window = "12 month"
since = "2018-01-01"
citation = "me"
basis = "assumed"

[[embargo]]
id = "lake"
on = "TD"
authority = "lake-commission"
instrument = "Lake Protocol"
way = "to"
items = ["weapons", "munitions"]
since = "2020"
citation = "Gazette 3"
basis = "found"

[[office]]
id = "osman.harbour"
holder = "osman-digna"
title = "harbour master"
since = "2021-03-01"
citation = "Gazette 4"
basis = "memory"

[[place]]
id = "suakin"
name = "Suakin"
names = ["Sawakin"]
state = "SD"
lat = 19.1
lon = 37
citation = "chart"
basis = "found"

[[treaty]]
id = "lake-treaty"
title = "Lake Treaty"
titles = ["Treaty of the Lake"]
parties = ["TD", "NE"]
signed = "2019-02-03"
ratified = { TD = "2019-06", NE = "2020-01" }
in_force = "2020-02-01"
citation = "Gazette 1"
basis = "found"

[[assumption]]
id = "my.density"
quantity = "density"
statement = "Measured."
low = 7
high = 7.1
unit = "barrel/tonne"
applies_to = "fuel/refined/diesel"
citation = "my own laboratory"
basis = "found"
"""


def test_reference_data_of_ones_own_are_read_from_a_file_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN)
    (tmp_path / "more.json").write_text('{"place": [{"id": "b", "name": "Bosaso", "lat": 11, "lon": 49, "citation": "c", "basis": "found"}]}')  # fmt: skip
    (tmp_path / "notes.txt").write_text("no reference data")

    facts = load_facts(tmp_path)

    assert load_facts(tmp_path / "own.toml").replaced(places=facts.places) == facts
    assert "my own reading" == facts.limits[0].limit.instrument
    assert len(shipped().limits) == len(facts.limits)
    assert ("weapons", "munitions") == facts.embargoes[-1].items
    assert {"TD", "NE"} == set(facts.treaties[-1].treaty.ratified)
    assert ["harbour master"] == [office.title for office in facts.offices_of("osman-digna")]
    assert "my.density" == assumption("density", "fuel/refined/diesel", using=facts.assumptions).id
    place = facts.place(" sawakin ")
    assert place is not None
    assert (19.1, 37.0) == (place.lat, place.lon)


def test_checks_take_a_folder_of_reference_data(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN)
    fuel = corpus(
        claim("a/1", sender="RU", recipient="KP", item="fuel/refined", amount="550000 barrel", when="2019-03"),
    )  # fmt: skip

    assert 1 == len(fuel.check("limit-exceeded").at_least("warning"))
    assert 0 == len(fuel.check("limit-exceeded", using=tmp_path).at_least("warning"))


def test_an_office_of_ones_own_takes_the_place_of_the_shipped_one_of_its_title() -> None:
    own = ReferenceOffice(
        id="mine", holder="lloyd-austin", title="secretary of defense", citation="me", basis="memory"
    )

    assert ["mine"] == [office.id for office in shipped().added(offices=[own]).offices_of("lloyd-austin")]
    (known,) = shipped().offices_of("lloyd-austin")
    assert "2021-01-22" == str(known.since)
    assert () == shipped().offices_of("nobody-at-all")


def test_a_place_is_known_by_its_names_and_a_state_has_no_coordinates() -> None:
    found = shipped().place("Port Sudan")

    assert found is not None
    assert (19.6, 37.2) == (round(found.lat, 1), round(found.lon, 1))
    assert shipped().place("Sudan") is None
    assert shipped().place("Nowhere at all") is None


def test_a_fact_from_memory_says_so() -> None:
    places = [
        ReferencePlace(id="p", name="P", lat=1, lon=2, citation="atlas", basis=basis) for basis in BASES
    ]

    assert ["p: atlas", "p: atlas (computed)", "p: atlas (assumed)", "p: atlas (from memory)"] == [
        place.cited for place in places
    ]


BAD = {
    "unknown-key": ('[[place]]\nid = "p"\nheight = 3', "place.height"),
    "missing-key": ('[[place]]\nid = "p"\nname = "P"', "place.citation"),
    "bad-value": (
        '[[place]]\nid = "p"\nname = "P"\nlat = 91\nlon = 0\ncitation = "c"\nbasis = "found"', "place.lat",
    ),
    "wrong-type": ('[[place]]\nid = "p"\nlat = "91"', "place.lat"),
    "unit-unknown": ('[[limit]]\nid = "l"\namount = "3 tnak"', "limit.amount"),
    "date-order": ('[[embargo]]\nid = "e"\nsince = "2024/2023"', "embargo.since"),
}  # fmt: skip


@pytest.mark.parametrize("code", [code for code in BAD if code != "date-order"])
def test_a_fault_in_reference_data_is_named_by_file_record_and_field(code: str, tmp_path: Path) -> None:
    page, field = BAD[code]
    (tmp_path / "bad.toml").write_text(page)

    with pytest.raises(CodingError) as caught:
        load_facts(tmp_path)

    (problem,) = caught.value.problems
    assert (code, field) == (problem.code, problem.field)
    assert problem.file == str(tmp_path / "bad.toml")
    assert problem.claim is not None
    assert problem.fix


def test_an_inverted_validity_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(BAD["date-order"][0])

    with pytest.raises(CodingError, match=r"embargo\.since"):
        load_facts(tmp_path)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("[[weather]]\nid = 1", "unknown-key"),
        ("place = 3", "unknown-key"),
        ("place = [3]", "missing-key"),
        ("[[place]", "file-syntax"),
        ("\xff", "file-syntax"),
        (OWN + OWN.partition("[[embargo]]")[0], "duplicate-id"),
        ("[[treaty]]\nid = 't'\nratified = 3", "wrong-type"),
        ("[[treaty]]\nid = 't'\nparties = 'TD'", "wrong-type"),
        ("[[treaty]]\nid = 3", "wrong-type"),
    ],
)
def test_a_file_that_holds_no_reference_data_is_refused(page: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(page.encode("latin-1"))

    with pytest.raises(CodingError) as caught:
        load_facts(tmp_path / "bad.toml")

    assert {code} == {problem.code for problem in caught.value.problems}


def test_a_file_that_is_not_there_and_json_that_is_no_table_are_refused(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text("[1, 2]")
    for name, code in (("none.toml", "file-missing"), ("list.json", "wrong-type")):
        with pytest.raises(CodingError) as caught:
            load_facts(tmp_path / name)

        assert [code] == [problem.code for problem in caught.value.problems]


def test_reference_data_are_read_within_limits_and_not_through_links(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(OWN)
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "linked.toml").symlink_to(tmp_path / "secret")
    (folder / "key.toml").write_text(".".join("a" * 65) + " = 1")
    (folder / "near.toml").write_text(OWN)
    os.mkfifo(folder / "pipe.json")

    with pytest.raises(CodingError) as caught:
        load_facts(folder)

    assert [
        ("nesting", str(folder / "key.toml")),
        ("path-outside", str(folder / "linked.toml")),
        ("file-not-regular", str(folder / "pipe.json")),
    ] == [(problem.code, problem.file) for problem in caught.value.problems]

"""The reference data that travels with the library: every row sound, cited, and about what the vocabulary knows."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from osintkp.dates import When
from osintkp.facts import Embargo, ReferenceTreaty, shipped
from osintkp.facts.rows import record
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer

EMBARGOES = shipped().embargoes
TREATIES = shipped().treaties
ROWS = [
    (table, file) for table, file in (("limit", "limits"), ("embargo", "embargoes"), ("treaty", "treaties"))
]

every_embargo = pytest.mark.parametrize("embargo", EMBARGOES, ids=lambda each: each.id)
every_treaty = pytest.mark.parametrize("treaty", TREATIES, ids=lambda each: each.id)


def rows(file: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((files("osintkp") / "data" / f"{file}.json").read_text("utf-8"))
    return loaded


def in_order(*days: When | None) -> bool:
    dated = [day for day in days if day is not None]
    return all(one.after(two) is not Answer.YES for one, two in pairwise(dated))


@pytest.mark.parametrize(("table", "file"), ROWS)
def test_every_row_loads_and_has_an_id_of_its_own(table: str, file: str) -> None:
    loaded = [record(table, row) for row in rows(file)]

    assert len(rows(file)) == len({each.id for each in loaded}) > 4


@pytest.mark.parametrize(("table", "file"), ROWS)
def test_every_row_is_cited_with_its_basis(table: str, file: str) -> None:
    for row in rows(file):
        assert len(row["citation"].strip()) > 8, row["id"]
        assert row["basis"] in ("found", "computed", "memory"), row["id"]
        assert "example" not in row["citation"], f"{table} {row['id']}"


@every_embargo
def test_an_embargo_names_goods_that_the_taxonomy_has(embargo: Embargo) -> None:
    assert embargo.items
    assert [] == [path for path in (*embargo.items, *embargo.exempt) if not items.known(path)]
    assert all(any(items.within(path, each) for each in embargo.items) for path in embargo.exempt)


@every_embargo
def test_an_embargo_names_actors_that_the_table_has(embargo: Embargo) -> None:
    named = [embargo.on, embargo.authority, *([embargo.binds] if embargo.binds else [])]

    assert [] == [name for name in named if not actors.known(name)]
    assert (embargo.authority == "un-security-council") is (embargo.binds is None)


@every_embargo
def test_an_embargo_begins_before_it_ends(embargo: Embargo) -> None:
    assert embargo.since is not None
    assert embargo.since.earliest == embargo.since.latest
    assert embargo.until is None or embargo.since.before(embargo.until) is Answer.YES


def test_embargoes_that_took_one_anothers_place_do_not_overlap() -> None:
    chains = (
        ("unscr-1718-8b", "unscr-1874-9"),
        ("unscr-1718-8a", "unscr-1874-10", "unscr-2270-6"),
        ("unscr-733-5", "unscr-2093-33"),
        ("unscr-788-8", "unscr-1343-5", "unscr-1521-2"),
        ("unscr-1747-5", "unscr-2231-b6b", "unscr-1747-5-snapback"),
        ("unscr-2699-14", "unscr-2752"),
        ("eu-2014-512-2", "eu-2014-512-2-2022"),
    )
    by = {each.id: each for each in EMBARGOES}
    for chain in chains:
        for one, two in pairwise(chain):
            first, second = by[one].until, by[two].since

            assert first is not None
            assert second is not None
            assert first.before(second) is Answer.YES, (one, two)


@every_treaty
def test_a_treaty_names_parties_that_the_table_has(treaty: ReferenceTreaty) -> None:
    named = (*treaty.treaty.parties, *treaty.treaty.ratified)

    assert [] == [party for party in named if not actors.known(party)]
    assert set(treaty.treaty.ratified) <= set(treaty.treaty.parties)
    assert len(treaty.treaty.parties) != 1


@every_treaty
def test_a_treatys_dates_are_in_order(treaty: ReferenceTreaty) -> None:
    known = treaty.treaty

    assert known.signed is not None
    assert in_order(known.signed, known.in_force, known.ended)
    assert all(in_order(known.signed, day, known.ended) for day in known.ratified.values())
    assert known.ended is None or known.in_force is not None


@every_treaty
def test_a_treaty_has_a_title_and_no_title_twice(treaty: ReferenceTreaty) -> None:
    titles = [treaty.treaty.title or "", *treaty.titles]

    assert all(title.strip() == title and title for title in titles)
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("known", "signed", "in_force", "ended"),
    [
        ("ru-kp-2024", "2024-06-19", "2024-12-04", "None"),
        ("ru-kp-2000", "2000-02-09", "2000-10", "2024-12-04"),
        ("ru-ir-2025", "2025-01-17", "2025-10-02", "None"),
        ("ru-by-2024", "2024-12-06", "2025-03-13", "None"),
        ("att-2013", "2013-06-03", "2014-12-24", "None"),
        ("ctbt-1996", "1996-09-24", "None", "None"),
        ("grain-2022", "2022-07-22", "2022-07-22", "2023-07-18"),
    ],
)
def test_the_dates_that_were_looked_up_stand(known: str, signed: str, in_force: str, ended: str) -> None:
    treaty = next(each.treaty for each in TREATIES if each.id == known)

    assert (signed, in_force, ended) == tuple(map(str, (treaty.signed, treaty.in_force, treaty.ended)))


@pytest.mark.parametrize(
    ("known", "on", "way", "since", "until"),
    [
        ("unscr-1874-9", "KP", "from", "2009-06-12", "None"),
        ("unscr-2231-b6b", "IR", "from", "2016-01-16", "2020-10-18"),
        ("unscr-1747-5-snapback", "IR", "from", "2025-09-28", "None"),
        ("unscr-2216-14", "houthis", "to", "2015-04-14", "None"),
        ("unscr-1132-6", "SL", "to", "1997-10-08", "1998-06-04"),
        ("unscr-2093-33", "SO", "to", "2013-03-06", "2023-11-30"),
        ("eu-2014-512-2-2022", "RU", "to", "2022-04-09", "None"),
    ],
)
def test_the_embargoes_that_were_looked_up_stand(
    known: str, on: str, way: str, since: str, until: str
) -> None:
    found = next(each for each in EMBARGOES if each.id == known)

    assert (on, way, since, until) == (found.on, found.way, str(found.since), str(found.until))

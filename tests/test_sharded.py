"""Checking a store part by part finds what checking its claims in memory finds, in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from pyarrow import parquet

import osintkp
from builders import claim, corpus
from osintkp import scale
from osintkp.claim import ClaimLink, Suppression
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.errors import InvalidValueError, UnknownCheckError
from osintkp.evidence import Source
from osintkp.facts import Facts
from osintkp.findings import Findings
from osintkp.sharded import checking, plan, steps
from osintkp.sharded.work import Work
from osintkp.store import layout
from osintkp.stored import StoredCorpus
from osintkp.vocabulary.scales import LinkKind, Severity
from strategies_close import close_claims
from test_groupings import rumours


@pytest.fixture(autouse=True)
def _few_in_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "PER_PART", 8)


def told(found: Findings) -> list[str]:
    return [*map(repr, found), "", *map(repr, found.suppressed), "", *found.unmet]


def stored(whole: Corpus, folder: Path) -> StoredCorpus:
    whole.to_parquet(folder / "store")
    return osintkp.open(folder / "store")


@pytest.mark.parametrize(
    "whole", [rumours(), osintkp.load_seeds(), Corpus()], ids=["rumours", "seeds", "empty"]
)
def test_a_store_is_found_what_is_found_in_memory(whole: Corpus, tmp_path: Path) -> None:
    with stored(whole, tmp_path) as opened:
        assert told(whole.check()) == told(opened.check())


@given(claims=close_claims())
@settings(max_examples=15, deadline=None)
def test_any_claims_in_a_store_are_found_what_is_found_in_memory(
    tmp_path_factory: pytest.TempPathFactory, claims: Claims
) -> None:
    whole = Corpus(claims=claims)
    with stored(whole, tmp_path_factory.mktemp("any")) as opened:
        assert told(whole.check()) == told(opened.check())


def test_groups_of_many_claims_are_looked_into_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "ALONE", 1)
    asked = list[Sequence[int]]()

    def watched(task: scale.Task, parts: Sequence[int]) -> Iterator[Any]:
        asked.append(parts)
        return scale.in_turn(task, parts)

    with stored(rumours(), tmp_path):
        found = scale.check(tmp_path / "store", scheduler=watched)
    beyond = layout.parts_for(len(rumours().claims))
    crowded = [parts for parts in asked if any(part >= beyond for part in parts)]

    assert len(crowded) > 1
    assert {1} == {len(parts) for parts in crowded}
    assert told(rumours().check()) == told(found)


def odd() -> Corpus:
    """Return claims without sources, with links to nothing, to and fro across parts, and written twice."""
    figures = ("9 tank", "12 tank", "30 tank", "~20 tank", "40 truck", "90 truck", "7 tank", "15 tank")
    told = [
        claim(f"{chr(97 + number)}/1", "loss", actor="LY", amount=amount, when=f"20{19 + number % 3}")
        for number, amount in enumerate(figures * 3)
    ]
    links = {
        "a/1": [("repeats", "b/1"), ("part_of", "nobody/9"), ("repeats", "b/1")], "b/1": [("repeats", "c/1")],
        "c/1": [("repeats", "a/1"), ("part_of", "d/1")], "d/1": [("part_of", "c/1"), ("alternative_to", "gone/1")],
        "e/1": [("alternative_to", "f/1"), ("refutes", "x/1")], "h/1": [("contained_in", "h/1")],
    }  # fmt: skip
    linked = [
        attrs.evolve(
            each,
            links=tuple(ClaimLink(kind=LinkKind(kind), claim=to) for kind, to in links.get(each.id, ())),
        )
        for each in told
    ]
    kept = [Source(id=each.source, derived_from="a" if each.source == "b" else None) for each in linked[:5]]
    return Corpus(claims=Claims(linked, kept))


def test_odd_claims_in_a_store_are_found_what_is_found_in_memory(tmp_path: Path) -> None:
    with stored(odd(), tmp_path) as opened:
        found = opened.check()

    assert {"circular-sourcing", "figures-conflict"} <= {each.name for each in found}
    assert told(odd().check()) == told(found)


def test_reference_data_of_ones_own_holds_in_a_store(tmp_path: Path) -> None:
    seeds = osintkp.load_seeds()

    with stored(seeds, tmp_path) as opened:
        found = opened.check(using=Facts())

    assert told(seeds.check()) != told(found)
    assert told(seeds.check(using=Facts())) == told(found)


def test_several_processes_find_what_one_finds(tmp_path: Path) -> None:
    with stored(rumours(), tmp_path) as opened:
        assert told(rumours().check()) == told(opened.check(jobs=2))


@pytest.mark.parametrize(
    "asked",
    [
        {"select": ["single-origin", "QTY"]},
        {"ignore": ["figures-conflict", "TXT"]},
        {"at_least": "warning"},
        {"severities": {"circular-sourcing": "info"}, "at_least": "error"},
    ],
)
def test_what_is_asked_in_memory_can_be_asked_of_a_store(asked: dict[str, Any], tmp_path: Path) -> None:
    with stored(rumours(), tmp_path) as opened:
        assert told(rumours().check(**asked)) == told(opened.check(**asked))


def test_what_codings_suppress_is_set_aside_and_what_meets_nothing_is_told(tmp_path: Path) -> None:
    known, idle = (
        Suppression(check="figures-conflict", reason="two wars"),
        Suppression(check="PHY", reason="old"),
    )
    tanks = [
        claim(f"{name}/1", "loss", actor="AM", item="vehicles/tank", amount=amount, when="2020")
        for name, amount in (("wire", "50 tank"), ("daily", "90 tank"))
    ]
    whole = corpus(attrs.evolve(tanks[0], suppress=(known, idle)), tanks[1])

    with stored(whole, tmp_path) as opened:
        found = opened.check()

    assert told(whole.check()) == told(found)
    assert ["two wars"] == [
        each.suppressed.partition(": ")[2] for each in found.suppressed if each.suppressed
    ]
    assert ("wire/1 suppresses PHY: old",) == found.unmet


def test_a_check_that_does_not_exist_and_no_processes_are_refused(tmp_path: Path) -> None:
    with stored(rumours(), tmp_path) as opened:
        with pytest.raises(UnknownCheckError, match="no check is named 'figures-conflct'"):
            opened.check(["figures-conflct"])
        with pytest.raises(InvalidValueError, match="no processes to check in: 0; give 1 or more"):
            opened.check(jobs=0)


def test_rules_of_one_claim_meet_in_the_order_in_which_they_are_written(tmp_path: Path) -> None:
    rules = tuple(
        Suppression(check=name, reason=reason)
        for name, reason in (
            ("QTY", "z"),
            ("figures-conflict", "b"),
            ("QTY", "z"),
            ("QTY103", "a"),
            ("QTY", "m"),
        )
    )
    tanks = [
        claim(f"{name}/1", "loss", actor="AM", item="vehicles/tank", amount=amount, when="2020")
        for name, amount in (("wire", "50 tank"), ("daily", "90 tank"))
    ]
    whole = corpus(attrs.evolve(tanks[0], suppress=rules), tanks[1])

    with stored(whole, tmp_path) as opened:
        assert told(whole.check()) == told(opened.check())


@pytest.mark.parametrize("asked", [{}, {"at_least": "warning"}, {"select": ["LAW"]}], ids=str)
@pytest.mark.parametrize(
    "whole", [rumours(), osintkp.load_seeds(), Corpus()], ids=["rumours", "seeds", "empty"]
)
def test_findings_are_written_in_the_order_in_which_they_are_returned(
    whole: Corpus, asked: dict[str, Any], tmp_path: Path
) -> None:
    tanks = claim("zz/1", "loss", actor="AM", item="vehicles/tank", amount="50 tank", when="2020")
    rules = (Suppression(check="SRC", reason="known"), Suppression(check="PHY", reason="old"))
    whole = Corpus(claims=Claims([*whole.claims, attrs.evolve(tanks, suppress=rules)], whole.claims.sources))
    whole.to_parquet(tmp_path / "store")

    found = whole.check(**asked)
    written = scale.check(tmp_path / "store", to=tmp_path / "out" / "found.parquet", **asked)

    assert [repr(each) for each in (*found, *found.suppressed)] == list(map(repr, written))
    assert (len(found), len(found.suppressed), found.unmet) == (
        len(written),
        written.suppressed,
        written.unmet,
    )
    assert {
        severity: len([each for each in found if each.severity is severity]) for severity in Severity
    } == (written.counts)
    assert ["found.parquet"] == [path.name for path in (tmp_path / "out").iterdir()]


def test_an_opened_store_writes_its_findings_with_the_memory_and_the_folder_that_it_was_opened_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rumours().to_parquet(tmp_path / "store")
    (tmp_path / "scratch").mkdir()
    asked: list[Work] = []
    learn = checking._learn

    def heard(work: Work, *rest: Any) -> Any:
        asked.append(work)
        return learn(work, *rest)

    monkeypatch.setattr(checking, "_learn", heard)
    with osintkp.open(tmp_path / "store", memory="300MB", scratch=tmp_path / "scratch") as opened:
        written = opened.check(to=tmp_path / "found.parquet")

    assert list(map(repr, rumours().check())) == list(map(repr, written))
    assert [("300MB", tmp_path / "scratch")] == [(work.memory, work.scratch.parent) for work in asked]


def test_the_file_of_findings_is_the_table_of_findings_with_their_places(tmp_path: Path) -> None:
    rumours().to_parquet(tmp_path / "store")
    written = scale.check(tmp_path / "store", to=tmp_path / "found.parquet")
    table = parquet.read_table(written.path)

    assert list(range(len(written) + written.suppressed)) == table.column("place").to_pylist()
    assert rumours().check().to_arrow() == table.drop_columns("place")


@pytest.mark.parametrize("name", ["scratch", "folder"])
def test_a_folder_that_a_worker_does_not_see_is_told(name: str, tmp_path: Path) -> None:
    rumours().to_parquet(tmp_path / "store")

    def elsewhere(task: scale.Task, parts: Sequence[int]) -> Iterator[Any]:
        gone: dict[str, Any] = {name: tmp_path / "gone"}
        away = attrs.evolve(task.work, **gone)
        return map(attrs.evolve(task, work=away).of, parts)

    with pytest.raises(InvalidValueError, match=r"cannot reach a folder that all have to share: .*gone'"):
        scale.check(tmp_path / "store", scheduler=elsewhere)


def turns_of(whole: Corpus, folder: Path) -> list[str]:
    """Return the steps that a check of a store takes, in their order."""
    taken = list[str]()

    def watched(task: scale.Task, parts: Sequence[int]) -> Iterator[Any]:
        taken.append(task.step.__name__)
        return scale.in_turn(task, parts)

    with stored(whole, folder):
        assert told(whole.check()) == told(scale.check(folder / "store", scheduler=watched))
    return taken


def test_claims_are_not_read_for_a_round_to_which_none_adds_anything(tmp_path: Path) -> None:
    assert ["told", "told", "told", "keyed", "found"] == turns_of(rumours(), tmp_path / "circles")
    plain = corpus(
        claim("wire/tanks", "loss", actor="AM", item="vehicles/tank", amount="40 tank", when="2020-10")
    )
    assert ["told", "told", "keyed", "found"] == turns_of(plain, tmp_path / "none")


def test_what_a_grouping_of_several_checks_has_to_know_is_asked_once(tmp_path: Path) -> None:
    asked = list[list[int]]()

    def watched(task: scale.Task, parts: Sequence[int]) -> Iterator[Any]:
        if task.step is steps.told:
            asked.append(sorted(task.work.asked(task.work.got(steps.KNOWN))))
        return scale.in_turn(task, parts)

    with stored(rumours(), tmp_path):
        found = scale.check(tmp_path / "store", ["circular-sourcing"], scheduler=watched)

    assert [[0], [0], [0]] == asked
    assert told(rumours().check(["circular-sourcing"])) == told(found)


def test_the_keys_of_a_grouping_that_several_checks_have_are_put_down_once(tmp_path: Path) -> None:
    keys = list[tuple[int, int]]()

    def watched(task: scale.Task, parts: Sequence[int]) -> Iterator[Any]:
        for batches in scale.in_turn(task, parts):
            found = list(batches)
            if task.step is steps.keyed:
                keys.extend(
                    row
                    for each in found
                    for row in zip(
                        *(each.column(name).to_pylist() for name in ("grouping", "number")), strict=True
                    )
                )
            yield found

    both = ["figures-conflict", "capacity-as-content"]
    with stored(rumours(), tmp_path):
        found = scale.check(tmp_path / "store", both, scheduler=watched)

    assert {0} == {grouping for grouping, _ in keys}
    assert len(keys) == len(set(keys)) > 0
    assert told(rumours().check(both)) == told(found)

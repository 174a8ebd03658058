"""An opened store answers as the same corpus does in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from export_cases import circular, full, hostile
from osintkp import Corpus
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError, OsintkpError, UnknownIdError
from osintkp.evidence import Link, Source
from osintkp.store import fetching
from osintkp.stored import StoredCorpus
from osintkp.vocabulary.scales import Modality, Part, Stance
from strategies import actor_ids, corpora, item_paths
from strategies_dates import whens

PACT = claim("post/pact", "treaty", title="Maritime boundary", parties=("LY", "TR"), signed="2019-11-27")
WORLD = corpus(
    claim("wire/drones", sender="IR", recipient="SD", item="aircraft/uncrewed", amount="40 drone", when="2024-01", speaker="SD"),
    claim("wire/shells", sender="IR", recipient="RU", item="munitions/artillery/shell", amount="~300000 round",
          when="2023-06/2023-12", speaker="us-department-of-state", modality="estimated"),
    claim("paper/tanks", "loss", actor="AM", by="AZ", item="vehicles/tank", amount="~250 tank", when="2020-09-27/2020-11-10"),
    claim("paper/told", "loss", actor="zz-tribe", item="zzz/qqq", links={"repeats": "wire/drones"}),
    claim("blog/again", sender="IR", recipient="SD", amount="40 drone", links={"repeats": "paper/told"}, when="2024-04~"),
    attrs.evolve(claim("post/troops", "troop_deployment", sender="RW", place="Goma", amount="3000..4000 person", said="2024-05"), part=Part.HEADING),
    claim("post/denial", sender="RW", recipient="m23", item="weapons", stance="denies", speaker="RW", when="XXXX-09"),
    PACT,
    blog={"derived_from": "post", "published": osintkp.When.parse("2024-06")},
    post={"derived_from": "wire", "published": osintkp.When.parse("2024-05-02~")},
    wire={"publisher": "UNHCR", "published": osintkp.When.parse("2024-01-05")},
    paper={"publisher": "Nile Wire"},
)  # fmt: skip
ASKED: list[dict[str, Any]] = [
    {}, {"kind": "loss"}, {"kind": ("loss", "treaty")}, {"sender": "IR"}, {"recipient": ("SD", "RU")}, {"actor": "TR"},
    {"actor": "nato"}, {"actor": "zz-tribe"}, {"actor": "zz-nobody"}, {"item": "munitions"}, {"item": "zzz"}, {"item": "weapons"},
    {"unit": "drone"}, {"unit": ("tanks", "round")}, {"speaker": "US"}, {"speaker": "RW"}, {"origin": "unhcr"}, {"origin": "SD"},
    {"origin": "wire"}, {"origin": "unknown"}, {"origin": "US"}, {"origin": "paper"}, {"stance": Stance.DENIES},
    {"modality": {Modality.STATED, Modality.ESTIMATED}}, {"source": "wire"}, {"source": ["blog", "post"]}, {"part": "heading"},
    {"during": "2024"}, {"during": "2024", "certain": True}, {"during": "2023-12-31/2024-01-15"}, {"during": "2019-11-27"},
    {"during": "2024-03?"}, {"during": "XXXX-09"}, {"during": "../2020"}, {"where": lambda each: each.amount is None},
    {"kind": "shipment", "sender": "IR", "during": "2023", "speaker": None}, {"kind": "loss", "actor": "AM", "origin": "paper"},
    {"sender": "post", "item": "weapons"}, {"kind": []},
]  # fmt: skip


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredCorpus]:
    folder = tmp_path_factory.mktemp("stored") / "world"
    WORLD.to_parquet(folder)
    with osintkp.open(folder) as opened:
        yield opened


def answer(some: Corpus) -> list[object]:
    """Return everything that a selection is, and what it says of itself."""
    lines = [str(some.origins()), str(some.timeline()), str(some.figures()), str(some.flows())]
    return [some.claims.ids(), [*some.claims], [*some.sources], lines, list(some.check())]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_selection_is_the_one_in_memory(asked: dict[str, Any], stored: StoredCorpus) -> None:
    assert answer(WORLD.select(**asked)) == answer(stored.select(**asked))
    assert str(WORLD.origins(**asked)) == str(stored.origins(**asked))
    assert str(WORLD.figures(**asked)) == str(stored.figures(**asked))
    assert str(WORLD.timeline(**asked)) == str(stored.timeline(**asked))
    assert str(WORLD.flows(**asked)) == str(stored.flows(**asked))


@pytest.mark.parametrize(
    "day", ["2024-01-04", "2024-01-05", "2024-05", "2024-05-01", "2030", "XXXX-05", "2024-05-01~"]
)
def test_what_was_known_by_a_day_is_what_it_is_in_memory(day: str, stored: StoredCorpus) -> None:
    assert answer(WORLD.as_of(day)) == answer(stored.as_of(day))
    assert answer(WORLD.as_of(day).select(kind="shipment")) == answer(stored.as_of(day, kind="shipment"))


@pytest.mark.parametrize("gone", [("wire",), ("post", "paper"), ()])
def test_a_source_that_falls_takes_the_same_with_it(gone: tuple[str, ...], stored: StoredCorpus) -> None:
    left = WORLD.without(*gone)

    assert answer(left.select(kind="shipment")) == answer(stored.without(*gone, kind="shipment"))
    assert answer(left.select(origin="wire")) == answer(stored.without(*gone, origin="wire"))
    assert left.claims.ids() == stored.without(*gone).claims.ids()


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "los"}, {"sender": "Iran"}, {"actor": ("AM", "Sudan")}, {"item": "munition"}, {"unit": "tnak"}, {"source": "wir"},
        {"source": ("wire", "elsewhere")}, {"source": "\ud83d"}, {"item": "\ud83d"}, {"stance": "deny"}, {"during": "yesterday"}, {"part": "foot"}, {"speaker": "Rwanda", "kind": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_what_a_selection_refuses_is_refused_in_the_same_words(
    asked: dict[str, Any], stored: StoredCorpus
) -> None:
    with pytest.raises(OsintkpError) as expected:
        WORLD.select(**asked)
    with pytest.raises(type(expected.value), match=re.escape(str(expected.value))):
        stored.select(**asked)


def test_a_name_that_only_a_chain_uses_is_no_misspelling(tmp_path: Path) -> None:
    spelt = attrs.evolve(claim("a/1"), attribution=(Link(actor="SD"), Link(actor="Sudan")))
    made = corpus(spelt, claim("a/2", sender="SD"))
    made.to_parquet(tmp_path / "s")

    with osintkp.open(tmp_path / "s") as opened:
        assert made.select(sender="Sudan") == opened.select(sender="Sudan")
        with pytest.raises(InvalidValueError, match="no sender has this id: 'North Korea'"):
            opened.select(sender="North Korea")
        with pytest.raises(InvalidValueError, match="no source has this name"):
            opened.without("a", source="a")


def test_few_at_a_time_or_all_at_once_make_no_difference(
    stored: StoredCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "AT_ONCE", 2)

    for asked in ASKED:
        assert answer(WORLD.select(**asked)) == answer(stored.select(**asked))


def test_values_may_be_given_by_an_iterator(stored: StoredCorpus) -> None:
    assert stored.select(actor=iter(["AM", "zz-tribe"])) == WORLD.select(actor=["AM", "zz-tribe"])


CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sets(st.sampled_from(["shipment", "loss", "meeting", "treaty", "limit"]), max_size=3),
        "sender": actor_ids(),
        "actor": st.lists(actor_ids(), max_size=2),
        "item": item_paths(),
        "unit": st.sampled_from(["round", "tonne", "person", "container"]),
        "during": whens(),
        "certain": st.booleans(),
        "speaker": actor_ids(),
        "origin": actor_ids(),
        "stance": st.sampled_from(Stance),
        "modality": st.sampled_from(Modality),
        "part": st.sampled_from(Part),
    },
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpora(), st.lists(CONDITIONS, min_size=4, max_size=10), whens())
def test_whatever_is_asked_of_whatever_corpus_the_answer_is_the_one_in_memory(
    some: Claims, asked: list[dict[str, Any]], day: osintkp.When
) -> None:
    whole = Corpus(claims=some)
    with TemporaryDirectory() as folder:
        whole.to_parquet(Path(folder, "store"))
        with osintkp.open(Path(folder, "store")) as opened:
            for each in asked:
                try:
                    expected = whole.select(**each)
                except OsintkpError as error:
                    with pytest.raises(type(error), match=re.escape(str(error))):
                        opened.select(**each)
                    continue
                found = opened.select(**each)
                assert (expected, expected.claims.ids()) == (found, found.claims.ids())
                assert str(expected.origins()) == str(found.origins())
                assert whole.as_of(day).select(**each) == opened.as_of(day, **each)


def test_one_claim_and_one_source_are_made_when_they_are_asked_for(stored: StoredCorpus) -> None:
    assert WORLD.claims["wire/drones"] == stored.claims["wire/drones"]
    assert WORLD.sources["paper"] == stored.sources["paper"] == stored.sources.get("paper")
    assert stored.claims.get("wire/drone") is None
    assert "wire/drones" in stored.claims
    assert WORLD.claims["wire/drones"] in stored.claims
    assert attrs.evolve(WORLD.claims["wire/drones"], about="other") not in stored.claims
    assert WORLD.sources["blog"] in stored.sources
    assert 7 not in stored.claims
    assert (8, 4, 8) == (len(stored.claims), len(stored.sources), len(stored))
    assert [*WORLD.claims] == [*stored.claims]
    assert [*WORLD.sources] == [*stored.sources]
    with pytest.raises(UnknownIdError, match="nothing has the id 'wire/drone'; near it: wire/drones, "):
        _ = stored.claims["wire/drone"]
    with pytest.raises(UnknownIdError, match=r"nothing has the id \"'; DROP TABLE claims; --\"; near it: "):
        _ = stored.sources["'; DROP TABLE claims; --"]


def test_half_a_character_finds_nothing(stored: StoredCorpus) -> None:
    assert "wire/\ud83d" not in stored.claims
    assert stored.sources.get("\ud83d") is None
    assert 0 == len(stored.holding(["\ud83d", "wire/?"]).claims)
    assert [] == stored.sources_of(["\ud83d"])
    for role in ("sender", "recipient", "actor", "speaker", "origin"):
        asked: dict[str, Any] = {role: "\ud83d"}
        assert WORLD.select(**asked) == stored.select(**asked)
    with pytest.raises(
        UnknownIdError, match="nothing has the id 'wire/dr\\\\ud83dnes'; near it: wire/drones, "
    ):
        _ = stored.claims["wire/dr\ud83dnes"]


def test_an_empty_store_is_empty(tmp_path: Path) -> None:
    Corpus().to_parquet(tmp_path / "s")

    with osintkp.open(tmp_path / "s") as opened:
        assert Corpus() == opened.load() == opened.select()
        assert [] == [*opened.claims] == [*opened.batches()]
        assert "<StoredCorpus: 0 sources, 0 claims>" == repr(opened)
        with pytest.raises(UnknownIdError, match="nothing has the id 'a'; near it: nothing"):
            _ = opened.sources["a"]


def test_numbers_give_claims_with_all_that_they_lead_to(stored: StoredCorpus) -> None:
    number = WORLD.claims.ids().index("blog/again")
    found = stored.claims_of([number])

    assert ("wire/drones", "paper/told", "blog/again") == found.ids()
    assert ("wire", "paper", "blog", "post") == tuple(
        sorted(found.sources.ids(), key=WORLD.sources.ids().index)
    )
    assert found.sources.ids() == tuple(source.id for source in stored.sources_of(["blog", "paper"]))
    assert () == stored.claims_of([]).ids()
    assert [] == stored.sources_of(["elsewhere"])


@pytest.mark.parametrize(
    "made",
    [circular(), full(), hostile(), osintkp.load_seeds()],
    ids=["circular", "full", "hostile", "seeds"],
)
def test_circles_and_long_chains_come_to_an_end(made: Corpus, tmp_path: Path) -> None:
    made.to_parquet(tmp_path / "s")

    with osintkp.open(tmp_path / "s") as opened:
        for each in made.claims:
            chosen: dict[str, Any] = {"where": lambda other, name=each.id: other.id == name}
            if len(made) < 20 or each.links:
                assert str(made.origins(**chosen)) == str(opened.origins(**chosen))


def test_a_chain_is_followed_through_however_many(tmp_path: Path) -> None:
    links = [
        claim(f"s{n}/a", sender="SD", links={"repeats": f"s{n - 1}/a"} if n else None) for n in range(60)
    ]
    names = {f"s{n}": {"derived_from": f"s{n - 1}"} for n in range(1, 60)}
    made = corpus(*links, **names)
    made.to_parquet(tmp_path / "s")

    with osintkp.open(tmp_path / "s") as opened:
        last = opened.select(source="s59")
        assert 60 == len(last.claims.lineage) == len(last.claims.lineage.sources)
        assert str(made.select(source="s59").origins()) == str(last.origins())
        assert [Source(id="s0")] == [each for each in opened.sources_of(["s3"]) if each.derived_from is None]
        assert 4 == len(opened.sources_of(["s3"]))


def chains(*actors: str) -> tuple[Link, ...]:
    return tuple(Link(actor=actor) for actor in actors)


def exchanged() -> Corpus:
    """Return outlets that have one thing from each other, and somebody who names one of them about something else."""
    told = [
        ("afp-1/a", "SD", ("reuters",)), ("reuters-1/a", "SD", ("tass",)), ("tass-1/a", "SD", ("afp",)),
        ("other/a", "TD", ("bbc",)), ("bbc-1/a", "LY", ("other",)), ("other/b", "LY", ("bbc-1",)), ("x/a", "ML", ("y",)), ("y/a", "ML", ("BBC",)),
    ]  # fmt: skip
    claims = [
        attrs.evolve(claim(name, "loss", actor=actor, amount="40 tank"), attribution=chains(*chain))
        for name, actor, chain in told
    ]
    repeating = [
        claim("r1/a", links={"repeats": "r2/a"}, sender="CD"),
        claim("r2/a", links={"supports": "r1/a"}, sender="CD"),
    ]
    rewriting = [claim("w1/a", sender="TR"), claim("w2/a", sender="LY"), claim("w3/a", sender="QA")]
    publishers = {"afp-1": "AFP", "reuters-1": "Reuters", "tass-1": "TASS", "bbc-1": "BBC", "x": "bbc"}
    named: dict[str, dict[str, Any]] = {name: {"publisher": each} for name, each in publishers.items()}
    named |= {"w1": {"derived_from": "w2"}, "w2": {"derived_from": "w1"}, "w3": {"derived_from": "w1"}}
    return corpus(*claims, *repeating, *rewriting, **named)


@pytest.mark.parametrize("name", [each.id for each in exchanged().claims])
def test_a_circle_that_goes_through_claims_beyond_the_selection_is_seen(name: str, tmp_path: Path) -> None:
    made = exchanged()
    made.to_parquet(tmp_path / "s")
    chosen: dict[str, Any] = {"where": lambda each: each.id == name}

    with osintkp.open(tmp_path / "s") as opened:
        assert 0 < len(made.origins().circles)
        assert made.origins(**chosen).circles == opened.origins(**chosen).circles
        assert answer(made.select(**chosen)) == answer(opened.select(**chosen))
        assert answer(made.without("tass-1").select(**chosen)) == answer(opened.without("tass-1", **chosen))

"""Claims as FollowTheMoney entities: what its own validation gives back is what was exported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from followthemoney import model
from followthemoney.types import registry
from hypothesis import given, settings

import osintkp
from builders import claim, corpus
from osintkp.claims import Claims
from osintkp.evidence import Link, Span
from osintkp.exports._ftm_values import LANGUAGES
from osintkp.exports.ftm import SCHEMATA
from osintkp.vocabulary import actors
from strategies import corpora


def entities(some: osintkp.Corpus) -> list[dict[str, Any]]:
    """Return the entities of a corpus, each held against what the model keeps of it."""
    text, _ = some.rendered("ftm")
    found = [json.loads(line) for line in text.splitlines()]
    for entity in found:
        kept = model.get_proxy(entity, cleaned=False)
        kept.schema.validate(entity)
        assert entity["properties"] == kept.to_dict()["properties"]
        assert entity["id"] == kept.id
        assert all(name in entity["properties"] for name in kept.schema.required), entity
    ids = [entity["id"] for entity in found]
    assert len(set(ids)) == len(ids)
    return found


def of_schema(some: osintkp.Corpus, schema: str) -> list[dict[str, Any]]:
    return [each["properties"] for each in entities(some) if each["schema"] == schema]


def test_the_seeds_are_entities_that_the_model_keeps() -> None:
    found = entities(osintkp.load_seeds())

    assert {"Article", "EconomicActivity", "Event", "Person", "PublicBody", "Sanction", "Trip"} <= {
        each["schema"] for each in found
    }


@settings(max_examples=25, deadline=None)
@given(corpora())
def test_any_corpus_is_kept_by_the_model(some: Claims) -> None:
    entities(osintkp.Corpus(claims=some))


def kept_by_command(text: str, tmp_path: Path) -> list[dict[str, Any]]:
    """Return what the command ``ftm validate`` gives back for a file."""
    file, out = tmp_path / "in.json", tmp_path / "out.json"
    file.write_text(text, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("ftm")), "validate", "-i", str(file), "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def hostile() -> osintkp.Corpus:
    words = "</script>\x1b[31m\u202e =cmd|' /C calc'!A0 \0 e\u0301\u200b"
    made = attrs.evolve(
        claim("s1/1", origin=words, destination=";, x", sender="KP", recipient="zz'", item=words), about=words,
        spans=(Span(quote=words * 3000),), attribution=(Link(actor="'\"", role=words),),
    )  # fmt: skip
    quoted = claim("s1/2", "treaty", title='"Friendship"', parties=("RU", "KP"), place="Pyongyang;; Moscow")
    return corpus(
        made,
        quoted,
        s1={"title": "x" * 2000, "address": "javascript:alert(1)", "file": "\u200b", "author": "\x07"},
    )


@pytest.mark.parametrize(
    "some", [osintkp.load_seeds(), hostile(), osintkp.Corpus()], ids=["seeds", "hostile", "none"]
)
def test_the_command_of_the_model_gives_back_what_was_exported(some: osintkp.Corpus, tmp_path: Path) -> None:
    text, _ = some.rendered("ftm")

    assert [json.loads(line) for line in text.splitlines()] == kept_by_command(text, tmp_path)
    assert text.isascii()
    assert text == some.rendered("ftm")[0]


def test_every_entity_that_is_named_is_there() -> None:
    found = entities(osintkp.load_seeds())
    there = {entity["id"]: model[entity["schema"]] for entity in found}

    for entity in found:
        for name, values in entity["properties"].items():
            prop = model[entity["schema"]].get(name)
            assert prop is not None
            for value in values if prop.type == registry.entity else []:
                assert prop.range is not None
                assert there[value].is_a(prop.range)


def test_a_shipment_that_happened_goes_from_sender_to_receiver_with_its_figure_in_words() -> None:
    made = claim(
        "wire/1",
        sender="IR",
        recipient="SD",
        amount=">6 piece",
        item="aircraft/uncrewed",
        when="2023-12/2024-01",
        measure="flow",
    )
    some = corpus(
        made, wire={"title": "Drones seen", "published": osintkp.When.parse("2024-01"), "language": "en"}
    )

    (activity,) = of_schema(some, "EconomicActivity")
    (article,) = of_schema(some, "Article")
    names = {
        each["id"]: each["properties"]["name"] for each in entities(some) if "name" in each["properties"]
    }

    assert [["Iran"], ["Sudan"]] == [names[activity[role][0]] for role in ("sender", "receiver")]
    assert [">6 piece · aircraft/uncrewed · flow"] == activity["goodsDescription"]
    assert (["2023-12-01"], ["2024-01-31"], ["wire/1"]) == (
        activity["startDate"],
        activity["endDate"],
        activity["recordId"],
    )
    assert [
        "sender: IR; recipient: SD; item: aircraft/uncrewed; amount: >6 piece; measure: flow; when: 2023-12/2024-01; credibility: 6 (Admiralty)"
    ] == activity["summary"][1:]
    assert (["Drones seen"], ["wire.txt"], ["2024-01"], ["eng"]) == (
        article["title"], article["fileName"], article["publishedAt"], article["language"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [{"stance": "denies"}, {"modality": "capacity"}, {"modality": "pledged"}, {"modality": "predicted"}],
)
def test_a_shipment_that_did_not_happen_is_no_edge_between_parties(more: dict[str, Any]) -> None:
    some = corpus(claim("wire/1", sender="IR", recipient="SD", **more))

    assert ([], 1) == (of_schema(some, "EconomicActivity"), len(of_schema(some, "Event")))


@pytest.mark.parametrize("modality", ["stated", "estimated", "alleged"])
def test_a_seizure_that_is_told_as_done_is_an_edge(modality: str) -> None:
    some = corpus(claim("wire/1", "seizure", actor="US", sender="IR", modality=modality))

    assert (1, 0) == (len(of_schema(some, "EconomicActivity")), len(of_schema(some, "Event")))


def test_a_shipment_of_nobody_is_an_event() -> None:
    assert 1 == len(of_schema(corpus(claim("wire/1", item="fuel", sender="unknown")), "EconomicActivity"))
    assert 1 == len(of_schema(corpus(claim("wire/1", item="fuel")), "Event"))


def test_origin_and_destination_make_a_trip_between_addresses() -> None:
    some = corpus(
        claim("wire/1", sender="RU", origin="Novorossiysk", destination="Tartus"),
        claim("wire/2", sender="RU", origin="Tartus"),
    )

    (trip,) = of_schema(some, "Trip")
    places = {
        each["id"]: each["properties"]["full"][0] for each in entities(some) if each["schema"] == "Address"
    }

    assert ("Novorossiysk", "Tartus") == (places[trip["startLocation"][0]], places[trip["endLocation"][0]])
    assert 2 == len(places)


def test_a_limit_is_a_sanction_on_somebody_and_else_an_event() -> None:
    cap = claim(
        "un/1",
        "limit",
        on="KP",
        authority="un-security-council",
        instrument="S/RES/2397",
        item="fuel",
        amount="<=500000 barrel",
        since="2018",
    )
    some = corpus(
        cap,
        claim("un/2", "limit", item="fuel"),
        claim("un/3", "limit", on="LY", stance="denies"),
        claim("un/4", "limit", on="LY", authority="zz-body"),
    )

    one, other = of_schema(some, "Sanction")

    assert (["United Nations Security Council"], ["S/RES/2397"], ["fuel · <=500000 barrel"], ["2018"]) == (
        one["authority"], one["program"], one["provisions"], one["date"],
    )  # fmt: skip
    assert ["zz-body"] == other["authority"]
    assert 2 == len(of_schema(some, "Event"))


def test_a_source_is_linked_to_the_one_that_it_rewrites_where_that_is_there() -> None:
    some = corpus(claim("a/1"), claim("b/1"), a={"derived_from": "b"}, b={"derived_from": "gone"})

    (link,) = of_schema(some, "UnknownLink")

    assert ["rewrites"] == link["role"]
    assert any(line.startswith("b: derived_from has no place") for line in some.rendered("ftm")[1])


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024", {"date": ["2024"]}),
        ("2024-06", {"date": ["2024-06"]}),
        ("2024-06-19", {"date": ["2024-06-19"]}),
        ("2024-06~", {"startDate": ["2024-06-01"], "endDate": ["2024-06-30"]}),
        ("2023-09/..", {"startDate": ["2023-09-01"]}),
        ("2024-21", {"startDate": ["2024-03-01"], "endDate": ["2024-05-31"]}),
        ("0900", {}),
    ],
)  # fmt: skip
def test_dates_are_told_as_the_model_holds_them(edtf: str, expected: dict[str, list[str]]) -> None:
    (event,) = of_schema(corpus(claim("a/1", "loss", actor="SD", when=edtf)), "Event")

    assert expected == {name: event[name] for name in ("date", "startDate", "endDate") if name in event}


def test_actors_are_of_their_kind() -> None:
    some = corpus(
        claim("a/1", "meeting", participants=("KP", "kim-jong-un", "hamas", "nato", "SU", "zz-militia"))
    )
    schemata = {
        each["properties"]["name"][0]: each["schema"]
        for each in entities(some)
        if each["schema"] not in ("Event", "Article")
    }

    assert {
        "North Korea": "PublicBody", "Kim Jong Un": "Person", "Hamas": "Organization", "North Atlantic Treaty Organization": "Organization",
        "Soviet Union": "PublicBody", "zz-militia": "LegalEntity",
    } == schemata  # fmt: skip


def test_every_kind_of_actor_and_every_state_is_one_that_the_model_knows() -> None:
    known = [actors.actor(name) for name in actors.ids()]

    assert {each.kind for each in known} == set(SCHEMATA)
    assert [] == [
        each.id
        for each in known
        if each.kind == "state" and registry.country.clean(each.id) != each.id.lower()
    ]
    assert list(LANGUAGES.values()) == [registry.language.clean(tag) for tag in LANGUAGES]


def test_losses_are_told() -> None:
    made = attrs.evolve(
        claim("s1/1", "loss", actor="SD", said="2023", links={"repeats": "s1/9"}),
        spans=(Span(quote="x" * 66_000, start=0, end=66_000),),
    )
    some = corpus(
        made,
        s1={
            "language": "xx-Y",
            "address": "javascript:1",
            "length": 3,
            "title": "a\u202eb",
            "published": osintkp.When.parse("2023/2024"),
        },
    )

    losses = some.rendered("ftm")[1]

    assert (
        "s1/1: links has no place in a FollowTheMoney entity",
        "s1/1: said has no place in a FollowTheMoney entity",
        "s1: length has no place in a FollowTheMoney entity",
        "s1/1: where the quoted words stand has no place in a FollowTheMoney entity",
        "s1: the language or its region has no code in a FollowTheMoney entity",
        "s1: the address is none on the web and is left out",
        "s1: its date is told as far as a FollowTheMoney entity holds one",
        "s1/1: its words are longer than a FollowTheMoney entity holds, and cut",
        "s1: letters that steer a screen are told by number, others are composed, space is drawn together",
    ) == (*sorted(losses[:3]), *losses[3:])


@pytest.mark.parametrize(
    ("language", "lost"), [("en", False), ("eng", False), ("pt-BR", True), ("tlh", True), ("", False)]
)
def test_a_language_that_is_not_told_in_full_is_a_loss(language: str, lost: bool) -> None:
    losses = corpus(claim("a/1"), a={"language": language}).rendered("ftm")[1]

    assert lost == any("language" in line for line in losses)


def test_an_actor_or_a_place_with_strange_letters_is_told_by_its_name() -> None:
    some = corpus(claim("a/1", sender="zz\u200b", origin="x\u200b", destination="y"))

    assert "letters that steer" in some.rendered("ftm")[1][-1]
    assert "zz\\u200b and 1 more" in some.rendered("ftm")[1][-1]


def test_nothing_is_lost_where_nothing_is_there() -> None:
    some = corpus(
        attrs.evolve(claim("s1/1", "treaty", ratified={"KP": osintkp.When.parse("2024-11")}), spans=())
    )

    assert () == some.rendered("ftm")[1]
    assert "ratified: KP 2024-11" in of_schema(some, "Event")[0]["summary"][1]


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://example.org", "https://example.org/"), ("https://example.org/a b", "https://example.org/a%20b"), ("https://example.org/?", None), ("ftp://example.org", None)],
)  # fmt: skip
def test_an_address_is_told_as_the_model_holds_it(address: str, expected: str | None) -> None:
    (article,) = of_schema(corpus(claim("a/1"), a={"address": address}), "Article")

    assert expected == (article["sourceUrl"][0] if "sourceUrl" in article else None)

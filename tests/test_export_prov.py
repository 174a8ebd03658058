"""PROV-JSON: read back by the outside package as the same document, with who got it from whom along every chain."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from prov.model import (
    ProvAgent,
    ProvAttribution,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
)

import osintkp
from builders import claim, corpus
from export_cases import CASES, HOSTILE, bare, circular, every_case, full, hostile, many, orphaned, seconds
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.errors import MissingExtraError
from osintkp.evidence import Link
from strategies import corpora

FORM = "prov"


def read(some: osintkp.Corpus) -> Any:
    """Return the document as the outside package reads it."""
    return ProvDocument.deserialize(content=some.rendered(FORM)[0], format="json")


def losses(some: osintkp.Corpus) -> tuple[str, ...]:
    return some.rendered(FORM)[1]


def derived(some: osintkp.Corpus) -> set[tuple[str, str, str]]:
    """Return every derivation: what, from what, and of which type."""
    found = set()
    for each in read(some).get_records(ProvDerivation):
        arguments = dict(each.formal_attributes)
        names = {str(key): str(value) for key, value in arguments.items() if value is not None}
        types = "".join(str(kind) for kind in each.get_asserted_types())
        found.add((names["prov:generatedEntity"], names["prov:usedEntity"], types.removeprefix("prov:")))
    return found


def attributed(some: osintkp.Corpus) -> set[tuple[str, str]]:
    return {
        (str(pairs[0][1]), str(pairs[1][1]))
        for pairs in (each.formal_attributes for each in read(some).get_records(ProvAttribution))
    }


def entities(some: osintkp.Corpus) -> dict[str, dict[str, str]]:
    found = {}
    for each in read(some).get_records(ProvEntity):
        found[str(each.identifier)] = {str(key): str(value) for key, value in each.attributes}
    return found


def agents(some: osintkp.Corpus) -> dict[str, tuple[str, str]]:
    return {
        str(each.identifier): (
            str(each.label),
            "".join(str(kind).removeprefix("prov:") for kind in each.get_asserted_types()),
        )
        for each in read(some).get_records(ProvAgent)
    }


@every_case
def test_a_document_is_read_back_and_written_again_the_same(case: str) -> None:
    some = CASES[case]()

    document = read(some)

    assert document == ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    data = json.loads(document.serialize(format="json"))
    assert {name: len(each) for name, each in json.loads(some.rendered(FORM)[0]).items()} == {
        name: len(each) for name, each in data.items()
    }


@settings(max_examples=25, deadline=None)
@given(some=corpora())
def test_any_corpus_has_an_entity_for_each_source_claim_and_step(some: Claims) -> None:
    whole = osintkp.Corpus(claims=some)

    found = entities(whole)

    steps = sum(len(each.attribution) for each in some)
    assert len(some) + len(some.sources) + steps == len(found)


def test_a_claim_is_quoted_from_its_source() -> None:
    assert ("claim:wire/denied", "source:wire", "Quotation") in derived(full())


def test_a_claim_without_words_is_only_derived_from_its_source() -> None:
    assert ("claim:bare/loss", "source:bare", "") in derived(bare())


def test_the_words_of_a_chain_are_derived_one_from_another() -> None:
    own = "words:wire/trucks"
    chain = {each for each in derived(full()) if own in each[1]}

    assert {
        ("claim:wire/trucks", f"{own}/0", "PrimarySource"),
        (f"{own}/1", f"{own}/0", ""),
        (f"{own}/2", f"{own}/1", ""),
        ("claim:wire/trucks", f"{own}/2", ""),
    } == chain


def test_a_chain_of_one_is_the_primary_source_alone() -> None:
    assert {("claim:a/1", "words:a/1/0", "PrimarySource")} == {
        each for each in derived(corpus(claim("a/1", speaker="rsf"))) if "words:" in each[1]
    }


def test_words_are_attributed_to_who_said_them_and_to_nobody_where_nobody_is_named() -> None:
    assert {
        ("source:wire", "publisher:Nile%20Wire"),
        ("source:wire", "author:A.%20Writer"),
        ("words:wire/trucks/0", "actor:abdel-fattah-al-burhan"),
        ("words:wire/trucks/2", "actor:SD"),
        ("words:wire/denied/0", "actor:rsf"),
        ("words:wire/denied/1", "actor:SD"),
    } == attributed(full())


def test_agents_have_the_type_and_the_name_that_are_known() -> None:
    found = agents(full())

    assert "Person" == found["actor:abdel-fattah-al-burhan"][1]
    assert ("Sudan", "Organization") == found["actor:SD"]
    assert ("Nile Wire", "") == found["publisher:Nile%20Wire"]
    assert ("zz-nobody", "") == agents(corpus(claim("a/1", speaker="zz-nobody")))["actor:zz-nobody"]


def test_a_source_is_derived_from_the_one_that_it_rewrites() -> None:
    assert ("source:wire", "source:agency", "") in derived(full())


def test_a_repetition_is_a_derivation_and_a_revision_one_of_its_kind() -> None:
    found = derived(full())

    assert ("claim:wire/trucks", "claim:agency/trucks", "") in found
    assert ("claim:wire/trucks", "claim:wire/denied", "Revision") in found


def test_circles_are_kept() -> None:
    found = derived(circular())

    assert {("source:a", "source:b", ""), ("source:b", "source:a", ""), ("source:c", "source:c", "")} <= found
    assert {("claim:a/1", "claim:b/1", ""), ("claim:b/1", "claim:a/1", "")} <= found


def test_a_claim_has_its_fields_with_dates_in_edtf() -> None:
    found = entities(full())["claim:wire/trucks"]

    expected = {
        "prov:type": "term:Claim",
        "prov:label": full().claims["wire/trucks"].sentence(),
        "prov:value": "some 40 trucks … by sea",
        "term:stance": "asserts",
        "term:modality": "estimated",
        "term:credibility": "2",
        "term:kind": "shipment",
        "term:part": "lede",
        "term:said": "2023-04-17",
        "term:said.words": "the day before",
        "term:said.anchor": "2023-04-18",
        "term:likelihood": '{"scheme": "phia", "word": "likely"}',
        "term:record.sender": "EG",
        "term:record.amount": "~40 truck",
        "term:record.when": "2023-03/2023-04~",
    }
    assert expected == {name: found[name] for name in expected}
    assert not {"term:speaker", "term:id", "term:links", "term:attribution", "term:draft"} & set(found)


def test_a_source_has_its_fields() -> None:
    found = entities(full())["source:wire"]

    expected = {
        "prov:type": "term:Source",
        "prov:label": "Trucks for Port Sudan",
        "term:published": "2023-04-18",
        "term:published.words": "Tuesday",
        "term:reliability": "B",
        "term:length": "4000",
        "term:sha256": "0" * 64,
        "term:notes": "shortened",
    }
    assert expected == {name: found[name] for name in expected}
    assert "F" == entities(full())["source:agency"]["term:reliability"]


def test_a_step_of_a_chain_has_its_fields() -> None:
    expected = {
        "prov:type": "term:Words",
        "term:role": "general",
        "term:verb": "told",
        "term:medium": "radio",
        "term:when": "2023-04-17",
        "term:basis": "the agency",
    }

    assert expected == entities(full())["words:wire/trucks/0"]
    assert {"prov:type": "term:Words"} == entities(full())["words:wire/trucks/1"]


def test_every_field_that_is_not_carried_is_named() -> None:
    expected = (
        "agency/trucks: draft has no place in PROV",
        "wire/trucks: suppress has no place in PROV",
        "wire/trucks: links other than repeats and revises have no place in PROV",
    )

    assert sorted(expected) == sorted(losses(full()))


def test_the_value_of_a_link_and_the_words_of_a_date_in_a_chain_are_losses() -> None:
    first = claim("a/1", links={"repeats": "b/1"})
    valued = attrs.evolve(first.links[0], value=osintkp.Amount.parse("~1.3"))
    when = When.parse("2024", words="last year")
    step = Link(actor="SD", when=when)
    some = corpus(attrs.evolve(first, links=(valued,), attribution=(step,)))

    assert (
        "a/1: the value of a link has no place in PROV",
        "a/1: the words and the anchor of a date in the chain have no place in PROV",
    ) == losses(some)


def test_a_date_in_a_chain_without_words_loses_nothing() -> None:
    some = attrs.evolve(claim("a/1"), attribution=(Link(actor="SD", when=When.parse("2024")),))

    assert () == losses(corpus(some))


def test_claims_whose_source_is_not_there_are_left_out_and_named() -> None:
    assert {"source:here", "claim:here/a"} == set(entities(orphaned()))
    assert ("gone/a and 1 more: left out, for the source is not there",) == losses(orphaned())


def test_hostile_words_are_data_in_ascii() -> None:
    text, _ = hostile().rendered(FORM)

    assert text.isascii()
    assert not {"<", ">", "&", "\x1b"} & set(text)
    assert HOSTILE == entities(hostile())["source:evil"]["prov:label"]


def test_one_corpus_gives_one_document_in_every_process() -> None:
    code = "import osintkp; print(osintkp.load_seeds().rendered('prov')[0], end='')"
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert {osintkp.load_seeds().rendered(FORM)[0]} == printed


class Missing:
    """Finds no package ``prov``, as where it is not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "prov":
            raise ModuleNotFoundError(name=name)


def test_without_the_package_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "prov"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])

    with pytest.raises(MissingExtraError, match=r'a PROV document needs prov: pip install "osintkp\[prov\]"'):
        full().rendered(FORM)


def test_ten_times_the_sources_take_no_more_than_thirty_times_as_long() -> None:
    seconds(many(20), FORM)

    assert seconds(many(500), FORM) < 30 * max(seconds(many(50), FORM), 0.005)

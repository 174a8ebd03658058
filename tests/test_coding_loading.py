"""Loading: a coding read in full, and what a fault takes with it and what not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import osintkp
from badinputs.writing import HEAD, SOUND, toml
from osintkp import Amount, ClaimLink, Link, Span, When
from osintkp.claim import LikelihoodWord
from osintkp.vocabulary.scales import (
    Credibility,
    LinkKind,
    Measure,
    Modality,
    Part,
    Reliability,
    Severity,
    SpanStatus,
    Stance,
)  # fmt: skip

FULL = """
schema = "osintkp/1"

[source]
id = "sitrep"
title = "Port traffic"
publisher = "a monitor"
author = "N. N."
published = { edtf = "2023-04-18", words = "on Tuesday", anchor = "2023-04-20" }
published_basis = "inferred"
retrieved = "2023-05"
address = "https://example.org/1"
language = "en"
reliability = "B"
length = 82
derived_from = "sitrep"
notes = "scanned"
content = "Port Sudan received 12 trucks. El Fasher received 9 trucks and 12 trucks of flour."

[[claim]]
id = "first"
quote = "12 trucks"
suffix = "."
part = "lede"
speaker = "SD"
role = "port authority"
verb = "said"
via = ["reuters", "unknown"]
said = "2023-04-17~"
stance = "denies"
modality = "estimated"
likelihood = { scheme = "icd203", word = "likely" }
confidence = "moderate"
credibility = 2
coder = "zz"
about = "a note"
links = [{ kind = "share_of", claim = "second", value = "~50 percent" }, { kind = "repeats", claim = "sitrep/second" }]
shipment = { recipient = "SD", item = "vehicles/truck", calibre = "122 mm", amount = "12 truck", measure = "flow", when = "2023-04", destination = "Port Sudan" }

[[claim]]
id = "second"
spans = [{ quote = "El Fasher", span = [31, 40] }, { quote = "flour" }]
attribution = [{ actor = "SD", medium = "radio", when = "2023", basis = "another report" }]
[claim.treaty]
title = "Jeddah declaration"
parties = ["SD", "rsf"]
signed = "2023-05-11"
ratified = { SD = "2023-05-11" }
obligations = ["let aid pass"]
"""


def loaded(text: str, folder: Path, *, lenient: bool = False) -> osintkp.Corpus:
    (folder / "a.toml").write_text(text, encoding="utf-8")
    return osintkp.load(folder / "a.toml", lenient=lenient)


def codes(corpus: osintkp.Corpus) -> list[str]:
    return [problem.code for problem in corpus.problems]


def test_every_field_of_a_source_is_read(tmp_path: Path) -> None:
    source = loaded(FULL, tmp_path).sources["sitrep"]

    assert ("sitrep", "Port traffic", "a monitor", "N. N.", "inferred") == (
        source.id, source.title, source.publisher, source.author, source.published_basis,
    )  # fmt: skip
    assert When.parse("2023-04-18", words="on Tuesday", anchor=date(2023, 4, 20)) == source.published
    assert (When.parse("2023-05"), "https://example.org/1", "en", Reliability.B) == (
        source.retrieved, source.address, source.language, source.reliability,
    )  # fmt: skip
    assert (82, None, "sitrep", "scanned") == (source.length, source.file, source.derived_from, source.notes)
    assert source.text is not None
    assert source.sha256 == source.attached(source.text).sha256


def test_every_field_of_a_claim_is_read(tmp_path: Path) -> None:
    first = loaded(FULL, tmp_path).claims["sitrep/first"]

    assert osintkp.Claim(
        id="sitrep/first", source="sitrep",
        record=osintkp.Shipment(
            recipient="SD", item="vehicles/truck", calibre=Amount.parse("122 mm"), amount=Amount.parse("12 truck"),
            measure=Measure.FLOW, when=When.parse("2023-04"), destination="Port Sudan",
        ),
        spans=(Span(quote="12 trucks", start=20, end=29, suffix="."),), part=Part.LEDE,
        attribution=(Link(actor="SD", role="port authority", verb="said"), Link(actor="reuters"), Link(actor="unknown")),
        stance=Stance.DENIES, modality=Modality.ESTIMATED, likelihood=LikelihoodWord(scheme="icd203", word="likely"),
        confidence="moderate", credibility=Credibility.PROBABLY_TRUE, said=When.parse("2023-04-17~"), coder="zz", about="a note",
        links=(
            ClaimLink(kind=LinkKind.SHARE_OF, claim="sitrep/second", value=Amount.parse("~50 percent")),
            ClaimLink(kind=LinkKind.REPEATS, claim="sitrep/second"),
        ),
    ) == first  # fmt: skip


def test_several_quotes_a_chain_and_a_treaty_are_read(tmp_path: Path) -> None:
    second = loaded(FULL, tmp_path).claims["sitrep/second"]

    assert (Span(quote="El Fasher", start=31, end=40), Span(quote="flour", start=76, end=81)) == second.spans
    assert [SpanStatus.VERBATIM] * 2 == [span.status for span in second.spans]
    assert (
        Link(actor="SD", medium="radio", when=When.parse("2023"), basis="another report"),
    ) == second.attribution
    assert osintkp.Treaty(
        title="Jeddah declaration", parties=("SD", "rsf"), signed=When.parse("2023-05-11"),
        ratified={"SD": When.parse("2023-05-11")}, obligations=("let aid pass",),
    ) == second.record  # fmt: skip


def test_a_sound_coding_has_no_problems_and_keeps_its_order(tmp_path: Path) -> None:
    corpus = loaded(FULL, tmp_path)

    assert ((), ("sitrep/first", "sitrep/second")) == (corpus.problems, corpus.claims.ids())


def test_a_claim_tells_all_its_faults_and_none_of_its_warnings(tmp_path: Path) -> None:
    claim = '[[claim]]\nid = "b 1"\nspeaker = "Sudan"\nmodality = "stat"\nloss = { actor = "XX", amount = "5 tnak" }\n'
    corpus = loaded(toml(claim), tmp_path, lenient=True)

    assert [
        ("loss.amount", "unit-unknown"), ("modality", "unknown-word"), ("loss.actor", "unknown-actor"),
    ] == [(problem.field, problem.code) for problem in corpus.problems]  # fmt: skip
    assert {"bad/b 1"} == {problem.claim for problem in corpus.problems}


def test_a_link_to_a_claim_that_was_left_out_is_not_a_second_problem(tmp_path: Path) -> None:
    left_out = '[[claim]]\nid = "b1"\nquote = "w"\nloss = { amount = "5 tnak" }\n'
    link = '[[claim]]\nid = "b2"\nquote = "w"\ntreaty = {}\nlinks = [{ kind = "repeats", claim = "b1" }]\n'
    corpus = loaded(toml(left_out + link), tmp_path, lenient=True)

    assert ["unit-unknown"] == codes(corpus)
    assert ("bad/b1",) == corpus.claims["bad/b2"].linked(LinkKind.REPEATS)


def test_a_source_loses_the_fields_that_are_bad_and_keeps_the_rest(tmp_path: Path) -> None:
    more = 'title = 5\nsha256 = "x"\nlanguage = "en"\npublished = "soon"\nodd = 1'
    corpus = loaded(toml("", source=more), tmp_path, lenient=True)

    assert ["unknown-key", "wrong-type", "date-invalid", "bad-hash"] == codes(corpus)
    assert osintkp.Source(id="bad", language="en") == corpus.sources["bad"]
    assert ("bad/sound",) == corpus.claims.ids()


def test_an_inline_text_that_is_another_is_not_attached(tmp_path: Path) -> None:
    corpus = loaded(toml("", source='content = "a text"\nlength = 5'), tmp_path, lenient=True)

    assert (None, 5) == (corpus.sources["bad"].text, corpus.sources["bad"].length)
    assert ["source.content"] == [problem.field for problem in corpus.problems]


@pytest.mark.parametrize(
    ("claims", "lost"), [(0, ""), (1, " (1 claim left out with it)"), (2, " (2 claims left out with it)")]
)
def test_a_source_that_cannot_be_read_tells_how_many_claims_go_with_it(
    claims: int, lost: str, tmp_path: Path
) -> None:
    corpus = loaded(toml("", sound=SOUND * claims).replace('"bad"', '"../bad"'), tmp_path, lenient=True)

    assert [f"an id is up to 100 of a-z, A-Z, 0-9, '-', '_' and '.', a letter or digit first{lost}"] == [
        problem.message for problem in corpus.problems
    ]
    assert osintkp.Corpus() == corpus


def test_links_may_lead_to_any_source_of_the_load(tmp_path: Path) -> None:
    link = '[[claim]]\nid = "b1"\nquote = "w"\ntreaty = {}\nlinks = [{ kind = "repeats", claim = "bad/sound" }]\n'
    (tmp_path / "b.toml").write_text(toml(link, sound="").replace('"bad"', '"other"'))
    (tmp_path / "c.toml").write_text(HEAD + SOUND)

    assert [] == codes(osintkp.load(tmp_path))
    assert ["dangling-link"] == codes(osintkp.load(tmp_path / "b.toml"))


def test_a_source_may_rewrite_another_of_the_load(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text(toml("", source='derived_from = "other"'))
    (tmp_path / "c.toml").write_text(toml("").replace('"bad"', '"other"'))

    assert [] == codes(osintkp.load(tmp_path))
    assert ["unknown-source"] == codes(osintkp.load(tmp_path / "b.toml"))


def test_a_strict_load_lists_the_errors_alone(tmp_path: Path) -> None:
    warned = '[[claim]]\nid = "b1"\nquote = "w"\nloss = { actor = "Sudan" }\n'
    wrong = '[[claim]]\nid = "b2"\nquote = "w"\nloss = { amount = "5 tnak" }\n'

    assert ["actor-name", "unit-unknown"] == codes(loaded(toml(warned + wrong), tmp_path, lenient=True))
    with pytest.raises(osintkp.CodingError) as raised:
        loaded(toml(warned + wrong), tmp_path)
    assert [Severity.ERROR] == [problem.severity for problem in raised.value.problems]


def test_names_in_words_stay_as_they_are_and_names_of_actors_become_ids(tmp_path: Path) -> None:
    claim = '[[claim]]\nid = "b1"\nquote = "SeouI said"\nrole = "SeouI"\nspeaker = "SeouI"\nloss = { place = "SeouI", actor = "Pionyang" }\n'
    found = loaded(toml(claim), tmp_path).claims["bad/b1"]

    assert isinstance(found.record, osintkp.Loss)
    assert ("SeouI said", "SeouI", "SeouI") == (found.quote, found.attribution[0].role, found.record.place)
    assert ("KR", "KP") == (found.speaker, found.record.actor)


def test_goods_outside_the_taxonomy_are_kept_as_given(tmp_path: Path) -> None:
    claim = '[[claim]]\nid = "b1"\nquote = "w"\nseizure = { item = "goods/stardust" }\n'
    corpus = loaded(toml(claim), tmp_path)

    assert "goods/stardust" == corpus.claims["bad/b1"].item
    assert ["unknown-item"] == codes(corpus)

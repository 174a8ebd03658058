"""Seals: a saved coding of which a bit is other, or a byte is missing, is refused or loads equal."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from osintkp.claims import Claims
from osintkp.coding.loading import load_claims
from osintkp.coding.saving import save_claims
from osintkp.coding.seal import LINES, Seal, opened, sealed, without
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source, Span
from osintkp.vocabulary.scales import Severity

LONG = bool(os.environ.get("OSINTKP_LONG"))
FLIPS = 1000 if LONG else 60
STRIDE = 1 if LONG else 499
FORMS = sorted(LINES)
SAVED = ["c.toml", "c.json", "c.jsonl", "c"]
PLAIN = {
    ".toml": b'schema = "osintkp/1"\n[source]\nid = "wire"\n',
    ".json": b'{\n "schema": "osintkp/1",\n "source": {"id": "wire"}\n}\n',
    ".jsonl": b'{"schema": "osintkp/1", "source": {"id": "wire"}}\n',
}


def corpus(sources: int) -> Claims:
    """Return a hundred claims of so many sources, each with its text."""
    named, claims = [], []
    for number in range(sources):
        lines = [
            f"Convoy {number}-{each} brought {each * 7 + 3} trucks of flour to Mopti.\n"
            for each in range(100 // sources)
        ]
        source = Source(id=f"wire-{number}").attached("".join(lines))
        named.append(source)
        for each, line in enumerate(lines):
            record = osintkp.Shipment(
                recipient="ML", item="food/grain", amount=osintkp.Amount.parse(f"{each * 7 + 3} truck"),
                when=osintkp.When.parse(f"2023-0{each % 9 + 1}"),
            )  # fmt: skip
            span = Span(quote=line.strip()).located(source.text or "")
            claims.append(
                osintkp.Claim(id=f"{source.id}/c-{each}", source=source.id, record=record, spans=(span,))
            )
    return Claims(claims, named)


def outcome(claims: Claims, path: Path, *, texts: bool) -> str:
    """Tell what comes of a damaged coding: ``refused``, ``equal`` or ``different``."""
    found, problems = load_claims([path])
    if any(problem.severity is Severity.ERROR for problem in problems):
        return "refused"
    same = found == claims and (
        not texts or [source.text for source in found.sources] == [source.text for source in claims.sources]
    )
    return "equal" if same else "different"


@pytest.mark.parametrize("texts", [False, True], ids=["alone", "with-texts"])
@pytest.mark.parametrize("name", SAVED)
def test_no_flipped_bit_and_no_cut_is_read_as_something_else(name: str, texts: bool, tmp_path: Path) -> None:
    claims = corpus(8 if name == "c" else 1)
    save_claims(claims, tmp_path / name, texts=texts)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    weights = [file.stat().st_size for file in files]
    chance, seen = random.Random(f"{name}{texts}"), {"refused": 0, "equal": 0, "different": 0}

    for _ in range(FLIPS):
        (file,) = chance.choices(files, weights)
        raw = file.read_bytes()
        place, bit = chance.randrange(len(raw)), 1 << chance.randrange(8)
        file.write_bytes(raw[:place] + bytes([raw[place] ^ bit]) + raw[place + 1 :])
        seen[outcome(claims, tmp_path / name, texts=texts)] += 1
        file.write_bytes(raw)
    for file in files:
        raw = file.read_bytes()
        for cut in {*range(0, len(raw), STRIDE), len(raw) - 1}:
            file.write_bytes(raw[:cut])
            seen[outcome(claims, tmp_path / name, texts=texts)] += 1
        file.write_bytes(raw)

    sys.stdout.write(f"{name}, {'with' if texts else 'without'} texts: {seen}\n")
    assert 0 == seen["different"]
    assert seen["refused"] > 10 * seen["equal"]
    assert "equal" == outcome(claims, tmp_path / name, texts=texts)


@pytest.mark.parametrize("form", FORMS)
def test_every_flip_and_cut_of_the_seal_itself_is_refused_or_harmless(form: str) -> None:
    body = b"one\ntwo\n"
    plain = {".json": b"{\n" + body}.get(form, body)
    raw = sealed(plain, form, 1)
    whole = opened(raw, form)[0]
    end = raw.index(b"\n") + 1
    damaged = [
        raw[:place] + bytes([raw[place] ^ 1 << bit]) + raw[place + 1 :]
        for place in range(end)
        for bit in range(8)
    ]

    codes = set()
    for each in [*damaged, *(raw[:cut] for cut in range(1, len(raw)))]:
        try:
            found, seal = opened(each, form)
        except InvalidValueError as error:
            codes.add(error.code)
        else:
            assert (seal is None and found == each) or (found == whole and seal is not None)
    assert {"file-changed", "file-incomplete"} == codes


@given(st.binary(max_size=80), st.integers(0, 10**6), st.sampled_from(FORMS))
def test_what_is_sealed_opens_to_what_it_was(body: bytes, count: int, form: str) -> None:
    plain = b"{\n" + body if form == ".json" else body
    raw = sealed(plain, form, count)
    found, seal = opened(raw, form)

    bare = plain.removeprefix(b"\xef\xbb\xbf")
    assert (bare if form == ".json" else b"\n" + bare) == found
    assert seal is not None
    assert count == seal.count
    assert bare == without(raw, form)


def test_a_seal_can_be_checked_with_what_every_system_has() -> None:
    body = PLAIN[".toml"]
    line = sealed(body, ".toml", 0).partition(b"\n")[0].decode()

    from hashlib import sha256

    assert f"# osintkp sealed: claims 0, bytes {len(body)}, sha256 {sha256(body).hexdigest()}" == line


@pytest.mark.parametrize("form", sorted(PLAIN))
def test_a_coding_without_a_seal_loads_as_ever(form: str, tmp_path: Path) -> None:
    (tmp_path / f"a{form}").write_bytes(PLAIN[form])
    (tmp_path / f"b{form}").write_bytes(b"\xef\xbb\xbf" + PLAIN[form].replace(b"wire", b"agency"))

    assert ("wire", "agency") == osintkp.load(tmp_path).sources.ids()


@pytest.mark.parametrize("form", sorted(PLAIN))
def test_line_ends_and_a_byte_order_mark_change_nothing(form: str, tmp_path: Path) -> None:
    claims = corpus(1)
    path = tmp_path / f"a{form}"
    save_claims(claims, path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert claims == osintkp.load(path).claims


def refusal(path: Path) -> str:
    with pytest.raises(osintkp.CodingError) as raised:
        osintkp.load(path)
    (problem,) = raised.value.problems
    return str(problem).removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("form", "way"), [(".toml", "delete its first line"), (".json", 'take the key "sealed" out')]
)
def test_a_coding_that_was_changed_says_what_to_do(form: str, way: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{form}"
    raw = sealed(PLAIN[form], form, 0)
    path.write_bytes(raw.replace(b"wire", b"wine"))
    body = raw.partition(b"\n")[2]

    was, now = Seal.of(body, 0).sha256, Seal.of(body.replace(b"wire", b"wine"), 0).sha256
    advice = (
        f"get an undamaged copy; or, if you changed it yourself, run `python -m osintkp seal` on it, or {way}"
    )
    assert (
        f"the file is not as it was sealed, with the sha256 {was}: '{now}'; {advice} [file-changed]"
        == refusal(path)
    )


def test_a_coding_that_is_cut_off_says_how_much_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(sealed(PLAIN[".toml"], ".toml", 0)[:-1])

    size = len(PLAIN[".toml"])
    assert refusal(path).startswith(
        f"the file is cut off: its seal tells of {size} bytes, and here are: {size - 1}; get "
    )
    assert refusal(path).endswith("[file-incomplete]")


@pytest.mark.parametrize("form", sorted(PLAIN))
def test_a_seal_of_another_count_is_refused(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{form}"
    path.write_bytes(sealed(PLAIN[form], form, 1))

    assert (
        "the seal of the file tells of 1 claims, and here are: 0; get an undamaged copy [file-changed]"
        == refusal(path)
    )


def test_a_seal_in_json_that_an_editor_has_set_otherwise_is_told_as_a_seal(tmp_path: Path) -> None:
    import json

    path = tmp_path / "a.json"
    data = json.loads(sealed(PLAIN[".json"], ".json", 0))
    path.write_text(json.dumps(data, indent=2))

    assert refusal(path).startswith(
        "the seal in its first line is damaged; get an undamaged copy; or, if you changed it"
    )


@pytest.mark.parametrize("form", sorted(PLAIN))
def test_a_seal_without_an_end_of_line_is_of_a_file_that_was_cut_off(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{form}"
    path.write_bytes(sealed(PLAIN[form], form, 0)[:60])

    assert refusal(path).startswith("the file is cut off in its first line, the seal; ")
    assert refusal(path).endswith("[file-incomplete]")


@pytest.mark.parametrize("raw", [b'{"sealed": "long ago",\n', b'{"sealed" 5}\n', b'{"sealed": 5}, 6\n'])
def test_json_that_cannot_be_read_keeps_its_seal(raw: bytes) -> None:
    assert raw == without(raw, ".json")


def test_json_that_an_editor_has_written_anew_loses_its_seal_and_nothing_else() -> None:
    assert b'{\n "schema": "osintkp/1"\n}\n' == without(b'{"sealed": "x", "schema": "osintkp/1"}\n', ".json")

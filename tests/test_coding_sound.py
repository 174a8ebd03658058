"""The short way of loading: it gives what the careful way gives, or nothing at all."""

from __future__ import annotations

import json
import sys
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import osintkp
from osintkp.claim import Claim
from osintkp.coding.making import made_claim, made_source
from osintkp.coding.saving import claim_data
from osintkp.coding.sound import Shared, Sound
from osintkp.evidence import Source

SOURCE = Source(id="wire")
SHIPMENT = {
    "sender": "IR",
    "recipient": "SD",
    "item": "aircraft/uncrewed",
    "amount": "~6 drone",
    "when": "2024-05",
}
PLAIN: dict[str, Any] = {"id": "a", "quote": "six drones", "span": [4, 14], "shipment": SHIPMENT}

SOUND: list[dict[str, Any]] = [
    PLAIN,
    PLAIN | {"speaker": "SD", "role": "army spokesman", "verb": "said", "via": ["afp", "reuters"]},
    PLAIN | {"attribution": [{"actor": "SD", "medium": "radio", "when": "2024-06"}]},
    PLAIN | {"modality": "estimated", "stance": "denies", "part": "lede", "credibility": 3, "said": "2024-06-01"},
    PLAIN | {"credibility": "3", "coder": "ana", "about": "x" * 300, "confidence": "high"},
    PLAIN | {"likelihood": {"scheme": "phia", "word": "unlikely"}, "prefix": "of ", "suffix": "."},
    PLAIN | {"links": [{"kind": "part_of", "claim": "b"}, {"kind": "share_of", "claim": "paper/c", "value": "30 percent"}]},
    PLAIN | {"draft": {"rules": ["transfer.give"], "confidence": {"sender": 0.9}}},
    {"id": "a", "quote": "a treaty", "treaty": {"title": "Pact", "parties": ["TD", "FR"], "obligations": ["aid"]}},
    {"id": "a", "quote": "they met", "meeting": {"participants": ["AZ", "AM"], "place": "Sochi"}},
]  # fmt: skip

UNUSUAL: list[Any] = [
    None, [], "claim", {}, {"id": "a"}, {"shipment": SHIPMENT}, {"id": "a", "shipment": SHIPMENT},
    {key: value for key, value in PLAIN.items() if key != "id"},
    PLAIN | {"id": 5}, PLAIN | {"id": "a b"}, PLAIN | {"quote": ""}, PLAIN | {"quote": "a\0"}, PLAIN | {"quote": None},
    PLAIN | {"span": [14, 4]}, PLAIN | {"span": [4]}, PLAIN | {"span": [4, True]}, PLAIN | {"span": [4.0, 14.0]},
    PLAIN | {"loss": {}}, PLAIN | {"ammount": 5}, PLAIN | {"shipment": []}, PLAIN | {"shipment": SHIPMENT | {"x": 1}},
    PLAIN | {"shipment": SHIPMENT | {"amount": 6}}, PLAIN | {"shipment": SHIPMENT | {"amount": "six"}},
    PLAIN | {"shipment": SHIPMENT | {"amount": "6 hour"}}, PLAIN | {"shipment": SHIPMENT | {"when": "13/02/2024"}},
    PLAIN | {"shipment": SHIPMENT | {"sender": "Iran"}}, PLAIN | {"shipment": SHIPMENT | {"sender": ["IR"]}},
    PLAIN | {"shipment": SHIPMENT | {"item": "drones"}}, PLAIN | {"shipment": SHIPMENT | {"origin": 5}},
    PLAIN | {"role": "spokesman"}, PLAIN | {"speaker": "SD", "attribution": [{"actor": "SD"}]},
    PLAIN | {"attribution": [{"role": "x"}]}, PLAIN | {"modality": "maybe"}, PLAIN | {"modality": 5},
    PLAIN | {"credibility": True}, PLAIN | {"credibility": 1.0}, PLAIN | {"links": {"kind": "part_of", "claim": "b"}},
    PLAIN | {"links": [{"kind": "part_of", "claim": "a"}]}, PLAIN | {"links": [{"kind": "part_of", "claim": "wire/a"}]},
    PLAIN | {"said": {"edtf": "2024-06", "words": "last June"}}, PLAIN | {"part": None}, PLAIN | {"spans": [{"quote": "x"}]},
    {"id": "a", "quote": "x", "treaty": {"ratified": {"TD": "2024"}}},
]  # fmt: skip


WAYS = ("table", "line", "line without extras")


def made(way: str, source: Source, data: object, sound: Sound | None = None) -> Claim | None:
    """Return what the short way makes of plain data, or of the line of JSON that says them."""
    if way == "table":
        return (sound or Sound()).claim(source, data)
    with pytest.MonkeyPatch.context() as patch:
        if way == "line without extras":
            patch.setitem(sys.modules, "msgspec", None)
        return (sound or Sound()).line(source, json.dumps({"claim": data}))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("data", SOUND)
def test_sound_data_give_the_claim_of_the_careful_way(data: dict[str, Any], way: str) -> None:
    claim, notes = made_claim(SOURCE, data)

    assert ([], claim) == (notes, made(way, SOURCE, data))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("data", UNUSUAL)
def test_unusual_data_are_left_to_the_careful_way(data: object, way: str) -> None:
    sound = Sound()
    sound.claim(SOURCE, PLAIN | {"credibility": 1})

    assert made(way, SOURCE, data, sound) is None


BAD = st.sampled_from(
    [
        None,
        True,
        1,
        1.5,
        "x",
        "SD",
        "2024",
        "6 drone",
        [],
        ["SD"],
        {},
        {"a": 1},
        "\0",
        "\ud800",
        "a: b",
        10**30,
    ]
)
KEYS = st.sampled_from(
    sorted(
        {key for data in SOUND for key in (*data, *SHIPMENT)} | {"about", "via", "spans", "unknown", "claim"}
    )
)


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """Draw sound data of which some values were changed, left out or added, at any depth."""
    data: dict[str, Any] = json.loads(json.dumps(draw(st.sampled_from(SOUND))))
    for _ in range(draw(st.integers(0, 3))):
        table = draw(st.sampled_from([data, *(each for each in data.values() if isinstance(each, dict))]))
        key = draw(st.sampled_from(sorted(table)) | KEYS if table else KEYS)
        if draw(st.booleans()):
            table[key] = deepcopy(draw(BAD))
        else:
            table.pop(key, None)
    return data


@settings(max_examples=400, deadline=None)
@given(several=st.lists(spoilt(), min_size=1, max_size=4))
def test_what_the_short_way_takes_the_careful_way_takes_too_with_the_same_claim(
    several: list[dict[str, Any]],
) -> None:
    for way in WAYS:
        sound = Sound()
        for data in several:
            claim = made(way, SOURCE, data, sound)
            if claim is not None:
                assert (claim, []) == made_claim(SOURCE, data)
                assert repr(made_claim(SOURCE, data)[0]) == repr(claim)


@given(
    data=st.sampled_from(SOUND),
    text=st.text(max_size=8),
    gaps=st.sampled_from([(", ", ": "), (",", ":"), (" , ", " : ")]),
)
def test_letters_and_spacing_of_a_line_do_not_matter(
    data: dict[str, Any], text: str, gaps: tuple[str, str]
) -> None:
    told = data | {"quote": f"ten {text}"}
    line = json.dumps({"claim": told}, separators=gaps, ensure_ascii=False)
    claim = Sound().line(SOURCE, line) if "\0" not in text else None

    assert claim in (None, made_claim(SOURCE, told)[0] if "\0" not in text else None)
    assert claim is not None or "\\" in line or "\0" in text


def test_nearly_every_claim_of_the_seeds_goes_the_short_way() -> None:
    seeds = osintkp.load_seeds()
    sound = Sound()
    found = {claim.id: sound.claim(seeds.sources[claim.source], claim_data(claim)) for claim in seeds.claims}

    assert all(found[claim.id] in (None, claim) for claim in seeds.claims)
    assert 0.8 < sum(each is not None for each in found.values()) / len(found)


def test_a_quote_that_is_not_in_the_text_is_left_to_the_careful_way() -> None:
    source = SOURCE.attached("the six drones came")
    missed = PLAIN | {"quote": "nine drones"}

    assert Sound().claim(source, PLAIN) == made_claim(source, PLAIN)[0]
    assert Sound().claim(source, missed) is None


def test_equal_values_are_one_object() -> None:
    sound = Sound()
    data = PLAIN | {"speaker": "SD", "via": ["afp"]}
    one, other = (sound.claim(SOURCE, json.loads(json.dumps(data | {"id": name}))) for name in "ab")

    assert one is not None
    assert other is not None
    assert one.amount is other.amount
    assert one.when is other.when
    assert one.item is other.item
    assert one.attribution is other.attribution


def test_only_so_many_values_are_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osintkp.coding.sound.MOST", 2)
    shared = Shared(str.upper)

    assert ["A", "B", "C", "A"] == [shared[letter] for letter in "abca"]
    assert {"a": "A", "b": "B"} == shared


@pytest.mark.parametrize("way", ["line", "line without extras"])
@pytest.mark.parametrize(
    "line",
    [
        '{"claim": {"id": "b", "id": "a", "quote": "x", "loss": {}}}',
        '{"claim": {"id": "a", "quote": "x", "loss": {"by": "SD", "by" : "SD"}}}',
        '{"claim": {"id": "a", "quote": "9:30", "quote": "9:45", "loss": {"by": "SD"}}}',
        '{"claim": {"id": "a", "quote": "9\\u003a30", "id": "a", "loss": {"by": "SD"}}}',
        '{"claim": {}, "claim": {"id": "a", "quote": "x", "loss": {"by": "SD"}}}',
        '{"claim": {"id": "a", "quote": "x", "links": [{"kind": "repeats", "kind": "repeats", "claim": "b"}], "loss": {"by": "SD"}}}',
        '{"claim": {"id": "a", "quote": "x", "loss": {"by": "SD"}}, "more": 1}',
        '{"claim": {"id": "a", "quote": "x", "loss": {"by": "SD"}}} {}',
        '{"claim": {"id": "a", "quote": "x", "loss": {"by": "SD"}}',
        "[1]", "1", "", "{}", '{"source": {"id": "a"}}',
    ],
)  # fmt: skip
def test_a_line_with_a_key_twice_or_more_than_a_claim_is_left_to_the_careful_way(
    line: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if way == "line without extras":
        monkeypatch.setitem(sys.modules, "msgspec", None)

    assert Sound().line(SOURCE, line) is None


@pytest.mark.parametrize("way", ["line", "line without extras"])
def test_a_colon_in_the_quote_is_no_key(way: str) -> None:
    data = PLAIN | {"quote": "at 9:30: six drones", "span": None}
    del data["span"]

    assert made_claim(SOURCE, data)[0] == made(way, SOURCE, data)


HEAD = {
    "schema": "osintkp/1",
    "source": {"id": "wire", "title": "A day", "published": "2024-05", "reliability": "B", "length": 5},
}


def test_a_sound_head_gives_the_source_of_the_careful_way() -> None:
    assert made_source(HEAD) == (Sound().source(HEAD), [])


@pytest.mark.parametrize(
    "change", [{"id": "a b"}, {"id": None}, {"content": "x"}, {"text": "x.txt"}, {"titel": "x"}, {"length": "5"}, {"published": "May"}, {"sha256": "x"}]
)  # fmt: skip
def test_an_unusual_head_is_left_to_the_careful_way(change: dict[str, Any]) -> None:
    assert Sound().source(HEAD | {"source": {**HEAD["source"], **change}}) is None  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "head",
    [{}, {"schema": "osintkp/1"}, HEAD | {"schema": "osintkp/2"}, HEAD | {"more": 1}, HEAD | {"source": []}],
)
def test_a_head_that_is_no_more_than_schema_and_source_is_asked_for(head: dict[str, Any]) -> None:
    assert Sound().source(head) is None


def test_long_texts_are_not_kept_to_be_shared() -> None:
    shared = Shared(str.upper)

    assert "A" * 201 == shared["a" * 201]
    assert {} == shared

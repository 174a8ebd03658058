"""The short way of loading: it gives what the careful way gives, or nothing at all."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

import osintkp
from osintkp.coding.documents import quick_json
from osintkp.coding.making import made_claim
from osintkp.coding.saving import claim_data
from osintkp.coding.sound import Shared, Sound
from osintkp.errors import InvalidValueError
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


@pytest.mark.parametrize("data", SOUND)
def test_sound_data_give_the_claim_of_the_careful_way(data: dict[str, Any]) -> None:
    claim, notes = made_claim(SOURCE, data)

    assert ([], claim) == (notes, Sound().claim(SOURCE, data))


@pytest.mark.parametrize("data", UNUSUAL)
def test_unusual_data_are_left_to_the_careful_way(data: object) -> None:
    sound = Sound()
    sound.claim(SOURCE, PLAIN | {"credibility": 1})

    assert sound.claim(SOURCE, data) is None


def test_what_the_short_way_takes_of_spoilt_data_the_careful_way_takes_too() -> None:
    random, sound = Random(6), Sound()
    values = [None, True, 1, 1.5, "x", "SD", "2024", "6 drone", [], ["SD"], {}, {"a": 1}, "\0", "\ud800"]
    for _ in range(3000):
        data = json.loads(json.dumps(random.choice(SOUND)))
        table = random.choice([data, *(each for each in data.values() if isinstance(each, dict))])
        table[random.choice([*table, "about", "via"])] = random.choice(values)
        claim = sound.claim(SOURCE, data)
        if claim is not None:
            assert (claim, []) == made_claim(SOURCE, data)


def test_nearly_every_claim_of_the_seeds_goes_the_short_way() -> None:
    seeds = osintkp.load_seeds()
    sound = Sound()
    made = {claim.id: sound.claim(seeds.sources[claim.source], claim_data(claim)) for claim in seeds.claims}

    assert all(made[claim.id] in (None, claim) for claim in seeds.claims)
    assert 0.8 < sum(each is not None for each in made.values()) / len(made)


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


@pytest.mark.parametrize(
    "line", ['{"claim": {"id": "a", "id": "b"}}', '{"claim": {"quote": "a: b", "x": {"y": 1, "y" : 2}}}']
)
def test_a_key_that_stands_twice_is_refused(line: str) -> None:
    with pytest.raises(InvalidValueError, match="a key stands twice in one table"):
        quick_json()(line)

from typing import Any

import pytest

from osintkp.reading.bending import plural
from osintkp.reading.clauses.forms import forms
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.mood import mood
from osintkp.reading.clauses.phrasing import phrased
from osintkp.reading.clauses.pieces import Verb
from osintkp.reading.clauses.subjects import Clauses
from osintkp.reading.clauses.tagging import tagged
from osintkp.reading.finding import Found


def clauses(text: str) -> Clauses:
    found = Found(text)
    ground = Ground(found.tokens, found.mentions)
    row = phrased(tagged(ground, 0, len(found.tokens) - 1), ground.grammar.things["measures"])
    return Clauses(row, ground.grammar)


def verb(told: Clauses, lemma: str) -> int:
    return next(
        number for number, piece in enumerate(told.row) if isinstance(piece, Verb) and lemma in piece.lemmas
    )


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("ship", {"ship", "ships", "shipped", "shipping"}),
        ("supply", {"supply", "supplies", "supplied", "supplying"}),
        ("send", {"send", "sends", "sent", "sending"}),
        ("travel", {"travel", "travels", "travelled", "traveled", "travelling", "traveling"}),
        ("provide", {"provide", "provides", "provided", "providing"}),
        ("take", {"take", "takes", "took", "taken", "taking"}),
    ],
)
def test_a_verb_bends(lemma: str, expected: Any) -> None:
    bending = {
        "double": ["ship", "travel"],
        "irregular": {"send": ["sent", "sent"], "take": ["took", "taken"]},
    }

    assert expected == {form for form, _ in forms(lemma, bending)}


@pytest.mark.parametrize(
    ("one", "many"), [("supply", "supplies"), ("truce", "truces"), ("launch", "launches"), ("talks", "talks")]
)
def test_a_noun_has_a_plural(one: str, many: str) -> None:
    assert many == plural(one)


def test_every_row_of_the_tables_has_what_the_engine_reads() -> None:
    for row in grammar().rows:
        assert {"rule", "kind", "thing", "roles", "needs", "family"} <= row.keys(), row
        assert row.get("own") or row.get("verbs") or row.get("nouns"), row


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Chad sent arms.", "send", ["chad"]),
        ("Chad has already sent arms.", "send", ["chad"]),
        ("Chad's army, which has bought tanks, sent arms.", "send", ["army"]),
        ("Arms that Chad sent arrived.", "send", ["chad"]),
        ("Ships carrying arms from Chad sank.", "sink", ["ships"]),
        ("Ships sent by Chad in May sank.", "sink", ["ships"]),
        ("Chad bought tanks and sent arms.", "send", ["chad"]),
        ("Chad decided to send arms.", "send", ["chad"]),
        ("Chad asked Libya to send arms.", "send", ["libya"]),
        ("Chad accused Libya of sending arms.", "send", ["libya"]),
        ("Sudan attacked the town, killing 5 people.", "kill", ["sudan"]),
        ("By sending arms, Chad broke the law.", "send", ["chad"]),
    ],
)
def test_a_verb_finds_its_subject(text: str, lemma: str, expected: Any) -> None:
    told = clauses(text)

    assert expected == [noun.word for noun in told.subject(verb(told, lemma))]


def test_what_stands_after_a_verb_is_told_apart() -> None:
    told = clauses("Chad gave Libya 40 trucks, 3 tanks and fuel for the army in May 2020 to help Sudan.")
    after = told.after(verb(told, "give"))

    assert ["trucks", "tanks", "fuel"] == [noun.word for noun in after.objects]
    assert after.indirect is not None
    assert "libya" == after.indirect.word
    assert [("for", "army")] == [(each.preposition, each.noun.word) for each in after.governed]
    assert ["2020-05"] == [each.date.when.edtf for each in after.dates if each.date.when]
    assert after.aim is not None
    assert "sudan" == after.aim.word


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Chad sent arms.", "send", (None, False)),
        ("Chad never sent arms.", "send", (None, True)),
        ("Chad will send arms.", "send", ("predicted", False)),
        ("Chad would send arms.", "send", ("conditional", False)),
        ("The ship could carry arms.", "carry", ("capacity", False)),
        ("Chad promised to send arms.", "send", ("pledged", False)),
        ("Chad refused to send arms.", "send", (None, True)),
        ("Chad did not refuse to send arms.", "send", (None, False)),
        ("Chad is set to send arms.", "send", ("predicted", False)),
        ("Chad's decision to send arms is new.", "send", ("authorised", False)),
        ("Chad is seeking to buy arms.", "buy", ("conditional", False)),
    ],
)
def test_the_words_around_a_verb_lend_it_a_modality(text: str, lemma: str, expected: Any) -> None:
    told = clauses(text)

    assert expected == mood(told.row, verb(told, lemma), grammar())


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Arms supplies to Chad rose.", ["rise"]),
        ("Iran supplies arms to Chad.", ["supply"]),
        ("The donated trucks arrived.", ["arrive"]),
        ("The signing of the deal was late.", ["be"]),
        ("The shipping containers left Chad.", ["leave"]),
        ("Iran-backed rebels left.", ["leave"]),
        ("Aid to Chad fell.", ["fall"]),
        ("It ships fuel.", ["ship"]),
        ("We're sending aid.", ["send"]),
    ],
)
def test_a_word_is_a_verb_only_where_it_stands_as_one(text: str, verbs: Any) -> None:
    assert verbs == [piece.word for piece in clauses(text).row if isinstance(piece, Verb)]

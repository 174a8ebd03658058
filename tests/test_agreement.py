"""Two codings of one text held against each other."""

from __future__ import annotations

from itertools import permutations, product
from random import Random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.agreement import Agreement, Difference, Pair, _overlapping, _Placed, _unplaced
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.evidence import Source, Span

TEXT = (
    "Rwanda sent 3,000 soldiers to Goma. Uganda gave 40 trucks and 12 guns to Juba, the mission said in May."
)


def said(name: str, quote: str, kind: str = "shipment", **fields: Any) -> Claim:
    start = TEXT.index(quote)
    span = Span(quote=quote, start=start, end=start + len(quote))
    return attrs.evolve(claim(name, kind, **fields), spans=(span,))


def coding(*claims: Claim, text: str | None = TEXT) -> Corpus:
    names = dict.fromkeys(each.source for each in claims)
    sources = [Source(id=name) if text is None else Source(id=name).attached(text) for name in names]
    return Corpus(claims=Claims(claims, sources))


TRUCKS = said(
    "a/trucks", "gave 40 trucks", sender="UG", recipient="SS", item="vehicles/truck", amount="40 truck"
)
GUNS = said("a/guns", "12 guns", sender="UG", recipient="SS", amount="12 gun")
TROOPS = said("a/troops", "sent 3,000 soldiers", "troop_deployment", sender="RW", amount="3000 person")


def moved(one: Claim, name: str = "d", **changes: Any) -> Claim:
    own = one.id.partition("/")[2]
    told = {key: changes.pop(key) for key in list(changes) if hasattr(one.record, key)}
    return attrs.evolve(
        one, id=f"{name}/{own}", source=name, record=attrs.evolve(one.record, **told), **changes
    )


def test_a_coding_agrees_wholly_with_itself() -> None:
    found = coding(TRUCKS, GUNS, TROOPS).compare(coding(TRUCKS, GUNS, TROOPS))

    assert (1.0, 1.0) == (found.precision, found.recall)
    assert {
        "kind": (3, 3),
        "sender": (3, 3),
        "recipient": (2, 2),
        "item": (1, 1),
        "amount": (3, 3),
        "when": (0, 0),
    } == {name: found.fields[name] for name in ("kind", "sender", "recipient", "item", "amount", "when")}
    assert ((), (), ()) == (found.differences, found.only_first, found.only_second)
    assert 1.0 == found.share["when"]


def test_what_only_one_has_is_listed_and_counted() -> None:
    found = coding(TRUCKS, GUNS, TROOPS).compare(coding(moved(TRUCKS)))

    assert (1.0, 1 / 3) == (found.precision, found.recall)
    assert (("a/guns", "a/troops"), ()) == (found.only_first, found.only_second)
    back = coding(moved(TRUCKS)).compare(coding(TRUCKS, GUNS, TROOPS))
    assert (1 / 3, 1.0) == (back.precision, back.recall)
    assert ((), ("a/guns", "a/troops")) == (back.only_first, back.only_second)


def test_a_field_that_differs_is_told_with_both_values() -> None:
    found = coding(TRUCKS).compare(coding(moved(TRUCKS, recipient="SD", item=None)))

    pair = Pair("a/trucks", "d/trucks")
    assert (pair,) == found.pairs
    assert (
        Difference("recipient", pair, "SS", "SD"),
        Difference("item", pair, "vehicles/truck", None),
    ) == found.differences
    assert ((1, 1), (0, 1), (0, 1)) == (
        found.fields["sender"],
        found.fields["recipient"],
        found.fields["item"],
    )
    assert 0.0 == found.share["item"]


def test_the_same_figure_goes_before_a_longer_overlap() -> None:
    whole = "gave 40 trucks and 12 guns"
    trucks, guns = (said(f"d/{n}", whole, sender="UG", amount=f"{n} piece") for n in ("40", "12"))

    for drafts in permutations([trucks, guns]):
        found = coding(GUNS, TRUCKS).compare(coding(*drafts))
        assert {("a/guns", "d/12"), ("a/trucks", "d/40")} == set(found.pairs)


def test_claims_of_one_kind_meet_even_with_another_figure() -> None:
    found = coding(TRUCKS).compare(coding(moved(TRUCKS, amount=osintkp.Amount.parse("400 truck"))))

    assert ((0, 1), (1, 1)) == (found.fields["amount"], found.fields["kind"])


def test_another_kind_meets_only_with_the_same_figure() -> None:
    seized = said("d/x", "40 trucks", "seizure", actor="UG", amount="40 truck")
    other = said("d/x", "40 trucks", "seizure", actor="UG", amount="41 truck")
    bare = said("d/x", "40 trucks", "seizure", actor="UG")
    empty = said("a/x", "40 trucks", sender="UG")

    met = coding(TRUCKS).compare(coding(seized))
    assert ((0, 1), (1, 1), (1, 1)) == (met.fields["kind"], met.fields["sender"], met.fields["amount"])
    assert () == coding(TRUCKS).compare(coding(other)).pairs
    assert () == coding(empty).compare(coding(bare)).pairs


def test_claims_on_other_words_never_meet() -> None:
    far = said("d/x", "to Juba", sender="UG", recipient="SS", amount="40 truck")
    near = said("d/x", "trucks and", sender="UG", recipient="SS", amount="40 truck")

    assert () == coding(TRUCKS).compare(coding(far)).pairs
    assert 1 == len(coding(TRUCKS).compare(coding(near)).pairs)


def test_words_that_only_touch_do_not_overlap() -> None:
    after = said("d/x", " and 12 guns", sender="UG", recipient="SS", amount="40 truck")

    assert () == coding(TRUCKS).compare(coding(after)).pairs


def test_a_claim_meets_one_other_at_most() -> None:
    found = coding(TRUCKS).compare(coding(moved(TRUCKS), attrs.evolve(moved(TRUCKS), id="d/again")))

    assert (Pair("a/trucks", "d/trucks"),) == found.pairs
    assert (("d/again",), 0.5) == (found.only_second, found.precision)


def test_the_likelier_of_two_is_the_one_with_more_fields_alike() -> None:
    worse = attrs.evolve(moved(TRUCKS, recipient="SD"), id="d/a")

    found = coding(TRUCKS).compare(coding(worse, attrs.evolve(moved(TRUCKS), id="d/b")))
    assert (Pair("a/trucks", "d/b"),) == found.pairs


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("6700 container", "~6700 container", True),
        ("74000 tonne", "74000000 kilogram", True),
        ("40 tank", "40 piece", True),
        (">10000 person", ">=10000 person", True),
        ("5..9 truck", "5..9 truck", True),
        ("5..9 truck", "5..8 truck", False),
        (">10000 person", "10000 person", False),
        ("<=10000 person", ">=10000 person", False),
        ("40 tank", "40 round", False),
        ("40 tank", "41 tank", False),
        ("~2000.. truck", ">=2000 truck", True),
    ],
)
def test_figures_are_the_same_by_their_numbers_in_one_unit(one: str, other: str, same: bool) -> None:
    first, second = (
        said(f"{name}/x", "40 trucks", "loss", actor="UG", amount=each)
        for name, each in (("a", one), ("d", other))
    )

    assert (int(same), 1) == coding(first).compare(coding(second)).fields["amount"]


def test_dates_are_the_same_by_their_ends() -> None:
    may, days, june = (
        said(f"a/{n}", "in May", when=each)
        for n, each in enumerate(["2023-05", "2023-05-01/2023-05-31", "2023-06"])
    )

    assert (1, 1) == coding(may).compare(coding(moved(days))).fields["when"]
    assert (0, 1) == coding(may).compare(coding(moved(june))).fields["when"]


def test_parties_are_the_same_in_any_order() -> None:
    one = said("a/x", "the mission", "treaty", parties=("UG", "RW"))

    assert (1, 1) == coding(one).compare(coding(moved(one, parties=("RW", "UG")))).fields["sender"]
    assert (0, 1) == coding(one).compare(coding(moved(one, parties=("RW",)))).fields["sender"]
    assert (0, 1) == coding(one).compare(coding(moved(one, parties=()))).fields["sender"]


def test_the_stance_the_modality_and_the_speaker_are_compared() -> None:
    one = said("a/x", "the mission", "treaty", speaker="un", stance="denies")
    found = coding(one).compare(coding(said("d/x", "the mission", "treaty", modality="alleged")))

    assert ((0, 1), (0, 1), (0, 1)) == tuple(found.fields[name] for name in ("stance", "modality", "speaker"))
    assert ["stance", "modality", "speaker"] == [each.field for each in found.differences]


def test_texts_are_the_same_by_hash_else_by_id_else_the_only_ones() -> None:
    assert coding(TRUCKS).compare(coding(moved(TRUCKS))).pairs
    assert coding(TRUCKS, text=None).compare(coding(TRUCKS)).pairs
    assert coding(TRUCKS, text=None).compare(coding(moved(TRUCKS))).pairs
    assert not coding(TRUCKS, text=TEXT + "!").compare(coding(moved(TRUCKS))).pairs
    assert not coding(TRUCKS, text=TEXT + "!").compare(coding(TRUCKS)).pairs
    several = coding(TRUCKS, moved(GUNS, "b"), text=None)
    assert [Pair("b/guns", "b/guns")] == list(
        several.compare(coding(moved(TRUCKS), moved(GUNS, "b"), text=None)).pairs
    )


def test_what_stands_in_a_text_of_one_coding_alone_counts_nowhere() -> None:
    found = coding(TRUCKS, moved(GUNS, "b"), text=None).compare(coding(TRUCKS, moved(TROOPS, "c"), text=None))

    assert (1.0, 1.0, (), ()) == (found.precision, found.recall, found.only_first, found.only_second)


def test_a_quote_without_a_place_is_looked_for_in_the_text() -> None:
    loose = attrs.evolve(moved(TRUCKS), spans=(Span(quote="gave 40 trucks and"),))

    assert coding(TRUCKS).compare(coding(loose)).pairs
    assert coding(TRUCKS, text=None).compare(coding(loose, text=None)).pairs
    assert (
        not coding(GUNS, text=None)
        .compare(coding(attrs.evolve(loose, spans=(Span(quote="40 trucks"),)), text=None))
        .pairs
    )


def test_nothing_agrees_with_nothing() -> None:
    found = Corpus().compare(Corpus())

    assert (1.0, 1.0, ()) == (found.precision, found.recall, found.pairs)
    assert "0 of 0 claims met: recall 1.00" == str(found).splitlines()[0]


def test_it_prints_counts_by_field_and_what_was_not_met() -> None:
    found = coding(TRUCKS, TROOPS).compare(coding(moved(TRUCKS, recipient="SD"), moved(GUNS)))

    assert """\
1 of 2 claims met: recall 0.50
1 of 2 claims of the second met: precision 0.50
field      agree  of  share
kind       1      1   100%
sender     1      1   100%
recipient  0      1   0%
item       1      1   100%
amount     1      1   100%
when       0      0   -
stance     1      1   100%
modality   1      1   100%
speaker    0      0   -
only first   a/troops
only second  d/guns""" == str(found)
    assert str(found) == repr(found)


def test_the_order_of_the_claims_makes_no_difference_but_to_order() -> None:
    claims = [TRUCKS, GUNS, TROOPS]
    drafts = [moved(each, recipient="SD") if each is not TROOPS else moved(each) for each in claims]

    def pairs(found: Agreement) -> set[Pair]:
        return set(found.pairs)

    wanted = pairs(coding(*claims).compare(coding(*drafts)))
    assert 3 == len(wanted)
    for order in permutations(drafts):
        assert wanted == pairs(coding(*reversed(claims)).compare(coding(*order)))


def test_a_corpus_of_other_sources_is_compared_in_what_both_have() -> None:
    seeds = osintkp.load_seeds()

    found = seeds.compare(seeds.without("s1"))
    assert (1.0, 1.0) == (found.precision, found.recall)
    assert len(seeds.without("s1")) == len(found.pairs)
    assert corpus().compare(seeds).pairs == ()


def test_claims_with_another_figure_and_other_parties_are_two_facts() -> None:
    mine = corpus(
        claim("wire/one", sender="ET", recipient="SO", amount="40 truck", quote="forty trucks came")
    )
    near = corpus(
        claim("wire/two", sender="ET", recipient="KE", amount="30 truck", quote="forty trucks came")
    )
    other = corpus(
        claim("wire/two", sender="TD", recipient="KE", amount="30 truck", quote="forty trucks came")
    )

    assert 1 == len(mine.compare(near).pairs)
    assert ("wire/one",) == mine.compare(other).only_first


def test_every_two_claims_that_share_a_letter_are_met_and_no_others() -> None:
    random = Random(5)

    def placed() -> list[_Placed]:
        starts = [[random.randrange(60) for _ in range(random.randrange(3))] for _ in range(20)]
        return [_Placed(TRUCKS, [(start, start + random.randrange(9)) for start in each]) for each in starts]

    for _ in range(50):
        mine, theirs = placed(), placed()
        near = {
            (one, other)
            for one, other in product(range(20), range(20))
            if not (mine[one].places and theirs[other].places)
        }
        met = {
            (one, other)
            for one, other in product(range(20), range(20))
            if (one, other) not in near and mine[one].overlap(theirs[other])
        }

        assert near == set(_unplaced(mine, theirs))
        assert met == {
            (one, other) for one, other in _overlapping(mine, theirs) if mine[one].overlap(theirs[other])
        }

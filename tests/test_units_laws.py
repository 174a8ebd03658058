from __future__ import annotations

import pickle
from contextlib import suppress

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from osintkp.errors import InvalidValueError
from osintkp.units import Amount, Comparator, definitions
from osintkp.units.looseness import POLICIES, rounding
from osintkp.vocabulary.scales import Answer
from strategies_units import NAMES, amount_texts, amounts, pairs_of_one_dimension, printed_numbers

FIELDS = [field.name for field in attrs.fields(Amount)]
YES, NO, UNDECIDED = Answer.YES, Answer.NO, Answer.UNDECIDED


@given(amounts())
def test_an_amount_is_read_back_from_its_own_text(amount: Amount) -> None:
    assert amount == Amount.parse(str(amount))


@given(amount_texts())
def test_printing_a_parsed_text_is_stable(text: str) -> None:
    once = str(Amount.parse(text))

    assert once == str(Amount.parse(once))


@given(amounts())
def test_the_repr_is_an_expression_that_makes_the_amount(amount: Amount) -> None:
    assert amount == eval(repr(amount), {"Amount": Amount})  # noqa: S307 - the text is our own


@given(amounts())
def test_an_amount_survives_pickling(amount: Amount) -> None:
    assert amount == pickle.loads(pickle.dumps(amount))  # noqa: S301 - our own bytes


@given(amounts())
def test_the_bounds_contain_the_best_value(amount: Amount) -> None:
    given_values = [value for value in (amount.low, amount.best, amount.high) if value is not None]

    assert given_values == sorted(given_values)


@given(amounts())
def test_no_amount_in_an_unsigned_unit_reaches_below_zero(amount: Amount) -> None:
    assume(not definitions.unit(amount.unit).signed)

    assert amount.low is None or amount.low >= 0


@given(pairs_of_one_dimension())
def test_equality_is_symmetric(pair: tuple[Amount, Amount]) -> None:
    one, other = pair

    assert one.equal(other) == other.equal(one)


@given(pairs_of_one_dimension())
def test_less_and_greater_mirror_each_other(pair: tuple[Amount, Amount]) -> None:
    one, other = pair

    assert one.less(other) == other.greater(one)


@given(pairs_of_one_dimension())
def test_no_two_answers_contradict_each_other(pair: tuple[Amount, Amount]) -> None:
    one, other = pair
    less, equal, greater = one.less(other), one.equal(other), one.greater(other)

    assert [less, equal, greater].count(YES) <= 1
    if less is YES:
        assert (NO, NO) == (equal, greater)
    if equal is YES:
        assert (NO, NO) == (less, greater)


@given(amounts())
def test_an_amount_is_never_certainly_other_than_itself(amount: Amount) -> None:
    assert amount.equal(amount) is not NO
    assert amount.less(amount) is not YES


@given(amounts(st.sampled_from(NAMES)))
def test_an_exact_amount_equals_itself_and_no_other_does_for_sure(amount: Amount) -> None:
    assert (amount.low == amount.high) == (amount.equal(amount) is YES)


@given(pairs_of_one_dimension())
def test_a_conversion_there_and_back_changes_nothing_of_weight(pair: tuple[Amount, Amount]) -> None:
    amount, other = pair
    back = amount.converted(other.unit).converted(amount.unit)

    for before, after in zip(
        (amount.low, amount.best, amount.high), (back.low, back.best, back.high), strict=True
    ):
        assert (before is None) == (after is None)
        assert before is None or after is None or abs(before - after) <= 1e-13 * abs(before)
    assert amount.comparator is back.comparator


@given(pairs_of_one_dimension())
def test_a_conversion_decides_no_comparison_another_way(pair: tuple[Amount, Amount]) -> None:
    one, other = pair

    assert {YES, NO} != {one.less(other), one.converted(other.unit).less(other)}


@given(amounts(), st.sampled_from(sorted(POLICIES)))
def test_a_change_of_policy_and_back_changes_nothing(amount: Amount, policy: str) -> None:
    assert amount == amount.under(policy).under(amount.looseness)


@given(printed_numbers())
def test_the_policies_nest_as_their_names_say(printed: str) -> None:
    exact, digit, tenth, fifth = (
        POLICIES[name].bounds(printed) for name in ("exact", "digit", "tenth", "fifth")
    )

    assert (
        fifth[0]
        <= tenth[0]
        <= digit[0]
        <= exact[0]
        == float(printed)
        == exact[1]
        <= digit[1]
        <= tenth[1]
        <= fifth[1]
    )


@given(printed_numbers(signed=True))
def test_rounding_stays_within_five_percent_and_around_the_number(printed: str) -> None:
    low, high = rounding(printed)
    value = float(printed)

    assert low <= value <= high
    assert high - low <= abs(value) * 0.1 * (1 + 1e-12)


def refusal_of(text: str) -> InvalidValueError | None:
    try:
        amount = Amount.parse(text)
    except InvalidValueError as refusal:
        return refusal
    assert amount == Amount.parse(str(amount))
    return None


@given(st.text(max_size=60))
def test_any_text_is_an_amount_or_a_refusal_with_a_fix_that_is_safe_to_print(text: str) -> None:
    refusal = refusal_of(text)

    assert refusal is None or (
        refusal.code and refusal.fix and str(refusal).isascii() and str(refusal).isprintable()
    )


@given(amount_texts(), st.integers(0, 60), st.sampled_from('0, .~<>="@/-+e\u00a0\u2013\u0663x\n\x1b'))
def test_a_text_with_one_letter_too_many_is_an_amount_or_a_refusal(
    text: str, place: int, letter: str
) -> None:
    refusal = refusal_of(text[:place] + letter + text[place:])

    assert refusal is None or (refusal.fix and str(refusal).isprintable())


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_a_rate_of_any_two_units_is_read_and_printed(above: str, below: str) -> None:
    assume("degree_celsius" not in (above, below))

    assert f"7 {above}/{below}" == str(Amount.parse(f"7 {above}/{below}"))


@given(amounts())
def test_every_comparator_says_which_bounds_are_there(amount: Amount) -> None:
    bounds = (amount.low is not None, amount.high is not None)

    assert bounds in {
        Comparator.ABOVE: {(True, False)},
        Comparator.AT_LEAST: {(True, False)},
        Comparator.BELOW: {(False, True)},
        Comparator.AT_MOST: {(False, True)},
        Comparator.FROM_ABOUT: {(True, False), (True, True)},
    }.get(amount.comparator, {(True, True)})


@given(
    mark=st.sampled_from(["", "~", ">", ">=", "<", "<="]),
    digits=st.from_regex(r"[0-9]{1,16}(\.[0-9]{1,3})?", fullmatch=True),
    unit=st.sampled_from(["", " barrel", " bbl", " barrels", " kg/round", " percent", " ton", " soup"]),
    looseness=st.sampled_from([*POLICIES, "no-such"]),
)
def test_the_commonest_form_means_what_the_whole_grammar_says(
    mark: str, digits: str, unit: str, looseness: str
) -> None:
    text = f"{mark}{digits}{unit}"
    longer = f"{mark}{digits}{unit} @{looseness}"  # a policy of its own is never read the short way
    short = long = None
    with suppress(InvalidValueError):
        short = Amount.parse(text, looseness=looseness)
    with suppress(InvalidValueError):
        long = Amount.parse(longer)

    if looseness != "no-such":
        assert (long, repr(long)) == (short, repr(short))
    else:
        assert short is None
    if short is not None:
        made = Amount(**{name: getattr(short, name) for name in FIELDS})
        assert [getattr(made, name) for name in FIELDS] == [getattr(short, name) for name in FIELDS]
        assert [type(getattr(made, name)) for name in FIELDS] == [
            type(getattr(short, name)) for name in FIELDS
        ]

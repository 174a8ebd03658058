"""Three values, and grades with their wordings."""

from __future__ import annotations

from itertools import product

import pytest

from osintkp.vocabulary.scales import Answer, Credibility, Reliability


def test_yes_and_no_have_a_truth_value_and_undecided_has_none() -> None:
    assert Answer.YES
    assert not Answer.NO
    with pytest.raises(TypeError, match="is neither true nor false; compare with Answer"):
        bool(Answer.UNDECIDED)


def test_two_certainties_make_an_answer() -> None:
    assert Answer.YES is Answer.of(yes=True, no=False)
    assert Answer.NO is Answer.of(yes=False, no=True)
    assert Answer.UNDECIDED is Answer.of(yes=False, no=False)


def test_not_turns_yes_and_no_and_leaves_undecided() -> None:
    assert [Answer.NO, Answer.YES, Answer.UNDECIDED] == [~answer for answer in Answer]


@pytest.mark.parametrize(("one", "other"), list(product(Answer, Answer)))
def test_and_is_the_least_and_or_the_most(one: Answer, other: Answer) -> None:
    rank = [Answer.NO, Answer.UNDECIDED, Answer.YES]

    assert min(one, other, key=rank.index) is one & other
    assert max(one, other, key=rank.index) is one | other


def test_grades_have_the_wordings_of_the_admiralty_code() -> None:
    assert ("F", "Reliability cannot be judged") == (Reliability.F, Reliability.F.wording)
    assert ("6", "Truth cannot be judged") == (Credibility.UNKNOWN, Credibility.UNKNOWN.wording)
    assert "ABCDEF" == "".join(Reliability)
    assert "123456" == "".join(Credibility)

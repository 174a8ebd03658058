"""What fuzzing has found, each brought down to the least that shows it: a problem of our own now, where another error came out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

import osintkp


class Find(NamedTuple):
    """An input, the form that it is loaded as, and the problems that it has to give, with the claims that are kept."""

    name: str
    content: str
    codes: tuple[str, ...]
    keeps: tuple[str, ...] = ()
    form: str | None = "csv"


FINDS = (
    Find(
        "a column whose name ends in a dot",
        "source.id,id,id.,kind,quote\nsd,a,b,loss,c\n",
        ("unknown-column",),
        ("sd/a",),
    ),
    Find(
        "a column whose name has two dots together",
        "source.id,id,said..words,kind,quote\nsd,a,b,loss,c\n",
        ("unknown-column",),
        ("sd/a",),
    ),
    Find("an id in parts", "source.id,id.x,kind,quote\nsd,a,loss,c\n", ("wrong-type",)),
)


@pytest.mark.parametrize("find", FINDS, ids=lambda find: find.name)
def test_what_was_found_is_a_problem_of_our_own(find: Find, tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    path.write_text(find.content, encoding="utf-8")
    corpus = osintkp.load(path, form=find.form, lenient=True)

    assert find.codes == tuple(problem.code for problem in corpus.problems)
    assert find.keeps == corpus.claims.ids()


def test_a_column_with_dots_in_the_right_places_is_read(tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    path.write_text(
        "source.id,id,said,said.words,kind,quote\nsd,a,2023-04,in April,loss,c\n", encoding="utf-8"
    )

    said = osintkp.load(path, form="csv").claims["sd/a"].said

    assert said is not None
    assert "in April" == said.words


@pytest.mark.parametrize(
    "text",
    [
        ",29,29,1",
        "They drew 12,29,29,1",
        "The numbers were 7,14,21,5",
        "Rooms 4,16,23,4 were searched, 29, in Gao",
    ],
)
def test_figures_between_commas_within_a_number_are_no_age(text: str) -> None:
    assert () == osintkp.read(text).claims.ids()


def test_an_age_between_commas_still_tells_of_a_person() -> None:
    found = osintkp.find("Moussa Traore, 29, drove 12,29,29,1 trucks")

    assert ["Moussa Traore"] == [each.quote for each in found.actors]

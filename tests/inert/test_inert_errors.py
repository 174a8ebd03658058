"""What went wrong is told in one line that steers nothing, whatever the value that went wrong holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hostile_words import LONG, WORDS
from terminal import letters, steered

import osintkp
from osintkp.errors import LONGEST_MESSAGE, InvalidValueError, OsintkpError
from osintkp.problems import LONGEST_LINE, CodingError, Problem
from osintkp.units.definitions import unit
from osintkp.vocabulary import actors, places
from osintkp.vocabulary.likelihood import likelihood

TOGETHER = "\n".join(WORDS.values()) + LONG
WHOLE = "\n".join(WORDS.values())[:60]  # short enough for a caller who names something, hostile enough

SEEDS = osintkp.load_seeds()
CALLS: dict[str, Callable[[str], object]] = {
    "amount": osintkp.Amount.parse,
    "amount with a hedge": lambda words: osintkp.Amount.parse(f'40 truck "{words}"'),
    "amount in a unit": lambda words: osintkp.Amount.parse(f"40 {words}"),
    "conversion": lambda words: osintkp.Amount.parse("40 truck").to(words),
    "date": osintkp.When.parse,
    "anchor": osintkp.When.of,
    "unit": unit,
    "actor": actors.actor,
    "place": places.place,
    "likelihood": lambda words: likelihood("phia", words),
    "scheme": lambda words: likelihood(words, "likely"),
    "source": lambda words: osintkp.Source(id=words),
    "hash": lambda words: osintkp.Source(id="a", sha256=words),
    "claim": lambda words: osintkp.Claim(id=f"a/{words}", source="a", record=osintkp.Loss()),
    "span": lambda words: osintkp.Span(quote=words, start=9, end=3),
    "id of a claim": lambda words: SEEDS.claims[words],
    "id of a source": lambda words: SEEDS.sources[words],
    "shown": SEEDS.show,
    "without": SEEDS.without,
    "as of": SEEDS.as_of,
    "kind": lambda words: SEEDS.select(kind=words),
    "unit of a selection": lambda words: SEEDS.select(unit=words),
    "period": lambda words: SEEDS.select(during=words),
    "check": lambda words: SEEDS.check(select=[words]),
    "severity": lambda words: SEEDS.check(at_least=words),
    "facts": lambda words: SEEDS.check(using=words),
    "export": SEEDS.rendered,
    "saved": lambda words: SEEDS.save(f"/{words}/x.toml"),
    "explain": osintkp.explain,
    "load": osintkp.load,
    "form": lambda words: osintkp.load(".", form=words),
    "open": osintkp.open,
    "published": lambda words: osintkp.read("x", published=words),
    "id of a draft": lambda words: osintkp.read("x", id=words),
    "load facts": osintkp.load_facts,
}


def lines(text: str) -> list[str]:
    return [*letters(text), *steered(text), *(["more than a line"] if "\n" in text else [])]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("words", [TOGETHER, WHOLE], ids=["long", "short"])
def test_an_error_is_one_line_that_steers_nothing(name: str, words: str) -> None:
    with pytest.raises((OsintkpError, OSError)) as found:  # the latter for a path that no disk can hold
        CALLS[name](words)

    assert [] == lines(str(found.value))
    assert len(str(found.value)) <= (
        LONGEST_MESSAGE if isinstance(found.value, OsintkpError) else 2 * len(words) + 100
    )
    assert [] == list(letters(repr(found.value)))


def every_error() -> list[type[OsintkpError]]:
    found, waiting = [], [OsintkpError]
    for info in walk_packages(osintkp.__path__, "osintkp."):
        if not info.name.endswith("__main__"):
            import_module(info.name)
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        waiting += kind.__subclasses__()
    return sorted(
        {kind for kind in found if kind.__module__.startswith("osintkp")}, key=lambda kind: kind.__name__
    )


def made(kind: type[OsintkpError], words: str) -> Iterator[OsintkpError]:
    """Give an error of a kind with words wherever it takes any; how many it takes is found by trying."""
    for count in range(8):
        try:
            yield kind(*[words] * count)
        except TypeError:
            continue


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_an_error_of_any_kind_prints_hostile_words_as_words(kind: type[OsintkpError]) -> None:
    errors = [CodingError([problem(TOGETHER)])] if kind is CodingError else list(made(kind, TOGETHER))

    assert errors
    for error in errors:
        assert [] == lines(str(error))
        assert len(str(error)) <= LONGEST_MESSAGE


def problem(words: str) -> Problem:
    return Problem(
        code="a-code", file=words, line=3, claim=words, field=words, value=words, message=words, fix=words
    )


@pytest.mark.parametrize("name", WORDS)
def test_a_problem_is_one_line_of_printable_ascii(name: str) -> None:
    text = str(problem(WORDS[name] * 60))

    assert text.isascii()
    assert text.isprintable()
    assert len(text) <= LONGEST_LINE
    assert text.endswith(" [a-code]")


def test_a_load_tells_of_hostile_keys_values_and_names_in_lines_that_steer_nothing(tmp_path: Path) -> None:
    for number, words in enumerate(WORDS.values()):
        data = {
            "schema": "osintkp/1",
            "source": {"id": f"s{number}", "published": words},
            "claim": [],
        }
        claims = [
            {"id": words},
            {"id": "a", "loss": {words: words, "amount": words, "when": words, "actor": words}},
            {words: {}},
        ]
        text = json.dumps(data | {"claim": claims})
        (tmp_path / f"{number}{words[:20].replace('/', '')}.json").write_text(text, encoding="utf-8")

    found = osintkp.load(tmp_path, lenient=True).problems

    assert len(found) > 4 * len(WORDS)
    assert [] == [
        text
        for text in map(str, found)
        if not (text.isascii() and text.isprintable() and len(text) <= LONGEST_LINE)
    ]
    with pytest.raises(CodingError) as error:
        osintkp.load(tmp_path)
    assert [] == steered(str(error.value))
    assert osintkp.ResourceLimits().problems_printed + 1 == len(str(error.value).splitlines())


def test_words_that_are_cut_are_cut_before_they_are_escaped() -> None:
    error = InvalidValueError("a-code", "\x1b" * 5_000, "x", "y")

    assert LONGEST_MESSAGE == len(str(error))
    assert {"\\x1b"} == {str(error)[index : index + 4] for index in range(0, LONGEST_MESSAGE, 4)}

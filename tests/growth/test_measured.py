"""What is measured: that all pairs are seen, that one after the other is not, and that nothing is judged by chance."""

from __future__ import annotations

from statistics import median

import pytest

from growth import measured
from growth.attacks import ATTACKS, text
from growth.measured import FLOOR, MOST, growth, seconds


def each_once(size: int) -> measured.Act:
    return lambda: sum(number % 7 for number in range(size))


def every_two(size: int) -> measured.Act:
    return lambda: sum(one < other for one in range(size) for other in range(size))


def middle(make: measured.Make, size: int) -> float:
    """Return the median of five measures, each of which may be of two runs alone that a busy machine disturbs."""
    return median(growth(make, size) for _ in range(5))


def test_what_looks_at_each_once_takes_twice_as_long_for_twice_as_much() -> None:
    assert 1.4 < middle(each_once, 400_000) < MOST


def test_what_looks_at_every_two_is_seen() -> None:
    assert MOST < growth(every_two, 600)


def test_what_takes_too_little_time_is_not_judged() -> None:
    assert 0 == growth(every_two, 5)


def test_one_slow_run_is_no_judgement(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = iter([0.9, 0.1, 0.9, 0.2, 0.2, 0.1, 0.1, 0.1])
    monkeypatch.setattr(measured, "once", lambda _: next(runs))

    assert 2 == growth(each_once, 1)


def test_what_looks_too_long_is_asked_again_at_twice_the_size(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    times = iter([0.9, 0.1, 0.4, 0.2])

    def taken(_: measured.Make, size: int, *, floor: float = 0.0) -> float:
        sizes.append((size, floor))
        return next(times)

    monkeypatch.setattr(measured, "seconds", taken)
    monkeypatch.setattr(measured, "once", lambda act: act())

    assert 2 == growth(lambda size: lambda: size * size / 300, 10)
    assert [(20, FLOOR), (10, 0.0), (40, FLOOR), (20, 0.0)] == sizes


def test_one_run_of_each_is_enough_where_the_second_surely_takes_twice_as_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs = iter([0.22, 0.1])
    monkeypatch.setattr(measured, "once", lambda _: next(runs))

    assert 2.2 == pytest.approx(growth(each_once, 10))


def test_a_run_below_the_floor_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = iter([FLOOR / 2])
    monkeypatch.setattr(measured, "once", lambda _: next(runs))

    assert FLOOR / 2 == seconds(each_once, 1, floor=FLOOR)


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_has_the_length_that_was_asked_for_and_is_new_each_time(name: str) -> None:
    first, second = text(name, 1000), text(name, 1000)

    assert (1000, 1000) == (len(first), len(second))
    assert first != second

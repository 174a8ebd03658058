"""The scales of estimative language."""

from __future__ import annotations

import itertools

import pytest

from osintkp.errors import InvalidValueError
from osintkp.vocabulary.likelihood import Likelihood, bands, likelihood, schemes


@pytest.mark.parametrize(
    ("scheme", "word", "row", "low", "high"),
    [
        ("icd203", "almost no chance", 1, 1, 5),
        ("icd203", "very unlikely", 1, 5, 20),
        ("icd203", "unlikely", 1, 20, 45),
        ("icd203", "roughly even chance", 1, 45, 55),
        ("icd203", "likely", 1, 55, 80),
        ("icd203", "very likely", 1, 80, 95),
        ("icd203", "almost certain", 1, 95, 99),
        ("icd203", "remote", 2, 1, 5),
        ("icd203", "highly improbable", 2, 5, 20),
        ("icd203", "improbable", 2, 20, 45),
        ("icd203", "roughly even odds", 2, 45, 55),
        ("icd203", "probable", 2, 55, 80),
        ("icd203", "highly probable", 2, 80, 95),
        ("icd203", "nearly certain", 2, 95, 99),
        ("phia", "remote chance", None, 0, 5),
        ("phia", "highly unlikely", None, 10, 20),
        ("phia", "unlikely", None, 25, 35),
        ("phia", "realistic possibility", None, 40, 50),
        ("phia", "likely", None, 55, 75),
        ("phia", "highly likely", None, 80, 90),
        ("phia", "almost certain", None, 95, 100),
    ],
)
def test_a_word_has_its_band(scheme: str, word: str, row: int | None, low: float, high: float) -> None:
    band = likelihood(scheme, word)

    assert (scheme, word, row, low, high) == (band.scheme, band.word, band.row, band.low, band.high)
    assert ("found" if scheme == "icd203" else "memory") == band.basis
    assert band.citation.startswith(
        "ICD 203 as given" if scheme == "icd203" else "PHIA Probability Yardstick;"
    )


@pytest.mark.parametrize(
    ("scheme", "form", "word"),
    [
        ("icd203", "Almost Certainly", "almost certain"),
        ("icd203", "probably", "probable"),
        ("icd203", "improbably", "improbable"),
        ("icd203", "very-likely", "very likely"),
        ("phia", "probable", "likely"),
        ("phia", "likely or probable", "likely"),
        ("phia", "almost certainly", "almost certain"),
    ],
)
def test_other_forms_of_a_word_are_known(scheme: str, form: str, word: str) -> None:
    assert word == likelihood(scheme, form).word


def test_the_scales_and_their_words_stand_in_order() -> None:
    assert ("icd203", "phia") == schemes()
    assert (14, 7) == (len(bands("icd203")), len(bands("phia")))
    assert all(isinstance(band, Likelihood) for band in bands("phia"))


def test_the_bands_of_one_row_touch_and_those_of_the_other_scale_leave_gaps() -> None:
    rows = [[band for band in bands("icd203") if band.row == row] for row in (1, 2)]
    gaps = [(one.high, two.low) for one, two in itertools.pairwise(bands("phia"))]

    assert all(one.high == two.low for row in rows for one, two in itertools.pairwise(row))
    assert [(5, 10), (20, 25), (35, 40), (50, 55), (75, 80), (90, 95)] == gaps


def test_an_unknown_scale_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidValueError) as caught:
        likelihood("admiralty", "likely")

    fault = caught.value
    assert ("likelihood-scheme-unknown", "there is no such scale") == (fault.code, fault.what)
    assert ("admiralty", "write icd203 or phia") == (fault.value, fault.fix)


def test_a_word_of_the_other_scale_is_refused_with_the_words_of_this_one() -> None:
    with pytest.raises(InvalidValueError) as caught:
        likelihood("icd203", "realistic possibility")

    fault = caught.value
    assert ("likelihood-word-unknown", "icd203 has no such word") == (fault.code, fault.what)
    assert "realistic possibility" == fault.value
    assert fault.fix.startswith("write one of: almost no chance, very unlikely, unlikely, ")

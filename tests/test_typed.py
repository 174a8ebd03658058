"""Arguments of a wrong type are told of by our own error, after the fact; fields of classes, before."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, Protocol, TypedDict, TypeVar, Unpack

import attrs
import pytest

import osintkp
from osintkp import Amount, Claim, Loss, Source, Span
from osintkp.annotations import described, fits
from osintkp.archives import ArchiveReport
from osintkp.claims import Claims
from osintkp.errors import ArgumentError, InvalidValueError, ResourceError
from osintkp.facts import shipped
from osintkp.findings import Finding, Findings
from osintkp.group import Group
from osintkp.paths import path_of
from osintkp.typed import given_once, guarded, guarded_methods, misfit, typed
from osintkp.units import Band, assumptions, total
from osintkp.validating import word_of
from osintkp.vocabulary.scales import Severity

T = TypeVar("T")
Bound = TypeVar("Bound", bound=Source)
Either = TypeVar("Either", Claim, Source)


class Sizeless(list[Any]):
    """A list that cannot be gone through, like an array of numpy without a dimension."""

    def __iter__(self) -> Iterator[Any]:
        raise TypeError


class Shows(Protocol):
    def show(self) -> str: ...


class Ways(TypedDict, total=False):
    by: str
    miles: int


def nested(levels: int = 5000) -> list[Any]:
    found: list[Any] = []
    for _ in range(levels):
        found = [found]
    return found


@guarded
def halved(number: float, *more: int, unit: str | None = None, **ways: Unpack[Ways]) -> float:
    return sum((number, *more)) / 2 + len(unit or "") + ways.get("miles", 0)


def test_a_call_that_goes_well_is_left_alone() -> None:
    assert 4.0 == halved(3, 1, unit="km")
    assert "halved" == halved.__name__


@pytest.mark.parametrize(
    ("args", "kwargs", "field", "fix"),
    [
        (("six",), {}, "number", "give float"),
        ((None,), {}, "number", "give float"),
        ((6, "x"), {}, "more", "give int"),
        ((6,), {"unit": 5}, "unit", "give str or None"),
        ((6,), {"miles": "x"}, "miles", "give int"),
    ],
)
def test_an_argument_of_a_wrong_type_is_named_with_what_is_right(
    args: tuple[Any, ...], kwargs: dict[str, Any], field: str, fix: str
) -> None:
    with pytest.raises(ArgumentError) as raised:
        halved(*args, **kwargs)

    error = raised.value
    assert ("wrong-type", field, fix) == (error.code, error.field, error.fix)
    assert f"{field} is not of its type" == error.what
    assert isinstance(error, (osintkp.OsintkpError, InvalidValueError))
    assert issubclass(ArgumentError, TypeError)
    assert error.__cause__ is not None


def test_an_error_with_arguments_that_fit_goes_on_as_it_is() -> None:
    @guarded
    def lost(number: float) -> float:
        raise KeyError(number)

    with pytest.raises(KeyError):
        lost(5.0)


def test_what_a_system_says_of_a_file_goes_on_as_it_is() -> None:
    @guarded
    def lost(number: float) -> float:
        raise OSError(28, "no space", str(number))

    with pytest.raises(OSError, match="no space"):
        lost("x")  # type: ignore[arg-type]  # a type that is wrong does not hide it


def test_a_wrong_number_of_arguments_is_for_python_to_tell() -> None:
    with pytest.raises(TypeError, match="missing 1 required") as raised:
        halved()  # type: ignore[call-arg]  # that is what is tried

    assert not isinstance(raised.value, osintkp.OsintkpError)


def test_a_stack_that_is_full_is_no_fault_of_the_arguments() -> None:
    @guarded
    def around(number: float) -> float:
        return float(around.__wrapped__(number))  # type: ignore[attr-defined]  # as wraps() leaves it

    with pytest.raises(ResourceError, match="around has no answer: too little of the stack is free"):
        around(5)


def test_what_is_gone_through_once_is_named_where_nothing_else_is_wrong() -> None:
    @guarded
    def joined(words: Iterable[str]) -> str:
        return "".join(words)

    def words() -> Iterator[Any]:
        yield from ("a", 5)

    with pytest.raises(ArgumentError, match="what words gives does not fit") as raised:
        joined(words())
    assert "words" == raised.value.field
    assert "give it as a list to see what it holds" == raised.value.fix
    with pytest.raises(ArgumentError, match="words is not of its type"):
        joined(["a", 5])  # type: ignore[list-item]  # that is what is tried
    assert given_once(joined, ("ab",), {}) is None


def test_what_is_gone_through_once_is_named_among_keywords_too() -> None:
    def kinds() -> Iterator[Any]:
        yield from ("loss", 5)

    corpus = osintkp.load_seeds()

    for asked in (corpus.select, corpus.figures, corpus.timeline):
        with pytest.raises(ArgumentError, match="what kind gives does not fit") as raised:
            asked(kind=kinds())
        assert "kind" == raised.value.field
    assert corpus.select(kind=["loss"]) == corpus.select(kind=iter(["loss"]))


def lost(*_: object) -> Any:
    return 5 % "x"  # type: ignore[operator]  # that is what goes wrong


def own(group: Group) -> Iterator[Finding]:
    """A check that goes wrong."""
    yield lost(group)


@pytest.mark.parametrize(
    "asked",
    [
        lambda seeds: seeds.select(where=lost),
        lambda seeds: seeds.figures(where=lost),
        lambda seeds: seeds.check(progress=lost),
        lambda seeds: seeds.check(select="USR", also=[own]),
        lambda seeds: seeds.check(select="figures-conflict").where(lost),
    ],
)
def test_what_a_function_of_the_caller_raises_goes_on_as_it_is(
    asked: Callable[[osintkp.Corpus], object],
) -> None:
    with pytest.raises(TypeError, match="unsupported operand") as raised:
        asked(osintkp.load_seeds())

    assert not isinstance(raised.value, osintkp.OsintkpError)


def test_what_gives_its_answer_bit_by_bit_looks_at_its_arguments_first() -> None:
    @guarded
    def each(words: Sequence[str]) -> Iterator[str]:
        yield from words

    with pytest.raises(ArgumentError, match="words is not of its type: 5"):
        each(5)  # type: ignore[arg-type]  # that is what is tried
    assert ["a"] == list(each(["a"]))


@pytest.mark.parametrize("ask", ["to_arrow", "to_pandas", "to_polars"])
def test_what_is_no_yes_or_no_is_refused_by_every_table(ask: str) -> None:
    class Neither:
        def __bool__(self) -> bool:
            raise TypeError

    for framed in (osintkp.Corpus(), Findings([])):
        with pytest.raises(ArgumentError, match="flat is not of its type") as raised:
            getattr(framed, ask)(flat=Neither())
        assert ("flat", "give bool") == (raised.value.field, raised.value.fix)
        assert getattr(framed, ask)(flat=True) is not None


def test_what_holds_others_is_looked_into_whatever_its_class() -> None:
    claims = osintkp.read("Chad received 40 trucks from France.", id="wire").claims
    for wrong in (range(2), deque([5]), bytearray(b"a"), {5: 6}.keys()):
        with pytest.raises(ArgumentError, match="claims is not of its type"):
            claims.sources_of(wrong)  # type: ignore[arg-type]  # that is what is tried

    assert ("wire",) == claims.sources_of(deque(claims)).ids()


def test_the_public_methods_of_a_class_are_guarded_and_no_others() -> None:
    @guarded_methods
    class Port:
        def depth(self, metres: float) -> float:
            return metres / 2

        def _depth(self, metres: float) -> float:
            return metres / 2

        @classmethod
        def of(cls, metres: float) -> float:
            return metres / 2

        @staticmethod
        def named(metres: float) -> float:
            return metres / 2

    for ask in (Port().depth, Port.of, Port.named):
        assert 2.0 == ask(4)
        with pytest.raises(ArgumentError):
            ask("x")  # type: ignore[arg-type]  # that is what is tried
    with pytest.raises(TypeError) as raised:
        Port()._depth("x")  # type: ignore[arg-type]  # likewise
    assert not isinstance(raised.value, ArgumentError)


def test_a_class_refuses_a_value_of_another_type_and_takes_what_a_converter_takes() -> None:
    @typed
    @attrs.frozen(kw_only=True)
    class Port:
        name: str
        depths: tuple[float, ...] = ()
        size: int = attrs.field(default=0, converter=int)
        _secret: str | None = None

    assert (5, (1, 2.5)) == (
        Port(name="Aden", size="5", depths=(1, 2.5)).size,
        Port(name="x", depths=(1, 2.5)).depths,
    )
    for wrong, field in (
        ({"name": None}, "name"), ({"name": ()}, "name"), ({"name": "x", "depths": [1.0]}, "depths"),
        ({"name": "x", "depths": (1.0, "2")}, "depths"), ({"name": "x", "depths": (True,)}, "depths"), ({"name": "x", "secret": 5}, "secret"),
    ):  # fmt: skip
        with pytest.raises(ArgumentError) as raised:
            Port(**wrong)
        assert field == raised.value.field


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Source(id="a", title=5), "title"),  # type: ignore[arg-type]
        (lambda: Claim(id="a/1", source="a", record="loss"), "record"),  # type: ignore[arg-type]
        (lambda: Claim(id="a/1", source="a", record=Loss(), stance="asserts"), "stance"),  # type: ignore[arg-type]
        (lambda: Claim(id="a/1", source="a", record=Loss(), spans=("x",)), "spans"),  # type: ignore[arg-type]
        (lambda: Span(quote=b"x"), "quote"),  # type: ignore[arg-type]
        (lambda: Loss(actor=["SD"]), "actor"),  # type: ignore[arg-type]
        (lambda: Loss(amount="5 tank"), "amount"),  # type: ignore[arg-type]
        (lambda: attrs.evolve(Source(id="a"), length="5"), "length"),  # type: ignore[arg-type]
        (lambda: Findings([], unmet=[nested()]), "unmet"),  # type: ignore[list-item]
        (lambda: Findings([5]), "findings"),  # type: ignore[list-item]
        (lambda: Claims([5]), "things"),  # type: ignore[list-item]
        (lambda: Claims().part([5]), "claims"),  # type: ignore[list-item]
        (lambda: Amount.parse("5 tank").less("5 tank"), "other"),  # type: ignore[arg-type]
        (lambda: osintkp.read(b"text"), "text"),  # type: ignore[arg-type]
        (lambda: osintkp.find(None), "text"),  # type: ignore[arg-type]
        (lambda: osintkp.Corpus().select(kind=5), "kind"),  # type: ignore[arg-type]
        (lambda: osintkp.Corpus(claims=[]), "claims"),  # type: ignore[arg-type]
        (lambda: Claims().get([]), "key"),  # type: ignore[arg-type]
    ],
)
def test_what_the_library_is_given_is_held_against_its_types(make: Callable[[], object], field: str) -> None:
    with pytest.raises(ArgumentError) as raised:
        make()

    assert ("wrong-type", field) == (raised.value.code, raised.value.field)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Amount(low=5, best=5, high=5, comparator=nested()), "comparator-unknown"),  # type: ignore[arg-type]
        (lambda: Amount.parse("~5 tank", looseness=[]), "wrong-type"),  # type: ignore[arg-type]
        (lambda: Amount.parse("5 tank").scaled(10**400), "number-not-finite"),
        (lambda: Amount.parse("5 tank").scaled(None), "wrong-type"),  # type: ignore[arg-type]
        (lambda: Band(low=10**400), "wrong-type"),
        (lambda: ArchiveReport(folder=Path(), size=10**400), "bad-value"),
        (lambda: ArchiveReport(folder=Path(), seconds=float("nan")), "bad-value"),
        (lambda: word_of(Severity, nested()), "unknown-word"),
        (lambda: Findings([]).at_least("grave"), "unknown-word"),
        (lambda: total([]), "nothing-to-add"),
        (lambda: assumptions("../../x"), "unknown-word"),
        (lambda: shipped().added(offices="x"), "wrong-type"),
        (lambda: shipped().added(ports=[]), "unknown-word"),
        (lambda: shipped().replaced(places=[5]), "wrong-type"),
    ],
)
def test_what_a_fuzzer_gave_is_refused_by_name(make: Callable[[], object], code: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        make()

    assert code == raised.value.code
    assert str(raised.value).isascii()


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, None, True), (5, None, False), (5, Any, True), ("x", str | None, True), (5, str | None, False),
        ("x", Annotated[str, "actor"], True), (5, Annotated[str, "actor"], False), ("a", Literal["a", "b"], True),
        ("c", Literal["a", "b"], False), (5, float, True), (10**400, float, False), (5.0, int, False), (True, int, False), (True, float, False),
        (True, bool, True), (("a",), tuple[str, ...], True), ((5,), tuple[str, ...], False), ((1, "a"), tuple[int, str], True),
        ((1,), tuple[int, str], False), (("a", 1), tuple[int, str], False), (["a"], tuple[str, ...], False),
        ({"a": 1}, Mapping[str, int], True), ({"a": "1"}, Mapping[str, int], False), ({1: 1}, dict[str, int], False),
        ({"a": 1}, Iterable[str], True), ({1: 1}, Iterable[str], False), ("ab", Iterable[str], True), ("ab", Iterable[int], False),
        (b"ab", Iterable[str], False), (len, Callable[..., object], True), (5, Callable[..., object], False), (5, T, True),
        (5, Bound, False), (Source(id="a"), Bound, True), (5, Either, False), (Source(id="a"), Either, True),
        (deque([5]), Iterable[str], False), (deque(["a"]), Iterable[str], True), (range(2), Iterable[str], False),
        (range(2), Iterable[int], True), (bytearray(b"a"), Iterable[str], False), ({1: 1}.keys(), Iterable[str], False),
        (MappingProxyType({"a": "1"}), Mapping[str, int], False), (MappingProxyType({"a": 1}), Mapping[str, int], True),
        (Sizeless(), Iterable[str], False), (5, list, False), ([5], list, True), (iter([5]), Iterable[str], True), (5, Iterable[str], False),
    ],
)  # fmt: skip
def test_a_value_fits_a_type_or_does_not(value: object, kind: Any, *, expected: bool) -> None:
    assert expected is fits(value, kind)


def test_a_protocol_of_ours_is_what_it_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shows, "__module__", "osintkp.somewhere")

    class Shown:
        def show(self) -> str:
            return "x"

    assert [True, False] == [fits(Shown(), Shows), fits(5, Shows)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (str | None, "str or None"), (None, "None"), (tuple[str, ...], "tuple[str, ...]"), (Annotated[str, "x"], "str"),
        (Literal["a"], "Literal"), (Mapping[str, int], "Mapping[str, int]"), ("a registry", "a registry"),
        (str | str | None, "str or None"),
    ],
)  # fmt: skip
def test_a_type_is_told_as_a_signature_has_it(kind: Any, expected: str) -> None:
    assert expected == described(kind)


def test_a_name_that_type_checkers_alone_know_stands_for_any() -> None:
    def asked(one: NotHere, two: str) -> None: ...  # type: ignore[name-defined]  # noqa: F821  that is what is tried

    assert misfit(asked, (5, "x"), {}) is None
    wrong = misfit(asked, (5, 5), {})
    assert wrong is not None
    assert "two" == wrong.field


@pytest.mark.parametrize("given", ["a\0b", Path("a\0b"), "a\ud800", "x/" + "a" * 256])
def test_a_path_that_no_system_has_is_refused(given: str | Path) -> None:
    with pytest.raises(InvalidValueError, match="no file can have this name") as raised:
        path_of(given)

    assert "path-bad" == raised.value.code
    assert Path("a\udcff") == path_of("a\udcff")
    assert 255 == len(path_of("x/" + "a" * 255).name)


@pytest.mark.parametrize("lenient", [True, False])
def test_a_name_too_long_for_any_system_is_refused_before_it_is_looked_for(*, lenient: bool) -> None:
    with pytest.raises(InvalidValueError, match="keep each name within 255 bytes") as raised:
        osintkp.load("codings/" + "a" * 256, lenient=lenient)

    assert "path-bad" == raised.value.code
    assert ["file-missing"] == [
        each.code for each in osintkp.load("a" * 255 + "/x.toml", lenient=True).problems
    ]


@pytest.mark.parametrize("given", [5, None, b"a", ["a"]])
def test_what_is_no_path_is_refused(given: Any) -> None:
    with pytest.raises(ArgumentError, match="a path is a text or an object for one"):
        path_of(given)

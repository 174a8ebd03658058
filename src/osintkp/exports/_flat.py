"""A claim's table as flat fields and back: one path a value, like ``amount`` or ``links.1.claim``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

import attrs

from osintkp.dates import When
from osintkp.records import ActorId, record_types
from osintkp.units import Amount

Table = dict[str, Any]
Fields = Iterator[tuple[str, str]]

BETWEEN = "; "
RECORD = "record."
NOTHING = "{}"
NUMBERS = frozenset({"start", "end", "length", "credibility"})
AMOUNT_PARTS = ("low", "best", "high", "unit", "comparator", "hedge")
WHEN_PARTS = ("words", "anchor")
SHORT_CHAIN = ("speaker", "role", "verb", "via")
SPAN = ("quote", "start", "end", "prefix", "suffix")
FILLED = {"part": "body", "stance": "asserts", "modality": "stated", "credibility": 6}
LONGEST_NUMBER = 15
FIGURE_LETTERS = frozenset("0123456789., ~<>=")


@cache
def record_fields(kind: str) -> Mapping[str, Any]:
    """
    Return the fields of a record type, each with its type; one that may be None has the type that it has otherwise.

    Example:
        >>> record_fields("meeting")["when"].__name__
        'When'
    """
    return {field.name: _bare(field.type) for field in attrs.fields(record_types()[kind])}


def _bare(kind: Any) -> Any:
    parts = get_args(kind)
    return next(part for part in parts if part is not type(None)) if type(None) in parts else kind


def flat(table: Mapping[str, Any], prefix: str = "") -> Fields:
    """
    Give every value of a table with its path.

    Example:
        >>> dict(flat({"id": "x", "via": ["afp", "spa"], "span": [3, 9], "links": [{"kind": "repeats"}]}))
        {'id': 'x', 'via': 'afp; spa', 'start': '3', 'end': '9', 'links.1.kind': 'repeats'}
    """
    for key, value in table.items():
        path = prefix + _escaped(key)
        if key == "span":
            yield from zip((f"{prefix}start", f"{prefix}end"), map(str, value), strict=True)
        elif isinstance(value, Mapping):
            yield from _flat_table(value, path)
        elif not isinstance(value, (list, tuple)):
            yield path, str(value)
        elif key == "via" or (prefix == RECORD and key in actor_lists()):
            yield path, BETWEEN.join(value)
        else:
            for number, each in enumerate(value, 1):
                one = f"{path}.{number}"
                yield from flat(each, f"{one}.") if isinstance(each, Mapping) else [(one, str(each))]


def _flat_table(value: Mapping[str, Any], path: str) -> Fields:
    if "edtf" in value:
        yield path, value["edtf"]
        value = {key: each for key, each in value.items() if key != "edtf"}
    elif not value:
        yield path, NOTHING
    yield from flat(value, f"{path}.")


@cache
def actor_lists() -> frozenset[str]:
    """Return the fields of records that are lists of actors."""
    return frozenset(
        name
        for kind in record_types()
        for name, each in record_fields(kind).items()
        if each == tuple[ActorId, ...]
    )


def _escaped(key: str) -> str:
    plain = key.replace("%", "%25").replace(".", "%2E")
    return f"%{ord(plain[0]):02X}{plain[1:]}" if _is_number(plain) else plain or "%"


def _is_number(step: str) -> bool:
    return step.isascii() and step.isdigit() and len(step) <= LONGEST_NUMBER


def _unescaped(step: str) -> str:
    if step == "%":
        return ""
    return re.sub(r"%(2E|25|3[0-9])", lambda found: chr(int(found[1], 16)), step)


def claim_cells(table: Mapping[str, Any], kind: str) -> dict[str, str]:
    """
    Return a claim's table as cells by path; its record's fields stand under ``record``, its first span outside of ``spans``.

    Example:
        >>> claim_cells({"id": "x", "loss": {"actor": "AM"}}, "loss")["record.actor"]
        'AM'
    """
    plain = {name: value for name, value in table.items() if name not in (kind, "spans")}
    cells = {name: str(value) for name, value in FILLED.items()} | dict(flat(plain))
    for number, span in enumerate(table.get("spans", ()), 1):
        cells |= dict(flat(span, "" if number == 1 else f"spans.{number}."))
    return cells | {"kind": kind} | dict(flat(table[kind], RECORD))


def tree_of(cells: Iterable[tuple[str, str]]) -> Table:
    """
    Return cells as a tree: the value of a path stands under the empty text.

    Example:
        >>> tree_of([("when", "2024"), ("when.words", "that year")])
        {'when': {'': '2024', 'words': {'': 'that year'}}}
    """
    tree: Table = {}
    for path, cell in cells:
        node = tree
        for step in path.split("."):
            node = node.setdefault(step, {})
        node[""] = cell
    return tree


def claim_table(cells: Iterable[tuple[str, str]], alone: str | None = None) -> Table:
    """
    Return the table of a claim that cells say.

    Args:
        cells: Each with its path.
        alone: The kind of record where no cell tells it.

    Example:
        >>> claim_table(
        ...     [("id", "x"), ("kind", "loss"), ("record.amount", "1,200"), ("record.amount.unit", "tanks")]
        ... )
        {'id': 'x', 'loss': {'amount': '1200 tanks'}}
    """
    tree = tree_of(cells)
    kind, common = tree.pop("kind", {}).get(""), tree.pop("record", {})
    own = {name: tree.pop(name) for name in record_types() if name in tree}
    if kind is None and not own and alone is not None:
        kind = alone
    table = _top(tree)
    for name in dict.fromkeys([*([] if kind is None else [kind]), *own]):
        table[name] = _record(name, common | own.get(name, {}))
    return table


def source_table(cells: Iterable[tuple[str, str]]) -> Table:
    """
    Return the table of a source that cells say.

    Example:
        >>> source_table([("id", "wire"), ("reliability", "F"), ("length", "12")])
        {'id': 'wire', 'length': 12}
    """
    table = {name: _grown(name, node) for name, node in tree_of(cells).items()}
    return {name: value for name, value in table.items() if (name, value) != ("reliability", "F")}


def _top(tree: Table) -> Table:
    """Return all of a claim but its record: the spans are put together, a long chain takes the place of a short one."""
    spans = tree.pop("spans", {})
    first = _span({name: tree.pop(name) for name in SPAN if name in tree})
    if "attribution" in tree:
        tree = {name: node for name, node in tree.items() if name not in SHORT_CHAIN}
    table = {name: _grown(name, node) for name, node in tree.items()}
    table = {name: value for name, value in table.items() if name not in FILLED or value != FILLED[name]}
    others = [_span(spans[number]) for number in _in_order(spans)]
    return table | ({"spans": [first, *others]} if others else first)


def _span(tree: Table) -> Table:
    span = {name: _leaf(name, _own(node)) for name, node in tree.items() if name}
    place = [span.pop(name) for name in ("start", "end") if name in span]
    return span | ({"span": place} if place else {})


def _grown(name: str, node: Table) -> Any:
    """Return what a branch of a tree says: a value, a list, a date with its words, or a table."""
    own = node.get("")
    if name == "via" and own is not None:
        return _listed(own)
    below = {_unescaped(step): each for step, each in node.items() if step}
    if own == NOTHING:
        return {}
    if own is not None:
        words = {step: _own(each) for step, each in below.items() if step in WHEN_PARTS}
        return {"edtf": _period(own)} | words if words else _leaf(name, own)
    if below and all(map(_is_number, node)):
        return [_grown("", node[number]) for number in _in_order(node)]
    if name == "confidence":
        return {step: _number(_own(each)) for step, each in below.items()}
    return {step: _grown(step if name != "unfilled" else "", each) for step, each in below.items()}


def _own(node: Table) -> str:
    cell = node.get("", "")
    return cell if isinstance(cell, str) else ""


def _listed(cell: str) -> list[str]:
    return [each.strip() for each in cell.split(BETWEEN.strip()) if each.strip()]


def _in_order(node: Table) -> list[str]:
    return sorted(filter(_is_number, node), key=int)


def _leaf(name: str, cell: str) -> Any:
    if name in NUMBERS and _is_number(cell):
        return int(cell)
    return cell


def _number(cell: str) -> Any:
    try:
        return float(cell)
    except ValueError:
        return cell


def _record(kind: str, tree: Table) -> Table:
    shapes = record_fields(kind) if kind in record_types() else {}
    return {
        name: value for name, node in tree.items() if (value := _field(node, shapes.get(name))) is not None
    }


def _field(node: Table, shape: Any) -> Any:
    if shape is Amount:
        return _amount(
            {"": node.get(""), **{part: _own(node[part]) for part in AMOUNT_PARTS if part in node}}
        )
    if shape is When and "" not in node:
        ends = [node.get(name, {}).get("") for name in ("earliest", "latest")]
        return "/".join(end or ".." for end in ends) if any(ends) else None
    if shape is When:
        return _dated(node)
    if shape == tuple[ActorId, ...] and "" in node:
        return _listed(node[""])
    return _grown("", node)


def _dated(node: Table) -> Any:
    words = {step: _own(node[step]) for step in WHEN_PARTS if step in node}
    return {"edtf": _period(node[""])} | words if words else _period(node[""])


def _period(cell: str) -> str:
    """Return a date in EDTF; two years with a dash between them are a period."""
    years = re.fullmatch(r"([0-9]{4}) ?[-\u2013] ?([0-9]{4})", cell.strip())
    return cell.strip() if years is None else f"{years[1]}/{years[2]}"


def _amount(parts: Mapping[str, str | None]) -> str | None:
    """Return an amount in its notation: as it stands in its cell, or put together from its parts."""
    whole, unit = parts.get(""), parts.get("unit")
    if whole is None:
        whole = _bounds(parts.get("best"), parts.get("low"), parts.get("high"))
    if whole is None or not FIGURE_LETTERS.issuperset(whole):
        return whole
    whole = re.sub(
        r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9,])", lambda found: found[0].replace(",", ""), whole
    )
    return f"{whole.strip()} {unit.strip()}" if unit else whole.strip()


def _bounds(best: str | None, low: str | None, high: str | None) -> str | None:
    if best is not None:
        return best
    if low is not None and high is not None:
        return low if low == high else f"{low}..{high}"
    return f">={low}" if low is not None else None if high is None else f"<={high}"

"""
Claims as a table of comma-separated values (RFC 4180, UTF-8), one row a claim, and tables of others as claims.

**Columns.** The first ones are always there, whatever the claims say; each other column is there where a claim needs it, in
alphabetical order. A column is named by the field that it holds:

=============================== =====================================================================================
``id``                          Whole id of the claim, ``s1/containers``
``source.id``, ``source.title`` A field of its source, the same in each of the source's rows
``kind``                        Of its record: ``shipment``, ``loss``, ...
``sender``, ``item``, ``place`` A field of its record; ``statement.about`` where a claim has a field of that name as well
``actors``                      The actors of its record, told again for filters
``amount``                      In the notation of amounts, which says all: ``~6700 container``
``amount.low`` to ``.hedge``    The amount's parts, told again: ``low``, ``best``, ``high``, ``unit``, ``comparator``, ``hedge``
``when``, ``said``, ``signed``  Dates in EDTF; ``when.words`` and ``when.anchor`` have what they were read from
``earliest``, ``latest``        First and last day of what the claim is about, told again
``stance``, ``modality``        As in a coding; so are ``part``, ``credibility``, ``likelihood.word``, ``confidence``, ``coder``
``about``                       Note of the coder
``speaker``, ``role``, ``via``  Who says so and who passed it on; a chain of more words has ``attribution.1.actor``, ...
``attribution.origin``          Who said so first, told again
``quote``, ``start``, ``end``   The quoted words and their place in code points; more of them in ``spans.2.quote``, ...
``links.1.kind``, ``.claim``    Links to other claims, numbered; so are ``suppress.1.check``, ``obligations.1``
``draft.rules.1``, ...          How a reader drafted the claim
=============================== =====================================================================================

Lists of actors stand in one cell with semicolons between. An empty cell is a field that is not given. A cell that a
spreadsheet might run as a formula (one that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end) gets an apostrophe in
front, which is taken off on the way back; so does an empty text. A number below zero stays a number. All that holds where
commas part the cells: a program that is set to part them at semicolons or tabs has to be told, or it cuts the cells anew.

**Back, and tables of others.** ``osintkp.load("claims.csv", form="csv")`` reads what this export writes. For any other table say
which field each column holds::

    osintkp.load(
        "deliveries.tsv",
        form="csv",
        columns={
            "Supplier": "shipment.sender",
            "Recipient": "shipment.recipient",
            "Year": "shipment.when",
            "Number": "shipment.amount",
            "Unit": "shipment.amount.unit",
            "Weapon": "shipment.item",
            "Comment": "about",
            "Report": "source.title",
        },
    )

The fields are those above; one of a record begins with its kind, or with ``record`` where a column holds the ``kind``. Commas,
semicolons and tabs are told apart by the names of the columns, which may stand below other lines. An amount may come in parts
(``shipment.amount.low`` and ``.high``, with its ``.unit`` in a column of its own), a period as ``shipment.when.earliest`` and
``.latest`` or as two years with a dash; digits may be grouped by commas. Names of actors and goods are resolved as in any coding. A
claim without an id is named by its row, ``row-7`` as a spreadsheet counts; claims without a source get one for the file, or one for
each set of source fields. What is unsound is a problem with its line, its field and its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from osintkp.claim import Claim
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.exports._columns import ALWAYS, SOURCE, column_of, key_path
from osintkp.exports._delimited import delimited, guarded, held, rows_of
from osintkp.exports._flat import AMOUNT_PARTS, RECORD, claim_cells, claim_table, flat, source_table
from osintkp.exports._foreign_table import Cells, Coded, ForeignTable, headed, paths_of
from osintkp.exports._outgoing import each_gathered, told_by
from osintkp.exports._package import Package

ENDING = ".csv"


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the table, and what it could not carry."""
    told, lost = told_by(package.claims)
    rows, changed, other = list[Cells](), list[str](), list[str]()
    for source, claims in told:
        about = _cells_of_source(source, package)
        for claim in claims:
            plain = _cells(claim, package) | about
            told_as = {column_of(path, claim.kind): cell for path, cell in plain.items()}
            row = {name: held(cell) for name, cell in told_as.items()}
            rows.append(row)
            if row != told_as:
                changed.append(claim.id)
            elif not _comes_back(row, claim, source, package):
                other.append(claim.id)
    bare = [source.id for source, claims in told if not claims]
    lost += each_gathered(
        {
            "a source without claims has no row": bare,
            "NUL and half characters have no place in a file of text and are replaced": changed,
            "an id holds a semicolon or spaces and comes back otherwise": other,
        }
    )
    columns = [*ALWAYS, *sorted({name for row in rows for name in row} - set(ALWAYS), key=_natural)]
    table = ([guarded(row[name]) if name in row else "" for name in columns] for row in rows)
    return delimited([columns, *table]), tuple(lost)


def _natural(column: str) -> list[tuple[int, str]]:
    return [(int(step) if step.isascii() and step.isdigit() else 0, step) for step in column.split(".")]


def _cells_of_source(source: Source, package: Package) -> Cells:
    cells = {"reliability": str(source.reliability)} | dict(flat(package.coded(source)))
    return {f"{SOURCE}{path}": cell for path, cell in cells.items()}


def _cells(claim: Claim, package: Package) -> Cells:
    """Return the cells of a claim by path, those that tell something again among them."""
    amount, when = claim.amount, claim.when
    again: dict[str, object] = {
        "actors": "; ".join(actor for actor in claim.actors if actor) or None,
        "earliest": when and when.earliest,
        "latest": when and when.latest,
        "speaker": claim.speaker,
        "attribution.origin": claim.origin,
        **{f"{RECORD}amount.{part}": getattr(amount, part, None) for part in AMOUNT_PARTS},
    }
    told = {path: str(value) for path, value in again.items() if value is not None}
    return told | claim_cells(package.coded(claim), claim.kind) | {"id": claim.id}


def _comes_back(row: Cells, claim: Claim, source: Source, package: Package) -> bool:
    paths = {name: key_path(name) for name in row}
    own = [(path, row[name]) for name, path in paths.items() if path and not path.startswith(SOURCE)]
    whole = [
        (path.removeprefix(SOURCE), row[name])
        for name, path in paths.items()
        if path and path.startswith(SOURCE)
    ]
    table = claim_table(own) | {"id": claim.id.partition("/")[2]}
    same: bool = _plain(table) == _plain(package.coded(claim))
    return same and source_table(whole) == _plain(package.coded(source))


def _plain(value: Any) -> Any:
    """Return data with lists in place of tuples."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def parse(text: str, columns: Mapping[str, str] | None = None) -> Iterator[Coded]:
    r"""
    Give the codings in a table: one that this library wrote, or any other with the field of each column.

    Args:
        text: The table, with a row that names its columns.
        columns: Fields by the names of columns; a column that is not named here is read by its own name.

    Raises:
        InvalidValueError: A quotation mark is not closed (``file-syntax``), no column is known (``no-columns``), one that is
            named is not there (``column-missing``), a field is none (``unknown-field``), or two columns hold one field
            (``second-column``).

    Example:
        >>> rows = "Supplier\tNumber\nFrance\t12\n"
        >>> ((source, claims),) = parse(rows, {"Supplier": "shipment.sender", "Number": "shipment.amount"})
        >>> claims
        [{'shipment': {'sender': 'France', 'amount': '12'}, 'id': 'row-2'}]
    """
    if not text.strip():
        raise InvalidValueError("file-empty", "the file is empty", None, "give a table with a row of names")
    asked = {name.strip(): path for name, path in (columns or {}).items()}
    for name, path in asked.items():
        if key_path(path) is None:
            fix = "name it like 'shipment.sender', 'source.title' or 'about'"
            raise InvalidValueError(
                "unknown-field", f"column {name!r} is to hold a field that there is not", path, fix
            )
    delimiter, number, names = headed(text, asked)
    table = ForeignTable(
        names=names, paths=paths_of(names, asked), base=f"table-{sha256(held(text).encode()).hexdigest()[:8]}"
    )
    rows = (
        (line, place, cells)
        for place, (line, cells) in enumerate(rows_of(text, delimiter), 1)
        if place > number
    )
    yield from table.codings(rows)

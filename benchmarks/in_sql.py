"""
The same two checks as hand-written SQL: what somebody would write who has the claims in DuckDB and wants the pairs that clash.

``CLASHES`` returns what ``figures-conflict`` calls a conflict, pair by pair with every claim that tells either figure; ``FALLS``
what ``cumulative-falls`` calls one. Both read one table with a row a claim, made by ``tabled`` of claims at hand or by ``read`` of
JSON Lines, where bands, windows and origins are worked out in SQL.

The statements know as much of the rules as the corpora by chance need: no calibres and shares, no killed and wounded, no figure
without a window, nobody who repeats what was repeated. ``clashes_of`` and ``falls_of`` give findings in the form of these pairs,
so that it can be told whether both sides found the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import osintkp
from osintkp.claims import Claims
from osintkp.difference import mode
from osintkp.origins import as_of, origin_of
from osintkp.triage import topic
from osintkp.units.definitions import unit
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import LinkKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

UNITS = ("round", "tank", "barrel", "tonne", "drone", "truck", "missile", "rifle", "person")
# Of a topic with more figures than MOST the check compares only those that are next to each other, and so does this.
MOST, NEXT = 150, 30
Clash = tuple[int, frozenset[str]]
Fall = tuple[str, str]

CLASHES = f"""
    WITH suspect AS (
        SELECT topic, item, scope, mode, part
        FROM figures GROUP BY topic, item, scope, mode, part HAVING max(low) >= min(high)
    ), told AS (
        SELECT topic, item, scope, measure, mode, part, low, high, first, last, "when", origin, as_of,
            any_value(open) AS open, any_value(revises) AS revises, min(root) AS root,
            any_value(whole) AS whole, any_value(whole_low) AS whole_low, any_value(whole_high) AS whole_high,
            min(id) AS id, list(id ORDER BY id) AS ids, min(source) AS source, count(DISTINCT source) AS sources
        FROM figures WHERE topic IN (SELECT topic FROM suspect)
        GROUP BY topic, item, scope, measure, mode, modality, part, amount, low, high, first, last, "when", origin, as_of, alone
    ), placed AS (
        SELECT *, count(*) OVER (PARTITION BY topic) AS of,
            row_number() OVER (PARTITION BY topic ORDER BY item, first, id) AS place
        FROM told
    ), beside AS (
        SELECT * FROM placed SEMI JOIN suspect USING (topic, item, scope, mode, part)
    )
    SELECT a.topic, a.ids, b.ids
    FROM beside AS a JOIN beside AS b
        ON a.topic = b.topic AND a.item = b.item AND a.scope = b.scope AND a.mode = b.mode AND a.part = b.part AND a.id < b.id
    WHERE (a.high < b.low OR b.high < a.low OR ((a.high = b.low OR b.high = a.low) AND (a.open OR b.open)))
        AND (a.of <= {MOST} OR abs(a.place - b.place) <= {NEXT})
        AND (a.measure IS NULL OR b.measure IS NULL OR a.measure = b.measure
            OR 'stock' NOT IN (a.measure, b.measure))
        AND a.first <= b.last AND b.first <= a.last
        AND (a."when" = b."when" OR CASE
            WHEN (abs(a.first - b.first) + abs(a.last - b.last)) * 10 <= least(a.last - a.first, b.last - b.first) + 1
                THEN a.last = b.last OR a.measure IS DISTINCT FROM 'cumulative' OR b.measure IS DISTINCT FROM 'cumulative'
                    OR (a.last < b.last) = (a.low >= b.high)
            WHEN 'stock' IN (a.measure, b.measure) THEN a.last = b.last
            WHEN a.first >= b.first AND a.last <= b.last THEN a.low >= b.high
            WHEN b.first >= a.first AND b.last <= a.last THEN b.low >= a.high
            ELSE false END)
        AND a.revises IS DISTINCT FROM b.root AND b.revises IS DISTINCT FROM a.root
        AND NOT (a.part AND a.whole <> b.whole AND a.first = b.first AND a.last = b.last AND (
            (a.whole_low <= b.high AND b.low <= a.whole_high) OR (b.whole_low <= a.high AND a.low <= b.whole_high)))
        AND NOT (a.origin = b.origin AND a.origin <> 'unknown' AND (
            a.as_of <> b.as_of OR (a.sources = 1 AND b.sources = 1 AND a.source = b.source)))
"""  # noqa: S608  what is put in are names and numbers of this file
FALLS = """
    WITH totals AS (
        SELECT id, topic, item, place, mode, part, origin, low, high, floor, ceiling, open,
            split_part("when", '/', 1) AS start, start_first, start_last, end_first, end_last
        FROM figures WHERE measure = 'cumulative' AND origin <> 'unknown'
    ), peaks AS (
        SELECT later.id AS later, earlier.id AS earlier, earlier.start_first >= later.start_last AS as_early,
            earlier.start = later.start AS same, later.high, later.ceiling, later.open OR earlier.open AS open,
            earlier.low, earlier.floor
        FROM totals AS later JOIN totals AS earlier
            USING (topic, item, place, mode, part, origin)
        WHERE earlier.end_last < later.end_first AND earlier.low >= later.high
        QUALIFY row_number() OVER (PARTITION BY later.id, earlier.start ORDER BY earlier.low DESC, earlier.id) = 1
    )
    SELECT later, min(earlier) FROM peaks
    WHERE (same OR as_early) AND (ceiling < floor OR (ceiling = floor AND open))
    GROUP BY later
"""
_RECORD = ", ".join(
    f'"{name}" VARCHAR'
    for name in ("sender", "recipient", "actor", "by", "item", "amount", "measure", "place", "when")
)
_KINDS = ("shipment", "loss", "troop_deployment", "seizure", "weapons_test")
_COLUMNS = f"""{{
    source: 'STRUCT(id VARCHAR, published VARCHAR)',
    claim: 'STRUCT(id VARCHAR, speaker VARCHAR, modality VARCHAR, said VARCHAR,
        links STRUCT(kind VARCHAR, claim VARCHAR)[], {", ".join(f"{kind} STRUCT({_RECORD})" for kind in _KINDS)})'
}}"""
MACROS = """
    CREATE MACRO begun(t) AS CASE length(t) WHEN 4 THEN (t || '-01-01')::DATE WHEN 7 THEN (t || '-01')::DATE ELSE t::DATE END;
    CREATE MACRO ended(t) AS CASE length(t) WHEN 4 THEN (t || '-12-31')::DATE WHEN 7 THEN last_day((t || '-01')::DATE) ELSE t::DATE END;
    CREATE MACRO tens(t) AS 10 ** (length(t) - length(rtrim(t, '0')));
    CREATE MACRO spread(t, sign) AS CASE sign
        WHEN '' THEN least(tens(t) * 100, t::BIGINT * 10) WHEN '~' THEN greatest(tens(t) * 100, t::BIGINT * 20) ELSE 0 END;
"""
READ = f"""
    CREATE TABLE figures AS
    WITH lines AS (
        SELECT row_number() OVER () AS line, source, claim
        FROM read_json(?, format = 'newline_delimited', columns = {_COLUMNS})
    ), sourced AS (
        SELECT claim, last_value(source IGNORE NULLS) OVER (ORDER BY line ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS source
        FROM lines
    ), told AS (
        SELECT source.id || '/' || claim.id AS id, source.id AS source, coalesce(claim.said, source.published) AS as_of,
            CASE WHEN claim.speaker IS NULL THEN source.id ELSE coalesce(roots.root, claim.speaker) END AS own,
            coalesce(claim.modality, 'stated') AS modality, claim.links[1] AS link,
            coalesce({", ".join(f"claim.{kind}" for kind in _KINDS)}) AS r,
            CASE {" ".join(f"WHEN claim.{kind} IS NOT NULL THEN '{kind}'" for kind in _KINDS)} END AS kind
        FROM sourced LEFT JOIN roots ON roots.id = claim.speaker WHERE claim IS NOT NULL
    ), parsed AS (
        SELECT *, regexp_extract(r.amount, '^(~|>=|<=|>|<|)([0-9]+) (.*)$', ['sign', 'number', 'unit']) AS said,
            split_part(r."when", '/', 1) AS start, split_part(r."when", '/', -1) AS stop
        FROM told WHERE r.amount IS NOT NULL
    ), measured AS (
        SELECT *, said.number::BIGINT AS number, spread(said.number, said.sign) AS wide,
            CASE WHEN said.sign IN ('', '~') THEN 'both' WHEN said.sign IN ('>', '>=') THEN 'low' ELSE 'high' END AS bound
        FROM parsed
    ), linked AS (
        SELECT DISTINCT link.claim AS id FROM told WHERE link IS NOT NULL
    ), banded AS (
        SELECT t.id, t.source, t.as_of, t.modality,
        concat_ws('|', t.kind, coalesce(t.r.sender, t.r.actor), CASE t.kind WHEN 'shipment' THEN t.r.recipient END, units.dimension)
            AS topic,
        coalesce(t.r.item, '') AS item, t.r.measure AS measure, coalesce(t.r.place, '') AS place,
        concat_ws('|', coalesce(t.r.by, ''), coalesce(t.r.recipient, ''), coalesce(t.r.place, '')) AS scope,
        CASE t.modality WHEN 'capacity' THEN 3 WHEN 'pledged' THEN 2 ELSE 0 END AS mode,
        t.link IS NOT NULL AND t.link.kind = 'part_of' AS part, CASE t.link.kind WHEN 'part_of' THEN t.link.claim END AS whole,
        CASE t.link.kind WHEN 'revises' THEN t.link.claim END AS revises,
        CASE WHEN t.link.kind = 'repeats' THEN t.link.claim ELSE t.id END AS root,
        CASE WHEN t.link IS NOT NULL OR linked.id IS NOT NULL THEN t.id ELSE '' END AS alone,
        t.r.amount AS amount, t.r."when" AS "when", t.said.sign IN ('>', '<') AS open,
        CASE WHEN bound = 'high' THEN '-inf'::DOUBLE ELSE greatest((number * 200 - wide) / 200.0, 0) * units.factor END AS low,
        CASE WHEN bound = 'low' THEN 'inf'::DOUBLE ELSE (number * 200 + wide) / 200.0 * units.factor END AS high,
        CASE WHEN t.said.sign = '' THEN number * units.factor ELSE low END AS floor,
        CASE WHEN t.said.sign = '' THEN number * units.factor ELSE high END AS ceiling,
        begun(start) AS first, ended(stop) AS last,
        begun(start) AS start_first, ended(start) AS start_last, begun(stop) AS end_first, ended(stop) AS end_last,
        coalesce(first_told.own, t.own) AS origin
    FROM measured AS t JOIN units ON units.unit = t.said.unit LEFT JOIN linked ON linked.id = t.id
        LEFT JOIN told AS first_told ON t.link.kind = 'repeats' AND first_told.id = t.link.claim
    )
    SELECT banded.*, whole.low AS whole_low, whole.high AS whole_high
    FROM banded LEFT JOIN banded AS whole ON whole.id = banded.whole
"""  # noqa: S608  what is put in are names and numbers of this file


def connected(memory: str | None = None) -> DuckDBPyConnection:
    """Return an empty database on one thread that knows the units and whose officials are whose."""
    import duckdb

    base = duckdb.connect()
    base.execute("SET threads = 1")
    if memory is not None:
        base.execute(f"SET memory_limit = '{memory}'")
    base.execute("CREATE TABLE units (unit VARCHAR, factor DOUBLE, dimension VARCHAR)")
    known = [(name, unit(name).factor, str(unit(name).dimension)) for name in UNITS]
    base.executemany("INSERT INTO units VALUES (?, ?, ?)", known)
    base.execute("CREATE TABLE roots (id VARCHAR, root VARCHAR)")
    base.executemany(
        "INSERT INTO roots VALUES (?, ?)",
        [(each, actors.root(each)) for each in actors.ids() if each != actors.root(each)],
    )
    base.execute(MACROS)
    return base


def read(base: DuckDBPyConnection, folder: Path) -> None:
    """Read the figures of a corpus in JSON Lines."""
    base.execute(READ, [[str(file) for file in sorted(folder.glob("*.jsonl"))]])


def tabled(base: DuckDBPyConnection, claims: Claims) -> None:
    """Make the table of figures from claims at hand."""
    import pyarrow as pa

    linked = {link.claim for claim in claims for link in claim.links}
    rows = [row for claim in claims if (row := _row(claim, claims, linked)) is not None]
    base.register("given", pa.Table.from_pylist(rows))
    base.execute("CREATE TABLE figures AS SELECT * FROM given")


def _row(claim: osintkp.Claim, claims: Claims, linked: set[str]) -> dict[str, Any] | None:
    about, amount, when = topic(claim), claim.amount, claim.when
    if about is None or amount is None or when is None:
        return None
    start, _, stop = when.edtf.partition("/")
    begun, ended = (osintkp.When.parse(text) for text in (start, stop or start))
    (low, high), factor = amount.printed_band(), unit(amount.unit).factor
    record, repeats = claim.record, claim.linked(LinkKind.REPEATS)
    place = str(record.of("place") or "")
    scope = (record.of("by"), None if claim.kind == "shipment" else record.of("recipient"), place)
    whole = next((each for name in claim.linked(LinkKind.PART_OF) if (each := claims.get(name))), None)
    whole_low, whole_high = (
        (None, None) if whole is None or whole.amount is None else whole.amount.printed_band()
    )
    return {
        "whole": whole and whole.id, "whole_low": whole_low, "whole_high": whole_high,
        "id": claim.id, "source": claim.source, "as_of": str(as_of(claim, claims.source_of(claim))), "modality": claim.modality.value,
        "topic": str(about), "item": claim.item or "", "measure": record.of("measure") and str(record.of("measure")), "place": place,
        "scope": str(scope), "mode": mode(claim), "part": bool(claim.linked(LinkKind.PART_OF)),
        "revises": next(iter(claim.linked(LinkKind.REVISES)), None), "root": repeats[0] if repeats else claim.id,
        "alone": claim.id if claim.links or claim.id in linked else "", "amount": str(amount), "when": when.edtf,
        "open": amount.comparator in (">", "<"), "low": low, "high": high,
        "floor": low if amount.low is None else amount.low * factor, "ceiling": high if amount.high is None else amount.high * factor,
        "first": when.earliest, "last": when.latest, "start_first": begun.earliest, "start_last": begun.latest,
        "end_first": ended.earliest, "end_last": ended.latest, "origin": origin_of(claim, claims).id,
    }  # fmt: skip


def clashes(base: DuckDBPyConnection) -> list[tuple[str, list[str], list[str]]]:
    """Return the pairs of figures that clash: the topic, and the claims that tell the one and the other."""
    return base.execute(CLASHES).fetchall()


def falls(base: DuckDBPyConnection) -> list[Fall]:
    """Return the totals that fall, each with the earlier one that it is below."""
    return base.execute(FALLS).fetchall()


def as_told(pairs: Iterable[tuple[str, list[str], list[str]]], most: int = 12) -> set[Clash]:
    """Return pairs that clash as the check tells them: those of a topic as one where they are very many."""
    by_topic: dict[str, list[frozenset[str]]] = {}
    for about, one, other in pairs:
        by_topic.setdefault(about, []).append(frozenset([*one, *other]))
    found: set[Clash] = set()
    for some in by_topic.values():
        found |= {(len(some), frozenset().union(*some))} if len(some) > most else {(1, each) for each in some}
    return found


def clashes_of(findings: Iterable[osintkp.Finding]) -> set[Clash]:
    """Return the conflicts of ``figures-conflict``: how many pairs a finding stands for, and the claims that tell them."""
    found = set()
    for each in findings:
        if each.name == "figures-conflict" and each.verdict == "conflict":
            count, _, rest = each.message.partition(" ")
            many = count.isdigit() and rest.startswith("pairs among")
            found.add((int(count) if many else 1, frozenset(each.claims)))
    return found


def falls_of(findings: Iterable[osintkp.Finding]) -> set[Fall]:
    """Return the conflicts of ``cumulative-falls``: each total that falls, with the earlier one."""
    return {
        (each.claims[0], each.claims[1])
        for each in findings
        if each.name == "cumulative-falls" and each.verdict == "conflict"
    }

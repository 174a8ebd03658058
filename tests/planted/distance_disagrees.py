"""A distance that is a third, or three times, of the great circle; the twin's is the great circle, or a road."""

from __future__ import annotations

import osintkp
from builders import claim, corpus
from osintkp.vocabulary import places
from planted import Planted
from planted.draw import Draw

POINTS = ("city", "capital", "port", "airfield", "base")
UNITS = {"kilometre": 1.0, "mile": 1.609344, "nautical_mile": 1.852}


def plant(draw: Draw) -> Planted:
    """Plant a distance between two towns of the world that is off by three."""
    towns = sorted(name for name in places.ids() if places.place(name).kind in POINTS)
    start, end = draw.one_of(towns), draw.one_of(towns)
    while places.distance_km(start, end) < 150:
        end = draw.one_of(towns)
    unit = draw.one_of(sorted(UNITS))
    km = places.distance_km(start, end) / UNITS[unit]

    def said(value: float, hedge: str = "", quote: str = "words") -> osintkp.Claim:
        return claim(
            "wire/way", origin=start, destination=end, amount=f"{hedge}{round(value)} {unit}", quote=quote
        )

    wrong = draw.one_of([said(km / 3), said(km / 3, "<"), said(km * 3), said(km * 3, ">")])
    right = [
        said(km),
        said(km, "~"),
        said(km * 1.1, "<"),
        said(km / 2, ">"),
        said(km * 1.4),
        said(km * 1.9, "", "by road"),
    ]
    return Planted(fault=corpus(wrong), twin=corpus(draw.one_of(right)))

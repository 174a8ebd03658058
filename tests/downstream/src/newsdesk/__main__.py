"""The whole day, over the codings that travel with the library."""

from __future__ import annotations

import tempfile
from pathlib import Path

import osintkp
from newsdesk import desk, passing_on

ARTICLE = (
    "Chad sent about 40 trucks to Sudan in April 2024, the UN said. Kenya denied sending 13 drones to Sudan."
)


def main() -> None:
    """Go through the day."""
    seeds = osintkp.load_seeds()
    draft = desk.drafted(ARTICLE)
    both = seeds | draft
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        both.save(folder / "archive")
        assert desk.archive(folder / "archive").claims.ids() == both.claims.ids()
        lost = passing_on.everything(both, folder)
        again = passing_on.back(folder)
    print(len(both), len(again.claims) > 50, sorted(lost))
    print(len(desk.sent(both)), len(desk.told(both)), len(desk.grave(both)), desk.seen(ARTICLE)[0])
    print([found.code for found in desk.own(draft)], desk.asked(both), desk.dates("2023-06"))
    print(passing_on.rows(both))


if __name__ == "__main__":
    main()

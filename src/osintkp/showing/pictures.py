"""The pictures of a report page, where the packages that draw them are installed."""

from __future__ import annotations

from itertools import islice

from osintkp.claims import Claims
from osintkp.errors import MissingExtraError
from osintkp.figures import Figures
from osintkp.origins import Origins
from osintkp.timeline import Timeline

MOST_CLAIMS = 2_000


def pictures(claims: Claims) -> dict[str, str]:
    """
    Return pictures as SVG by the name of the section that they stand in; none where ``osintkp[plots]`` is not installed.

    A section with nothing to draw has none. Of very many claims the first two thousand are drawn, as the page shows them.

    Example:
        >>> pictures(Claims())
        {}
    """
    among = list(islice(claims, MOST_CLAIMS))
    told: dict[str, Figures | Timeline | Origins] = {
        "figures": Figures(claims, among), "timeline": Timeline(among), "origins": Origins(claims, among),
    }  # fmt: skip
    try:
        from osintkp.plots.svg import svg

        return {name: svg(each.plot()) for name, each in told.items() if each}
    except MissingExtraError:
        return {}

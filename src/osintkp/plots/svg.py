"""A picture as SVG that follows the reader's choice of light or dark, and is the same every time it is made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from osintkp.extras import extra
from osintkp.plots._paper import DARK

if TYPE_CHECKING:
    from altair import TopLevelMixin

TAG, NUMBERED = r"<[^>]*>", r'(id="|url\(#)([a-z]{1,20})_?(\d{1,9})(?=["\)])'


def svg(chart: TopLevelMixin) -> str:
    """
    Return a picture as SVG, without the words that only a pointer or a screen reader would ask of each of its marks.

    Raises:
        MissingExtraError: Altair's companion that draws without a browser is not installed.
    """
    converter = extra("vl_convert", "plots", "a picture as SVG")
    spec = chart.to_dict(validate=False)
    spec.setdefault("config", {})["aria"] = False
    drawn: str = converter.vegalite_to_svg(spec)
    return _in_the_dark(_renumbered(drawn))


def _renumbered(drawn: str) -> str:
    """Return the picture with its clips and gradients numbered from nought: the converter counts on from picture to picture."""
    names: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        name = found[2] + found[3]
        return f"{found[1]}{names.setdefault(name, f'{found[2]}{len(names)}')}"

    return re.sub(TAG, lambda tag: re.sub(NUMBERED, named, tag[0]), drawn)


def _in_the_dark(drawn: str) -> str:
    """Return the picture with a rule that turns each of its colours where the reader prefers dark pages."""
    rules = "".join(
        f'[{name}="{light}"]{{{name}:{dark}}}'
        for light, dark in DARK.items()
        for name in ("fill", "stroke", "stop-color")
        if f'{name}="{light}"' in drawn
    )
    style = f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>"
    end = drawn.index(">", drawn.index("<svg")) + 1
    return drawn[:end] + style + drawn[end:]

"""
Planted corpora: for each check one in which a fault was put, and its twin that looks alike and is innocent.

A module ``planted/<check_name>.py`` holds ``plant(draw)``, which gives a :class:`Planted`; the draw decides actors, goods,
units, figures and dates. ``tests/test_planted.py`` runs every check on many draws.
"""

from __future__ import annotations

import attrs

import osintkp


@attrs.frozen(kw_only=True)
class Planted:
    """
    A corpus with a fault, and its innocent twin.

    Attributes:
        fault: The check has to find something here.
        twin: The check has to stay silent here: nothing of severity warning or above.
        severity: The least severity that the finding has to have.
    """

    fault: osintkp.Corpus
    twin: osintkp.Corpus
    severity: str = "warning"

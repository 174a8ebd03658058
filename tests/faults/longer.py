"""How much is tried: a little in every run, much with OSINTKP_LONG=1."""

from __future__ import annotations

import os

LONG = os.environ.get("OSINTKP_LONG") == "1"
KILLS = 100 if LONG else 20
READS = 200 if LONG else 25

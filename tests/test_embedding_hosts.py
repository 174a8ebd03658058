"""
Hosts of many kinds: hash seeds, time zones, locales, deep stacks, small memories and registries of their own.

``OSINTKP_LONG=1`` runs every combination and every cycle; without it, each value of each kind and a tenth of the cycles.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

import osintkp
from osintkp.errors import OsintkpError
from test_embedding import USE, printed

LONG = bool(os.environ.get("OSINTKP_LONG"))
SEEDS = ("0", "1", "2", "3", "4294967295")
ZONES = ("UTC", "Asia/Kolkata", "America/New_York")
LOCALES = ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
EVERY = list(product(SEEDS, ZONES, LOCALES))
HOSTS = EVERY if LONG else [EVERY[place] for place in (0, 9, 14, 19, 22, 29)]

GOLDEN = f"""
import hashlib, locale, tempfile
from pathlib import Path
{USE}
locale.setlocale(locale.LC_ALL, "")
both, findings = used()
forms = ("csv", "findings", "ftm", "geojson", "markdown", "sarif", "schema_org", "sipri", "stix21", "web_annotation")
made = {{form: both.rendered(form) for form in forms}}
made |= {{"findings in words": str(findings), "page": both._repr_html_(), "article": both.show("wire")._repr_html_()}}
made |= {{"figures": str(both.figures()), "timeline": str(both.timeline()), "origins": str(both.origins())}}
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    both.save(folder / "saved", texts=True)
    both.save(folder / "all.jsonl")
    assert osintkp.load(folder / "saved") == both == osintkp.load(folder / "all.jsonl", texts=folder / "saved")
    made |= {{path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}}
for key in sorted(made):
    raw = made[key] if isinstance(made[key], bytes) else repr(made[key]).encode()
    print(key, hashlib.sha256(raw).hexdigest())
"""


def golden(program: Path, seed: str, zone: str, locale: dict[str, str]) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, **locale}
    environment.pop("LANG", None)
    words = [sys.executable, "-W", "error", str(program)]
    run = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ("", 0) == (run.stderr, run.returncode)
    return run.stdout.splitlines()


def test_every_host_gets_the_same_bytes(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(GOLDEN, encoding="utf-8")

    first, *others = (golden(program, *host) for host in HOSTS)

    assert len(first) > 20
    assert all(first == other for other in others)


def test_the_hosts_that_are_tried_have_every_seed_zone_and_locale() -> None:
    assert set(SEEDS) == {seed for seed, _, _ in HOSTS}
    assert set(product(ZONES, ("C.UTF-8", "C"))) == {(zone, locale["LC_ALL"]) for _, zone, locale in HOSTS}


def under(frames: int, call: str, folder: Path) -> object:
    """Return what a call gives under so many frames of a host, or the name of the error of resources that it gives."""
    if frames:
        return under(frames - 1, call, folder)
    calls: dict[str, Callable[[], object]] = {
        "toml": lambda: osintkp.load(folder / "coded"),
        "lines": lambda: osintkp.load(folder / "all.jsonl"),
        "lenient": lambda: osintkp.load(folder / "coded", lenient=True).problems,
        "lenient lines": lambda: osintkp.load(folder / "all.jsonl", lenient=True).problems,
        "read": lambda: osintkp.read("Chad sent 40 trucks to Sudan in May 2023.", id="wire"),
        "check": lambda: osintkp.load_seeds().check(),
        "amount": lambda: osintkp.Amount.parse("~40 truck"),
        "when": lambda: osintkp.When.parse("2023-05/2023-07"),
    }
    try:
        return calls[call]()
    except (RecursionError, OsintkpError) as error:
        return type(error).__name__


@pytest.mark.parametrize(
    "call", ["toml", "lines", "lenient", "lenient lines", "read", "check", "amount", "when"]
)
def test_a_host_with_a_deep_stack_gets_the_answer_or_is_told_of_the_stack(call: str, tmp_path: Path) -> None:
    osintkp.load_seeds().save(tmp_path / "all.jsonl")
    osintkp.load_seeds().save(tmp_path / "coded")
    room = sys.getrecursionlimit() - len(osintkp_frames())
    answer = under(0, call, tmp_path)

    told = [under(frames, call, tmp_path) for frames in range(room - 120, room - 8, 3)]

    assert gc.isenabled()
    assert answer == told[0]
    assert not isinstance(answer, str)
    assert [] == [
        found for found in told if found != answer and found not in {"RecursionError", "ResourceError"}
    ]


def osintkp_frames() -> list[object]:
    """Return the frames that stand already."""
    found: list[object] = []
    frame = sys._getframe()
    while frame is not None:
        found.append(frame)
        frame = frame.f_back  # type: ignore[assignment]
    return found


CYCLES = """
import gc, resource, tempfile
from pathlib import Path
import osintkp
GOOD = '''schema = "osintkp/1"
[source]
id = "wire"
[[claim]]
id = "a"
quote = "forty trucks"
shipment = { sender = "TD", recipient = "SD", amount = "40 truck", when = "2023-05" }
'''
BAD = GOOD.replace('"40 truck"', '"40 trukc"').replace("TD", "N'Djam\\u00e9na"), GOOD[:90], GOOD + "x = [", "\\ufeff"

def resident():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

with tempfile.TemporaryDirectory() as name:
    files = [Path(name, f"{number}.toml") for number in range(5)]
    for file, text in zip(files, (GOOD, *BAD)):
        file.write_text(text, encoding="utf-8")
    before = 0
    for number in range(CYCLES):
        corpus = osintkp.load(files[number % 5], lenient=True)
        corpus.check(), str(corpus.problems), corpus.claims.ids()
        osintkp.Amount.parse(f"{number} truck"), osintkp.When.parse(f"{1000 + number % 9000}-05")
        if number == CYCLES // 4:
            gc.collect()
            before = resident()
    gc.collect()
    print(resident() - before)
"""


def test_loading_and_dropping_for_ever_takes_no_more_memory() -> None:
    grown = int(printed(CYCLES.replace("CYCLES", "10_000" if LONG else "2_000")))

    assert grown < 2048


WATCHED = f"""
import sys
seen = []
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "urllib.", "pickle.")):
        seen.append(event)
    if event == "open" and (set(str(arguments[1])) & set("wax+") or (arguments[2] or 0) & 3):
        seen.append(f"{{event}} {{arguments[0]}}")
{USE}
sys.dont_write_bytecode = True
sys.addaudithook(watch)
used()
print(seen)
"""


def test_nothing_is_sent_started_written_or_unpickled_while_the_library_is_used() -> None:
    assert "[]\n" == printed(WATCHED)


STARTED = """
import sys, threading
before = threading.active_count()
import osintkp
[getattr(osintkp, name) for name in osintkp.__all__]
print(threading.active_count() - before)
"""


def test_importing_every_public_name_starts_no_thread() -> None:
    assert "0\n" == printed(STARTED)


OTHER_BARREL = """
import multiprocessing
import pint
from osintkp import Amount
def litres(amount):
    other = pint.UnitRegistry()
    other.define("barrel = 500 liter")
    pint.set_application_registry(other)
    return amount, amount.to("liter").magnitude if amount.unit == "barrel" else None
if __name__ == "__main__":
    sent = [Amount.parse("5 barrel"), Amount.parse("~40 container")]
    with multiprocessing.get_context(METHOD).Pool(1) as pool:
        (oil, size), = pool.map(litres, sent[:1])
        (boxes, _), = pool.map(litres, sent[1:])
        pool.close()
        pool.join()
    print(oil == sent[0], round(size, 1), boxes == sent[1])
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_host_with_a_barrel_of_its_own_changes_no_amount_that_is_sent(method: str, tmp_path: Path) -> None:
    code = OTHER_BARREL.replace("METHOD", repr(method))

    assert "True 794.9 True\n" == printed(code, folder=tmp_path)

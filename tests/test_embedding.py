"""What a host program may rely on: nothing of it is touched, and everything can be copied, sent and shared."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import cloudpickle
import pytest

import osintkp
from osintkp.checks import chosen
from osintkp.claims import Claims
from osintkp.corpus import _plural
from osintkp.errors import InvalidValueError, MissingExtraError, UnknownIdError
from osintkp.facts import shipped
from osintkp.group import Group
from osintkp.records import record_types

ARTICLE = (
    "Chad sent about 40 trucks to Sudan in May, the UN said. Kenya denied on Monday that it sent 12 drones.\n"
    "Chad and Sudan signed a treaty in Abéché on 3 June 2024."
)
SEEDS = osintkp.load_seeds()
DRAFT = osintkp.read(ARTICLE, published="2024-06-12", id="wire")
FOUND = osintkp.find(ARTICLE)
FIGURES = SEEDS.figures(unit="container")
ORIGINS = SEEDS.origins(item="munitions")
SHOWN = DRAFT.show()


def problems() -> tuple[osintkp.Problem, ...]:
    try:
        osintkp.load("nowhere")
    except osintkp.CodingError as error:
        return error.problems
    raise AssertionError


def own_check(group: Group) -> Iterable[osintkp.Finding]:
    """A figure is round."""
    yield group.finding("undecided", "round")


def everything(claims: Claims, facts: osintkp.Facts) -> Iterator[Group]:
    yield Group(key="all", claims=tuple(claims), beyond=claims, facts=facts)


OBJECTS: dict[str, Any] = {
    "corpus": SEEDS,
    "part of a corpus": SEEDS.as_of("2024-03-01"),
    "drafts": DRAFT,
    "claims": SEEDS.claims,
    "sources": SEEDS.sources,
    "source": DRAFT.sources["wire"],
    "claim": SEEDS.claims["s1/containers"],
    "draft": next(claim.draft for claim in DRAFT.claims),
    "span": SEEDS.claims["s1/containers"].spans[0],
    "link": SEEDS.claims["s1/containers"].attribution[0],
    "amount": osintkp.Amount.parse("~6700 container"),
    "when": osintkp.When.parse("2024-02-27/2024-03-03"),
    "archive report": osintkp.ArchiveReport(
        folder=Path("drafts"), articles=2, seconds=1.5, problems=problems()
    ),
    "limits": osintkp.ResourceLimits(nesting=8),
    "verification": osintkp.verify(Path(__file__).parents[1] / "seeds"),
    "findings": SEEDS.check(),
    "finding": SEEDS.check()[0],
    "figures": FIGURES,
    "figure": FIGURES[0],
    "series": FIGURES.series,
    "origins": ORIGINS,
    "origin": FIGURES[0].origin,
    "timeline": SEEDS.timeline(kind="treaty"),
    "agreement": SEEDS.compare(SEEDS.select(kind="treaty")),
    "changes": SEEDS.without("s1").changes(),
    "found": FOUND,
    "seen amounts": FOUND.amounts,
    "seen dates": FOUND.dates,
    "seen actors": FOUND.actors,
    "shown": SHOWN,
    "facts": shipped(),
    "problems": problems(),
    "checks": tuple(chosen()),
    "check of one's own": osintkp.Check.of(own_check),
    "check with a code": osintkp.Check(
        code="ACME01", name="own-check", page="Round.", groups=everything, find=own_check
    ),
    "coding error": osintkp.CodingError(problems()),
    "value error": InvalidValueError("bad-id", "what", "value", "fix", field="id"),
    "id error": UnknownIdError("nothing has the id"),
    "missing extra": MissingExtraError("a picture", "altair", "plots"),
    **{f"record {kind}": record() for kind, record in record_types().items()},
}


def told(thing: Any, depth: int = 0) -> Any:
    """Return all that a thing holds, as plain values that can be compared."""
    if isinstance(thing, BaseException):
        return type(thing).__name__, str(thing), told(vars(thing), depth + 1)
    if isinstance(thing, dict):
        return {told(name, depth + 1): told(value, depth + 1) for name, value in thing.items()}
    if isinstance(thing, osintkp.Check):
        return thing.code, thing.name, thing.page, thing.find
    if isinstance(thing, (str, int, float, type(None))) or depth > 6:
        return str(thing)
    parts = [told(part, depth + 1) for part in thing] if isinstance(thing, Iterable) else []
    shown = "" if isinstance(thing, tuple) else str(thing)
    return type(thing).__name__, shown, parts, None if _compares(thing) else _slots(thing, depth)


def _slots(thing: Any, depth: int) -> list[Any]:
    names = [name for each in type(thing).__mro__ for name in getattr(each, "__slots__", ())]
    return [
        told(getattr(thing, name), depth + 1) for name in names if name.isidentifier() and name[:2] != "__"
    ]


def _compares(thing: object) -> bool:
    """Tell whether things of a class are equal by what they hold; all others are by being the same."""
    return "__eq__" in {name for each in type(thing).__mro__[:-1] for name in vars(each)}


def pickled(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))  # noqa: S301  our own bytes


def in_the_oldest_form(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing, protocol=2))  # noqa: S301  our own bytes


def as_dask_sends_it(thing: Any) -> Any:
    return pickle.loads(cloudpickle.dumps(thing))  # noqa: S301  our own bytes


@pytest.mark.parametrize("copied", [pickled, in_the_oldest_form, as_dask_sends_it, copy.deepcopy, copy.copy])
@pytest.mark.parametrize("name", OBJECTS)
def test_whatever_the_library_gives_can_be_copied(name: str, copied: Callable[[Any], Any]) -> None:
    thing = OBJECTS[name]

    again = copied(thing)

    assert type(thing) is type(again)
    assert told(thing) == told(again)
    assert thing == again or not _compares(thing) or isinstance(thing, osintkp.Check)


def test_every_public_class_is_among_what_was_copied() -> None:
    classes = {getattr(osintkp, name) for name in osintkp.__all__}
    classes = {each for each in classes if inspect.isclass(each)}
    things = [
        part for thing in OBJECTS.values() for part in (thing if isinstance(thing, tuple) else (thing,))
    ]
    inside = {
        osintkp.ClaimLink,
        osintkp.Suppression,
        osintkp.OsintkpError,
    }  # held by claims; the base of the errors

    assert set() == {
        each for each in classes - inside if not any(isinstance(thing, each) for thing in things)
    }
    assert any(claim.links for claim in SEEDS.claims)


def test_a_copied_corpus_answers_as_the_first_does() -> None:
    again = pickled(SEEDS)

    assert SEEDS.check() == again.check()
    assert str(SEEDS.figures()) == str(again.figures())
    assert SEEDS.claims.lineage == again.claims.lineage


def test_a_part_of_a_corpus_keeps_what_it_was_taken_from() -> None:
    again = pickled(SEEDS.without("s1"))

    assert SEEDS == again.taken_from
    assert str(SEEDS.without("s1").changes()) == str(again.changes())


@pytest.mark.parametrize("name", [name for name, thing in OBJECTS.items() if attrs.has(type(thing))])
def test_what_the_library_gives_does_not_change(name: str) -> None:
    thing = OBJECTS[name]
    field = attrs.fields(type(thing))[0].name if attrs.fields(type(thing)) else "anything"

    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        setattr(thing, field, None)


def printed(code: str, *flags: str, folder: Path | None = None) -> str:
    """Return what a fresh Python prints that runs some code and may not warn or complain."""
    if folder is None:
        words = ["-c", code]
    else:
        (folder / "program.py").write_text(code)
        words = [str(folder / "program.py")]
    run = subprocess.run(
        [sys.executable, "-W", "error", *flags, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ("", 0) == (run.stderr, run.returncode)
    return run.stdout


USE = f"""
import osintkp
def used():
    corpus = osintkp.load_seeds()
    draft = osintkp.read({ARTICLE!r}, published="2024-06-12", id="wire")
    both = corpus | draft
    findings = both.check()
    both.figures().series, both.origins(), str(both.timeline()), both.rendered("csv"), both._repr_html_()
    osintkp.find({ARTICLE!r}).amounts
    return both, findings
"""


def test_the_library_warns_of_nothing_and_prints_nothing_while_it_is_used() -> None:
    assert "" == printed(f"{USE}\nused()\n[getattr(osintkp, name) for name in osintkp.__all__]", "-X", "dev")


def test_importing_the_library_imports_nothing_else_of_it_and_no_logging() -> None:
    code = "import sys, osintkp\nprint([name for name in sys.modules if name.startswith(('osintkp', 'logging'))])"

    assert "['osintkp']\n" == printed(code, "-I")


HOST = """
import decimal, gc, locale, logging, os, random, signal, sys, threading, warnings
def host():
    return {
        "handlers": list(logging.root.handlers), "level": logging.root.level, "class": logging.getLoggerClass(),
        "disabled": logging.root.manager.disable,
        "own": [name for name in logging.root.manager.loggerDict if name.startswith("osintkp")],
        "warnings": list(warnings.filters), "show": warnings.showwarning,
        "gc": (gc.isenabled(), gc.get_threshold(), len(gc.callbacks)),
        "random": random.getstate(), "decimal": str(decimal.getcontext()), "locale": locale.setlocale(locale.LC_ALL),
        "environment": dict(os.environ), "folder": os.getcwd(), "path": list(sys.path), "umask": os.umask(0o22),
        "signals": [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE)],
        "hooks": (sys.excepthook, sys.displayhook, threading.excepthook, sys.gettrace(), sys.getprofile()),
        "limits": (sys.getrecursionlimit(), sys.getswitchinterval()), "threads": threading.active_count(),
        "finders": (list(sys.meta_path), list(sys.path_hooks)), "streams": (sys.stdout, sys.stderr),
        "digits": sys.get_int_max_str_digits(),
    }
before = host()
"""


def test_nothing_of_the_host_program_is_changed() -> None:
    code = f"{HOST}{USE}\nused()\nafter = host()\nprint([name for name in before if before[name] != after[name]])"

    assert "[]\n" == printed(code)


LOUD = """
import warnings
warnings.filterwarnings("ignore")

def extract(*_, **__):
    return "Mali lost 3 tanks near Gao."
"""


def test_reading_a_page_turns_no_warning_of_the_host_off(tmp_path: Path) -> None:
    (tmp_path / "trafilatura.py").write_text(LOUD)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "wire.html").write_text(
        "<html><body><p>Mali lost 3 tanks near Gao.</p></body></html>"
    )
    read = f"import osintkp\ncorpus = osintkp.load({str(tmp_path / 'pages')!r}, read=True)\n"
    told = "print('trafilatura' in sys.modules, len(corpus.claims), before['warnings'] == warnings.filters)"
    code = f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n{HOST}{read}{told}"

    assert "True 1 True\n" == printed(code)


def test_a_host_that_collects_no_garbage_is_left_alone() -> None:
    code = f"import gc\ngc.disable()\n{USE}\nused()\nprint(gc.isenabled())"

    assert "False\n" == printed(code)


STATE = """
import sys
def state():
    return {
        f"{name}.{key}": repr(value) for name, module in sorted(sys.modules.items()) if name.startswith("osintkp")
        for key, value in vars(module).items() if isinstance(value, (list, dict, set, bytearray)) and key[:2] != "__"
    }
"""


def test_no_module_keeps_anything_between_two_uses() -> None:
    code = f"{USE}{STATE}\nused()\nfirst = state()\nused()\nprint(first == state(), len(first) > 20)"

    assert "True True\n" == printed(code)


THREADS = f"""
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
sys.setswitchinterval(1e-5)
together = Barrier(8)
def work(number):
    together.wait()
{USE.replace(chr(10), chr(10) + "    ")}
    both, findings = used()
    return both, findings, str(both.figures()), str(both.origins()), str(both.timeline()), both.rendered("stix21")
with ThreadPoolExecutor(8) as pool:
    results = list(pool.map(work, range(8)))
print(all(result == results[0] for result in results), len(results[0][1]) > 50)
"""


def test_eight_threads_that_begin_at_once_get_equal_answers() -> None:
    assert "True True\n" == printed(THREADS)


def test_eight_threads_that_share_one_corpus_get_equal_answers() -> None:
    code = f"""
import gc, sys
from concurrent.futures import ThreadPoolExecutor
sys.setswitchinterval(1e-5)
{USE}
both, findings = used()
asks = [
    lambda: both.check() == findings, lambda: str(both.figures()), lambda: str(both.origins()), lambda: both.rendered("csv"),
    lambda: str(both.select(kind="shipment")), lambda: both.claims["s1/containers"].amount.to("container").magnitude,
]
with ThreadPoolExecutor(8) as pool:
    answers = list(pool.map(lambda number: asks[number % 6](), range(48)))
print(all(answer == answers[number % 6] for number, answer in enumerate(answers)), answers[0], gc.isenabled())
"""
    assert "True True True\n" == printed(code)


WORKERS = f"""
import multiprocessing
{USE}
def checked(corpus):
    return corpus, corpus.check()
if __name__ == "__main__":
    both, findings = used()
    with multiprocessing.get_context(METHOD).Pool(2) as pool:
        pool_results = pool.map(checked, [both, both])
        pool.close()
        pool.join()
    print(all(corpus == both and found == findings for corpus, found in pool_results))
"""


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_other_processes_get_a_corpus_and_give_findings_back(method: str, tmp_path: Path) -> None:
    assert "True\n" == printed(WORKERS.replace("METHOD", repr(method)), folder=tmp_path)


def test_joblib_sends_a_corpus_out_and_gets_findings_back(tmp_path: Path) -> None:
    code = f"""
import joblib
{USE}
if __name__ == "__main__":
    both, findings = used()
    calls = [joblib.delayed(both.select(source=name).check)() for name in ("s0", "s1", "wire")]
    apart = joblib.Parallel(n_jobs=2)(calls)
    here = [both.select(source=name).check() for name in ("s0", "s1", "wire")]
    joblib.dump(both, "{tmp_path}/corpus.joblib")
    print(apart == here, joblib.load("{tmp_path}/corpus.joblib") == both, joblib.hash(both) == joblib.hash(both))
"""
    assert "True True True\n" == printed(code, folder=tmp_path)


def test_every_kind_of_the_library_has_a_plural_that_checkers_know() -> None:
    kinds = {claim.kind for claim in SEEDS.claims}
    plurals = {name for name, value in vars(osintkp.Corpus).items() if isinstance(value, property)}

    assert {_plural(kind) for kind in record_types()} <= plurals
    for kind in kinds:
        assert SEEDS.select(kind=kind).claims == getattr(SEEDS, _plural(kind))
        by_hand = vars(osintkp.Corpus)["__getattr__"](
            SEEDS, _plural(kind)
        )  # as for a kind that somebody adds
        assert getattr(SEEDS, _plural(kind)) == by_hand

"""
Run every test under coverage, on two cores: tests, docstrings, documentation, examples.

What is to be tested is dealt into eight decks, and each of two hands takes the next deck when it has played one.

The tests that need the texts of the seeds run where ``../shared/seeds`` stands beside the checkout. Elsewhere one line
says that they were left out; with ``OSINTKP_NEED_TEXTS`` set, that is a failure. The same holds for the tests in a real
browser, which need a chromium, and for ``OSINTKP_NEED_BROWSER``; and for those of FollowTheMoney's own package, which ICU
is needed to build, and ``OSINTKP_NEED_FTM``; and for those on Spark, which take half a gigabyte and java, and
``OSINTKP_NEED_SPARK``. Those in a browser and those of growth run apart and without coverage: the driver changes stacks
under the tracer, and the tracer the times.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).parents[1]
TEXTS = ROOT.parent / "shared" / "seeds"
WITH_TEXTS = ROOT / "tests" / "with_texts"
BROWSER = ROOT / "tests" / "browser"
GROWTH = ROOT / "tests" / "growth"
WITH_FTM = ROOT / "tests" / "with_ftm"
WITH_SPARK = ROOT / "tests" / "with_spark"
HANDS, DECKS = 2, 8


def browser_path() -> str | None:
    """Return where the browser is that pages are tested in; None where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def has_ftm() -> bool:
    """Tell whether FollowTheMoney's own package is installed."""
    return find_spec("followthemoney") is not None


def has_spark() -> bool:
    """Tell whether Spark is installed, and java that it runs on."""
    return find_spec("pyspark") is not None and shutil.which("java") is not None


def lacks(folder: Path, what: str, variable: str) -> bool:
    """Tell in one line that the tests of a folder are left out; return whether they may not be."""
    print(f"left out: {len(list(folder.glob('test_*.py')))} test files that need {what}")
    if os.environ.get(variable):
        print(f"they have to run here ({variable} is set)")
    return bool(os.environ.get(variable))


def decks() -> list[list[str]]:
    """Deal what is to be tested into decks: the files of the tests by turns, the longest first; and all the rest."""
    left_out = {
        BROWSER,
        GROWTH,
        *([] if TEXTS.is_dir() else [WITH_TEXTS]),
        *([] if has_ftm() else [WITH_FTM]),
    }
    left_out |= set() if has_spark() else {WITH_SPARK}
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path.parent not in left_out]
    files = [path for path in files if "downstream" not in path.parts and "planted" not in path.parts]
    files.sort(key=lambda path: (-path.stat().st_size, path))
    dealt = [str(path.relative_to(ROOT)) for path in files]
    first, second, *others = [dealt[number::DECKS] for number in range(DECKS)]
    return [[*first, "README.md"], [*second, "docs", "src"], *others]


def apart() -> list[list[str]]:
    """Deal what runs without the tracer into two hands."""
    of_claims = sorted(map(str, GROWTH.glob("test_[a-e]*.py")))
    others = sorted({*map(str, GROWTH.glob("test_*.py"))} - {*of_claims})
    return [of_claims, [*others, *([] if browser_path() is None else [str(BROWSER)])]]


def side_by_side(command: list[str], tasks: list[list[str]]) -> bool:
    """Run a command on several tasks, two at once, and print what each said; return whether all went well."""

    def run(task: list[str]) -> tuple[int, str]:
        with TemporaryFile() as log:  # no pipe: what a test left running would hold it open
            whole = [*command, *task]
            done = subprocess.run(whole, cwd=ROOT, check=False, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603  our own command
            log.seek(0)
            return done.returncode, log.read().decode(errors="replace")

    well = True
    with ThreadPoolExecutor(HANDS) as hands:
        for status, told in hands.map(run, tasks):
            well &= status == 0
            print(told, end="", flush=True)
    return well


def main() -> int:
    """Run the suite and the examples; return the exit status."""
    if not TEXTS.is_dir() and lacks(
        WITH_TEXTS, f"the seeds' texts, which are not at {TEXTS}", "OSINTKP_NEED_TEXTS"
    ):
        return 1
    if browser_path() is None and lacks(BROWSER, "chromium, which is not installed", "OSINTKP_NEED_BROWSER"):
        return 1
    if not has_ftm() and lacks(WITH_FTM, "followthemoney, which is not installed", "OSINTKP_NEED_FTM"):
        return 1
    if not has_spark() and lacks(
        WITH_SPARK, "pyspark and java, which are not both here", "OSINTKP_NEED_SPARK"
    ):
        return 1
    run = [sys.executable, "-m", "coverage"]
    for old in ROOT.glob(".coverage.*"):
        old.unlink()
    if not side_by_side([*run, "run", "-m", "pytest", "--doctest-modules"], decks()):
        return 1
    if not side_by_side([sys.executable, "-m", "pytest"], apart()):
        return 1
    for step in ([*run, "run", str(path)] for path in sorted((ROOT / "examples").glob("*.py"))):
        quiet = subprocess.DEVNULL if "examples" in step[-1] else None
        status = subprocess.run(step, cwd=ROOT, check=False, stdout=quiet).returncode  # noqa: S603  our own command
        if status:
            print("failed:", *step[1:])
            return status
    subprocess.run([*run, "combine", "--quiet"], cwd=ROOT, check=True)  # noqa: S603  our own command
    return subprocess.run([*run, "report"], cwd=ROOT, check=False).returncode  # noqa: S603  our own command


if __name__ == "__main__":
    sys.exit(main())

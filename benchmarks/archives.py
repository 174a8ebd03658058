"""
How fast archives are read with one process and with two, how much memory that takes, and what a kill costs.

The archive is JSON Lines, made here from a seed: a few hundred invented articles of many countries, repeated with other
numbers. It is read with one process and with two by turns, several times; of each the best run counts, as the others were
slowed by whatever else the machine did; where it was busy all the time, the time of the processors tells more: what one
process took, against the busier of the process that deals out and the half of what two took. The processes are watched
while they read. In the end the folders are compared,
byte by byte; with ``--kills`` one more run is killed so many times and begun again, and is compared too.

Run it with ``python benchmarks/archives.py`` (4 MB), or ``python benchmarks/archives.py --size 1000 --runs 1``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from reading import article

FIRST = 200
READ = """
import sys
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
import osintkp
if __name__ == "__main__":
    report = osintkp.read_archive(sys.argv[1], sys.argv[2], jobs=int(sys.argv[3]), published="2025-06-01")
    busy = [used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))]
    print(report.seconds, *busy, report.size, report.articles, report.claims)
"""


def write_archive(path: Path, size: int) -> None:
    """Write articles with changed numbers until they have a size in bytes."""
    draw = Random(26)  # noqa: S311  a made text is no secret
    made = [article(draw) for _ in range(FIRST)]
    written = number = 0
    with path.open("w", encoding="utf-8") as stream:
        while written < size:
            text = re.sub(r"\b\d+\b", lambda found: changed(found[0], draw), made[number % FIRST])
            line = json.dumps({"id": f"wire-{number}", "text": text, "date": "2025-06-01"}) + "\n"
            written += stream.write(line)
            number += 1


def changed(figure: str, draw: Random) -> str:
    """Return another figure of as many digits; a year stays a year."""
    if len(figure) == 4 and figure.startswith(("19", "20")):
        return str(draw.randint(1990, 2025))
    return str(draw.randint(1, 9)) + "".join(str(draw.randint(0, 9)) for _ in figure[1:])


def started(archive: Path, folder: Path, jobs: int) -> subprocess.Popen[str]:
    """Start reading an archive into a folder, in a process of its own."""
    script = archive.with_name("read_it.py")
    script.write_text(READ, encoding="utf-8")
    command = [sys.executable, str(script), str(archive), str(folder), str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def watched(process: subprocess.Popen[str]) -> tuple[str, float, float]:
    """Return what a process prints, and the most memory that it and any process below it had, in MB."""
    own = below = 0.0
    while process.poll() is None:
        own = max(own, memory(process.pid))
        below = max([below, *map(memory, children(process.pid))])
        sleep(0.05)
    printed = "" if process.stdout is None else process.stdout.read()
    if process.returncode:
        raise SystemExit(process.returncode)
    return printed, own, below


def memory(process: int) -> float:
    """Return the memory of a process in MB, where the system tells; 0 of one that is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def children(process: int) -> list[int]:
    """Return the processes that a process has started."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in told.split()]


def contents(folder: Path) -> str:
    """Return a hash of all files of a folder with their names."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def killed(archive: Path, folder: Path, kills: int, seconds: float) -> None:
    """Read an archive, killed so many times on the way, and then to its end."""
    draw = Random()  # noqa: S311  a moment is no secret
    for _ in range(kills):
        process = started(archive, folder, 2)
        sleep(draw.uniform(0.1, seconds / kills))
        process.send_signal(signal.SIGKILL)
        process.wait()
    watched(started(archive, folder, 2))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure how fast archives are read.")
    parser.add_argument("--size", type=float, default=4, help="megabytes of the archive")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--kills", type=int, default=0)
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        archive = Path(place, "archive.jsonl")
        write_archive(archive, int(options.size * 1e6))
        table(archive, options.jobs, options.runs, options.kills)
    return 0


def table(archive: Path, jobs: list[int], runs: int, kills: int) -> None:
    """Print how each number of processes did, the best of several runs, and whether all wrote the same."""
    best: dict[int, float] = {}
    busy: dict[int, float] = {}
    peaks: dict[int, tuple[float, float]] = {}
    hashes = set()
    for _ in range(runs):
        for number in jobs:
            folder = archive.with_name(f"drafts-{number}")
            shutil.rmtree(folder, ignore_errors=True)
            begun = monotonic()
            printed, own, below = watched(started(archive, folder, number))
            seconds, own_time, time_below, size, articles, claims = printed.split()
            hashes.add(contents(folder))
            busiest = float(own_time) if number == 1 else max(float(own_time), float(time_below) / number)
            busy[number] = min(busy.get(number, 1e9), busiest)
            best[number] = min(best.get(number, 1e9), float(seconds))
            peaks[number] = max(peaks.get(number, (0.0, 0.0)), (own, below))
            print(
                f"  {number} at work: {float(seconds):.1f} s, {monotonic() - begun:.1f} s with its start; "
                f"of a processor {float(own_time):.1f} s, those below {float(time_below):.1f} s"
            )
    print(f"{int(articles):,} articles, {int(claims):,} drafts, {int(size) / 1e6:.1f} MB; best of {runs}")
    for number in jobs:
        own, below = peaks[number]
        rate = int(size) / 1e6 / best[number]
        print(
            f"{number} at work {best[number]:8.1f} s {rate:6.3f} MB/s {best[jobs[0]] / best[number]:6.2f} x, "
            f"by the time of the processors {busy[jobs[0]] / busy[number]:5.2f} x   "
            f"memory {own:.0f} MB, of each below {below:.0f} MB"
        )
    if kills:
        killed(archive, archive.with_name("drafts-killed"), kills, min(best.values()))
        hashes.add(contents(archive.with_name("drafts-killed")))
        print(f"killed {kills} times and begun again")
    print("the same, byte by byte" if len(hashes) == 1 else "NOT THE SAME")


if __name__ == "__main__":
    raise SystemExit(main())

"""The built wheel in an environment that has nothing else: the tutorial's core runs, and what is missing is told."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import stix2validator

from environments import ROOT, environment, printed
from osintkp.exports import export_named

DOWNSTREAM = ROOT / "tests" / "downstream"
SOURCE = DOWNSTREAM / "src"
OUTSIDE = [
    "altair", "vl_convert", "pyarrow", "pandas", "polars", "stix2", "prov", "rich", "shtab", "trafilatura", "tqdm", "numpy",
]  # fmt: skip
STIX = export_named("stix21").ending
DAY = """116 True ['csv', 'ftm', 'markdown', 'sarif', 'stix21', 'web_annotation']"""

CORE = """
import osintkp
corpus = osintkp.load_seeds()
assert len(corpus.sources) == 4
assert corpus.claims["s1/containers"].amount.to("container").magnitude == 6700
findings = corpus.check()
assert len(findings.of("figures-conflict")) > 1
draft = osintkp.read("Chad sent about 40 trucks to Sudan in May, the UN said.", published="2024-06-01", id="wire")
assert draft.accept("wire/shipment-1", by="ana").claims["wire/shipment-1"].coder == "ana"
assert osintkp.find("Around 40 trucks.").amounts[0].best == 40
corpus.save("saved"), corpus.save("all.jsonl"), corpus.report("page.html", title="Seeds")
assert osintkp.load("saved") == osintkp.load("all.jsonl") == corpus
for form in ("sarif", "stix21", "csv", "web_annotation"):
    corpus.export(form, ".")
assert corpus._repr_html_() and corpus.show("s1")._repr_html_() and osintkp.explain("QTY") and osintkp.schema()
print(len(corpus), len(findings))
"""

MISSING = [
    ("corpus.timeline().plot()", 'a picture needs altair: pip install "osintkp[plots]"'),
    ("corpus.figures().plot()", 'a picture needs altair: pip install "osintkp[plots]"'),
    ("corpus.origins().plot()", 'a picture needs altair: pip install "osintkp[plots]"'),
    ("corpus.to_arrow()", 'an Arrow table needs pyarrow: pip install "osintkp[frames]"'),
    ("corpus.to_parquet('x.parquet')", 'an Arrow table needs pyarrow: pip install "osintkp[frames]"'),
    ("corpus.to_pandas()", 'a frame of pandas needs pandas: pip install "osintkp[pandas]"'),
    ("corpus.to_polars()", 'a frame of polars needs polars: pip install "osintkp[polars]"'),
    ("corpus.rendered('prov')", 'a PROV document needs prov: pip install "osintkp[prov]"'),
    ("osintkp.load('.', read=True, progress=True)", 'a progress bar needs tqdm: pip install "osintkp[progress]"'),
    (
        "__import__('osintkp.reading.pages.texts', fromlist='x').article('<p>x', 'html', by='trafilatura')",
        'the text of a page by trafilatura needs trafilatura: pip install "osintkp[html]"',
    ),
    ("parser().parse_args(['--print-completion', 'zsh'])", 'shell completion needs shtab: pip install "osintkp[cli]"'),
]  # fmt: skip


@pytest.fixture(scope="session")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return environment(tmp_path_factory.mktemp("bare") / "environment", str(wheel))


def test_the_wheel_holds_the_package_with_its_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert {"osintkp", wheel.name.rpartition("-py3")[0] + ".dist-info"} == {
        name.partition("/")[0] for name in names
    }
    assert {"osintkp/py.typed", "osintkp/seeds/001.toml", "osintkp/data/style.css"} <= set(names)
    package = ROOT / "src"
    here = {path.relative_to(package).as_posix() for path in (package / "osintkp").rglob("*.py")}
    assert here == {name for name in names if name.endswith(".py")}


def test_an_environment_without_extras_has_none(bare: Path, tmp_path: Path) -> None:
    code = f"from importlib.util import find_spec\nprint([name for name in {OUTSIDE!r} if find_spec(name)])"

    assert "[]\n" == printed(bare, "-c", code, folder=tmp_path)


def test_the_tutorials_core_runs_without_extras(bare: Path, tmp_path: Path) -> None:
    assert "114 69\n" == printed(bare, "-c", CORE, folder=tmp_path)

    assert json.loads((tmp_path / "osintkp.sarif").read_text())["version"] == "2.1.0"
    options = stix2validator.ValidationOptions(strict=True, version="2.1")
    assert stix2validator.validate_file(str(tmp_path / f"osintkp{STIX}"), options).is_valid


def test_the_command_line_runs_without_extras(bare: Path, tmp_path: Path) -> None:
    newsroom = ROOT / "examples" / "newsroom"
    words = ["check", str(newsroom / "codings"), "--texts", str(newsroom / "articles")]

    told = printed(bare, "-m", "osintkp", *words, folder=tmp_path, status=1)
    assert told.startswith("2 findings: 1 error, 1 info\nERROR   QTY102 part-exceeds-whole")
    script = bare.with_name("osintkp")
    run = subprocess.run([str(script), *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (1, told, "") == (run.returncode, run.stdout, run.stderr)
    for more in (
        ["schema"],
        ["explain", "QTY101"],
        ["export", "findings", str(newsroom / "codings")],
        ["--version"],
    ):
        assert printed(bare, "-m", "osintkp", *more, folder=tmp_path)
    assert printed(bare, "-m", "osintkp", "report", words[1], folder=tmp_path).startswith(
        "osintkp.html: 2 sources"
    )
    assert printed(bare, "-m", "osintkp", "read", str(newsroom / "articles"), folder=tmp_path).endswith("\n")


def test_what_is_missing_is_told_in_one_sentence_with_the_command(bare: Path, tmp_path: Path) -> None:
    lines = [
        "import osintkp",
        "from osintkp.command import parser",
        "from osintkp.errors import MissingExtraError",
        "corpus = osintkp.load_seeds()",
        f"for code in {[code for code, _ in MISSING]!r}:",
        "    try: print('no error:', eval(code))",
        "    except MissingExtraError as error: print(error)",
    ]

    assert [sentence for _, sentence in MISSING] == printed(
        bare, "-c", "\n".join(lines), folder=tmp_path
    ).splitlines()


def test_a_downstream_program_runs_against_the_wheel(bare: Path, tmp_path: Path) -> None:
    code = f"import sys, runpy\nsys.path.insert(0, {str(SOURCE)!r})\nrunpy.run_module('newsdesk', run_name='__main__')"

    lines = printed(bare, "-B", "-c", code, folder=tmp_path).splitlines()

    assert DAY == lines[0]
    assert ["pandas pandas", "-1"] == lines[-2:]


@pytest.mark.parametrize("checker", ["mypy", "pyright", "ty"])
def test_a_downstream_program_type_checks_against_the_wheel(checker: str, bare: Path, tmp_path: Path) -> None:
    project = tmp_path / "newsdesk"
    project.mkdir()
    for name in ("pyproject.toml", "src"):
        (project / name).symlink_to(DOWNSTREAM / name)
    words = {
        "mypy": [
            "-m",
            "mypy",
            "--python-executable",
            str(bare),
            "--cache-dir",
            str(tmp_path / "cache"),
            "src",
        ],
        "pyright": ["-m", "pyright", "--pythonpath", str(bare), "-p", "."],
        "ty": ["-m", "ty", "check", "--python", str(bare.parents[1])],
    }[checker]

    run = subprocess.run([sys.executable, *words], cwd=project, capture_output=True, text=True, check=False)

    assert 0 == run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize("checker", ["mypy", "pyright", "ty"])
def test_a_checker_sees_what_a_downstream_program_has_wrong(checker: str, bare: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text(
        "import osintkp\n"
        "corpus = osintkp.load_seeds()\n"
        "osintkp.Corpsu\n"
        "corpus.select(sendr='KP')\n"
        "corpus.claims['s1/containers'].amount.low\n"
        "length: str = len(corpus.check())\n"
        "corpus.weapon_tests\n"
    )
    words = {
        "mypy": ["-m", "mypy", "--strict", "--python-executable", str(bare), "wrong.py"],
        "pyright": ["-m", "pyright", "--pythonpath", str(bare), "wrong.py"],
        "ty": [
            "-m",
            "ty",
            "check",
            "--output-format",
            "concise",
            "--python",
            str(bare.parents[1]),
            "wrong.py",
        ],
    }[checker]

    run = subprocess.run([sys.executable, *words], cwd=tmp_path, capture_output=True, text=True, check=False)

    seen = [line for line in range(3, 8) if f"wrong.py:{line}:" in run.stdout]
    assert (seen or run.stdout) == [3, *([] if checker == "ty" else [4]), 5, 6, 7]  # ty knows no Unpack yet

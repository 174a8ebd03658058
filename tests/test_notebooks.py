"""The notebooks run from top to bottom, and what their prose sets in bold is what they show."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import jupytext
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples" / "notebooks"
NOTEBOOKS = sorted(path.name for path in FOLDER.glob("*.py"))
BOLD = re.compile(r"\*\*(?! )(.+?)(?<! )\*\*")
TOGETHER = 2


async def executed(path: Path, room: asyncio.Semaphore) -> Any:
    """Return a notebook with the outputs that it has when it runs where it stands."""
    notebook = jupytext.read(path)
    where = {"metadata": {"path": str(path.parent)}}
    async with room:
        await NotebookClient(notebook, timeout=300, kernel_name="python3", resources=where).async_execute()
    return notebook


async def all_executed(paths: list[Path]) -> list[Any]:
    room = asyncio.Semaphore(TOGETHER)
    return list(await asyncio.gather(*(executed(path, room) for path in paths)))


@pytest.fixture(scope="module")
def notebooks() -> Mapping[str, Any]:
    """Return every notebook, executed, by its file's name; it is an error where a cell raises."""
    made = asyncio.run(all_executed([FOLDER / name for name in NOTEBOOKS]))
    return dict(zip(NOTEBOOKS, made, strict=True))


def shown(cell: Any) -> str:
    """Return what a reader sees below a cell: its text, and the words of its HTML."""
    texts = []
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        page = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", "".join(data.get("text/html", "")))
        texts += [output.get("text", ""), data.get("text/plain", ""), unescape(re.sub("<[^>]+>", "", page))]
    return "\n".join(texts)


def promises(notebook: Any) -> Iterator[tuple[str, str]]:
    """Give each phrase in bold with what the cells right before and right after its paragraph show."""
    cells = notebook.cells
    for number, cell in enumerate(cells):
        if cell.cell_type == "markdown":
            near = cells[max(0, number - 1) : number + 2]
            for phrase in BOLD.findall(cell.source):
                yield phrase, "\n".join(shown(each) for each in near)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_what_a_notebook_says_is_what_it_shows(name: str, notebooks: Mapping[str, Any]) -> None:
    told = list(promises(notebooks[name]))

    assert [] == [phrase for phrase, outputs in told if phrase not in outputs]
    assert len(told) >= 4


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_shows_something_and_warns_of_nothing(name: str, notebooks: Mapping[str, Any]) -> None:
    outputs = [output for cell in notebooks[name].cells for output in cell.get("outputs", ())]
    warned = [each["text"] for each in outputs if each.get("name") == "stderr"]

    assert len(outputs) >= 4
    assert [] == [text for text in warned if "starlette.testclient" not in text]


@pytest.mark.parametrize("name", ["1_first_steps.py", "2_reconcile_a_figure.py", "4_who_says_so.py"])
def test_what_a_notebook_shows_is_html_and_text(name: str, notebooks: Mapping[str, Any]) -> None:
    data = [
        output["data"]
        for cell in notebooks[name].cells
        for output in cell.get("outputs", ())
        if output.output_type == "execute_result"
    ]

    assert len(data) >= 2
    assert all({"text/html", "text/plain"} <= set(each) for each in data)


def test_there_are_five_notebooks_and_each_can_be_opened() -> None:
    assert 5 == len(NOTEBOOKS)
    for name in NOTEBOOKS:
        text = (FOLDER / name).read_text(encoding="utf-8")

        assert "format_name: percent" in text
        assert re.search(r"(?m)^# # [A-Z]", text)


def test_every_link_between_notebooks_leads_somewhere() -> None:
    linked = [
        target
        for name in NOTEBOOKS
        for target in re.findall(r"\]\(([^)]+)\)", (FOLDER / name).read_text(encoding="utf-8"))
    ]

    assert len(linked) >= 4
    assert [] == [target for target in linked if not (FOLDER / target).is_file()]


def test_a_cell_that_raises_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "broken.py"
    path.write_text("# %%\n1 / 0\n", encoding="utf-8")

    with pytest.raises(Exception, match="ZeroDivisionError"):
        asyncio.run(all_executed([path]))


def test_a_promise_that_is_not_kept_would_be_seen_and_the_kernel_is_this_interpreter(tmp_path: Path) -> None:
    path = tmp_path / "boast.py"
    path.write_text(
        "# %% [markdown]\n# **41 trucks**, of **40 trucks**\n\n# %%\nimport sys\n\nprint('40 trucks', sys.prefix)\n",
        encoding="utf-8",
    )

    (notebook,) = asyncio.run(all_executed([path]))

    assert ["41 trucks"] == [phrase for phrase, outputs in promises(notebook) if phrase not in outputs]
    assert sys.prefix in shown(notebook.cells[-1])

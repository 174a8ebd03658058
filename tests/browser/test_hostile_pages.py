"""Pages of hostile words in a real browser: nothing runs, nothing is asked for, nothing leads anywhere but to the web."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hostile_corpora import filled
from hostile_words import WORDS
from playwright.sync_api import Browser, Page, sync_playwright
from shown_things import samples, things

TOGETHER = "\n".join(WORDS.values())
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
KINDS = ("report", "article", "notebook")
LOADED = "img:not([src^='data:image/svg+xml;base64,']), iframe, object, embed, base, form[action], link, svg, video, audio, [onload], [onerror], [onclick], [style]"
PROTOCOLS = "[...new Set([...document.querySelectorAll('a[href]')].map(each => each.protocol))].sort()"
INTRUDER = """() => new Promise(done => {
    let blocked = 0;
    document.addEventListener('securitypolicyviolation', () => { blocked += 1; });
    const script = document.createElement('script');
    script.textContent = 'window.intruded = 1';
    document.body.append(script);
    const picture = document.createElement('img');
    picture.src = 'https://t.invalid/p.gif';
    document.body.append(picture);
    document.body.setAttribute('style', 'color: red');
    setTimeout(() => done([blocked, window.intruded === undefined]), 300);
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=import_module("run_tests").browser_path(), args=ARGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("hostile")
    some = filled(TOGETHER)
    shown = [each._repr_html_() for each in samples(things(some, TOGETHER)) if hasattr(each, "_repr_html_")]
    told = {
        "report": some.page(title=TOGETHER), "article": some.show("evil").page(),
        "notebook": f"<!doctype html><html lang=en><meta charset=utf-8><title>x</title><body>{''.join(shown)}",
    }  # fmt: skip
    for name, text in told.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in told}


class Heard(list[str]):
    """What a page did that no page of ours does."""

    def __init__(self, page: Page, own: str) -> None:
        super().__init__()
        page.on("console", lambda message: self.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("dialog", self._asked)
        page.on("popup", lambda popup: self.append(popup.url))
        page.on(
            "request",
            lambda request: None if request.url.startswith(("data:", own)) else self.append(request.url),
        )

    def _asked(self, dialog: Any) -> None:
        self.append(f"dialog {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_hostile_words_runs_and_asks_for_nothing(
    page: Page, pages: dict[str, Path], kind: str
) -> None:
    address = pages[kind].as_uri()
    heard = Heard(page, address)
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.wait_for_timeout(200)

    assert [] == heard
    assert 0 == page.locator(LOADED).count()
    assert set(page.evaluate(PROTOCOLS)) <= {"file:", "http:", "https:"}
    assert [] == page.evaluate(
        "[...document.querySelectorAll('a[href]')].filter(a => a.protocol === 'file:' && !a.getAttribute('href').startsWith('#')).map(a => a.href)"
    )
    assert "<script>alert(1)</script>" in page.inner_text("body")


@pytest.mark.parametrize("kind", ["report", "article"])
def test_the_policy_of_a_page_stops_what_would_get_in_all_the_same(
    page: Page, pages: dict[str, Path], kind: str
) -> None:
    page.goto(pages[kind].as_uri())

    assert [3, True] == page.evaluate(INTRUDER)


def test_a_page_that_is_not_ours_would_be_heard(page: Page, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<!doctype html><img src=file:///x onerror=alert(1)><script>alert(2)</script><a href='javascript:1'>x</a>",
        encoding="utf-8",
    )
    heard = Heard(page, bad.as_uri())
    page.goto(bad.as_uri())
    page.wait_for_timeout(200)

    assert {"dialog 2", "dialog 1", "file:///x"} <= set(heard)
    assert ["javascript:"] == page.evaluate(PROTOCOLS)
    assert 1 == page.locator(LOADED).count()

"""The report page, an article and a notebook in a real browser: clicks, links, keys, print, colours, and no request."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import osintkp
from export_cases import full, hostile, orphaned
from parsed import PAYLOADS

ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
browser_path = import_module("run_tests").browser_path
SCHEMES = ("light", "dark")
PAUSE = 5_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=browser_path(), args=ARGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    seeds = osintkp.load_seeds()
    evil = hostile("".join(PAYLOADS.values()))
    read = osintkp.read(
        "Chad received 40 trucks from France in June 2023.\n\nOn Monday the minister denied it.", id="wire"
    )
    written = {
        "report": seeds.page(), "article": read.show().page(), "full": full().page(), "evil": evil.page(),
        "orphaned": orphaned().page(), "notebook": notebook(seeds, read),
    }  # fmt: skip
    for name, text in written.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def notebook(seeds: osintkp.Corpus, read: osintkp.Corpus) -> str:
    """Return a page of everything that a notebook shows, each as an output of its own."""
    claim, found = seeds.claims["s1/containers"], seeds.check()
    things: list[Any] = [
        seeds, claim, claim.amount, claim.when, seeds.sources["s1"], seeds.figures(kind="shipment"), seeds.origins(),
        seeds.timeline(), found.of("LOG"), found[0], read.show(), osintkp.find("Around 40 trucks reached Goma, the UN said."),
    ]  # fmt: skip
    told = "".join(f"<section>{each._repr_html_()}</section>" for each in things)
    head = '<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>notebook</title>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body><main><h1>notebook</h1><h2>outputs</h2>{told}</main></body></html>'


class Heard(list[str]):
    """What went wrong on a page: errors, and requests of anything but the file itself."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        page.on("console", lambda message: self.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("dialog", lambda dialog: self.append(dialog.message))
        page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme != "data" and not url.startswith("file:///"):
            self.append(url)


Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, pages: Path) -> Iterator[Open]:
    """Open a page by its name; at the end nothing may have gone wrong on it."""
    contexts, heard = [], []

    def open_page(name: str, anchor: str = "", **options: Any) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        context.set_default_timeout(PAUSE)
        contexts.append(context)
        page = context.new_page()
        heard.append(Heard(page))
        page.goto(f"{(pages / f'{name}.html').as_uri()}{anchor}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [[]] * len(heard) == heard


def seen(page: Page) -> int:
    return page.locator(".finding:visible").count()


def test_every_finding_is_there_and_the_form_to_filter_them(opened: Open) -> None:
    page = opened("report")
    count = len(osintkp.load_seeds().check())

    assert count == seen(page)
    assert page.locator("#filters").is_visible()
    assert f"{count} findings" == page.locator("#shown").inner_text()


def test_findings_are_filtered_by_severity(opened: Open) -> None:
    page = opened("report")
    every = seen(page)
    page.get_by_label("info").uncheck()
    left = page.locator(".finding:visible")

    assert 0 < left.count() < every
    assert [] == [
        each for each in left.evaluate_all("all => all.map(e => e.dataset.severity)") if each == "info"
    ]
    assert f"{left.count()} of {every} findings" == page.locator("#shown").inner_text()
    assert not page.locator("#findings-info").is_visible()

    page.get_by_role("button", name="show all").click()
    page.get_by_text(f"{every} findings", exact=True).first.wait_for()
    assert every == seen(page)


def test_findings_are_filtered_by_check_and_by_source(opened: Open) -> None:
    page = opened("report")
    page.locator("#filter-check").select_option("embargo-breached")

    assert {"embargo-breached"} == set(
        page.locator(".finding:visible").evaluate_all("all => all.map(e => e.dataset.check)")
    )

    page.locator("#filter-check").select_option("")
    page.locator("#filter-source").select_option("s2")
    sources = page.locator(".finding:visible").evaluate_all(
        "all => all.map(e => e.dataset.sources.split(' '))"
    )

    assert sources
    assert [] == [each for each in sources if "s2" not in each]


def test_findings_are_filtered_by_words_each_of_which_has_to_be_there(opened: Open) -> None:
    page = opened("report")
    page.get_by_label("words", exact=True).fill("  CONTAINERS embargo ")
    texts = page.locator(".finding:visible").all_inner_texts()

    assert texts
    assert [] == [each for each in texts if "embargo" not in each.lower()]

    page.get_by_label("words", exact=True).fill("no such word <b>")
    assert 0 == seen(page)
    assert page.locator("#shown").inner_text().startswith("0 of ")


def test_enter_in_the_form_leads_nowhere(opened: Open) -> None:
    page = opened("report")
    page.get_by_label("words", exact=True).fill("seoul")
    page.keyboard.press("Enter")

    assert "" == urlsplit(page.url).query
    assert "seoul" == page.get_by_label("words", exact=True).input_value()


@pytest.mark.parametrize("name", ["report", "full", "evil", "orphaned", "article"])
def test_every_link_lands_on_what_it_names_and_no_name_stands_twice(opened: Open, name: str) -> None:
    page = opened(name)
    twice = page.evaluate(
        "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) !== n)"
    )
    dead = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"
    )

    assert [] == twice
    assert [] == dead


def at_top(page: Page, name: str) -> bool:
    """Tell whether a thing stands within the window, below the bar at its top."""
    box = page.evaluate(
        "name => { const b = document.getElementById(name).getBoundingClientRect(); return [b.top, b.bottom]; }",
        name,
    )
    bar = page.evaluate("document.querySelector('nav').getBoundingClientRect().bottom")
    return bool(bar - 2 <= box[0] < 900 and box[1] > box[0])


def test_links_go_from_a_finding_to_its_claim_and_back(opened: Open) -> None:
    page = opened("report")
    first = page.locator("#finding-1 p a").first
    claim = first.inner_text()
    first.click()

    assert f"#claim-{claim}" == f"#{page.url.partition('#')[2]}"
    assert at_top(page, f"claim-{claim}")

    note = page.locator(f"[id='claim-{claim}']")
    note.locator("summary").click()
    note.get_by_role("link", name="#1", exact=False).first.click()
    assert page.url.endswith("#finding-1")
    assert at_top(page, "finding-1")
    assert page.locator("#finding-1 details").first.get_attribute("open") is not None


def test_links_go_from_a_figure_to_its_claim_to_its_row(opened: Open) -> None:
    page = opened("report")
    page.locator("[id='figure-s1/containers'] a").click()
    assert at_top(page, "claim-s1/containers")

    page.locator("[id='claim-s1/containers']").get_by_role(
        "link", name="s1/containers among the figures"
    ).click()
    assert at_top(page, "figure-s1/containers")


def test_a_mark_leads_to_its_note_and_the_note_to_the_mark(opened: Open) -> None:
    page = opened("article")
    page.get_by_role("link", name="claim 1, wire/shipment-1").click()
    assert page.url.endswith("#claim-wire/shipment-1")

    page.get_by_role("link", name="1, words of wire/shipment-1", exact=True).click()
    assert page.url.endswith("#words-wire/shipment-1")


def test_a_link_to_what_is_filtered_away_shows_it(opened: Open) -> None:
    page = opened("report")
    page.get_by_label("words", exact=True).fill("zzz")
    assert 0 == seen(page)
    page.evaluate("location.hash = '#finding-3'")
    page.locator("#finding-3").wait_for(state="visible")

    assert at_top(page, "finding-3")
    assert "" == page.get_by_label("words", exact=True).input_value()


def test_a_page_opened_at_a_finding_shows_its_working(opened: Open) -> None:
    page = opened("report", "#finding-2")

    assert at_top(page, "finding-2")
    assert page.locator("#finding-2 table").first.is_visible()
    assert not page.locator("#finding-1 table").first.is_visible()


def test_an_odd_anchor_does_no_harm(opened: Open) -> None:
    assert 0 < seen(opened("report", "#%E0%A4%A"))
    assert 0 < seen(opened("report", "#nothing"))


def focused(page: Page) -> str:
    return str(
        page.evaluate(
            "document.activeElement.textContent || document.activeElement.id || document.activeElement.value"
        )
    )


def test_the_keys_go_through_the_page_in_its_order(opened: Open) -> None:
    page = opened("report")
    order = []
    for _ in range(18):
        page.keyboard.press("Tab")
        order.append(focused(page).strip())
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"

    assert ["skip to the findings", "5 errors", "15 warnings"] == order[:3]
    assert ["Findings", "Figures", "Timeline", "Origins", "Sources"] == order[4:9]
    assert ["error", "warning", "info"] == order[9:12]
    assert ["filter-words", "show all", "#1"] == order[14:17]


def test_the_first_key_skips_to_the_findings(opened: Open) -> None:
    page = opened("report")
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("e => e.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")

    assert page.url.endswith("#findings")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#filters')")


def test_what_is_folded_opens_by_keys(opened: Open) -> None:
    page = opened("report")
    page.locator("#finding-1 summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#finding-1 table").first.is_visible()
    page.keyboard.press("Space")
    assert not page.locator("#finding-1 table").first.is_visible()


def test_without_its_script_the_page_shows_everything(opened: Open) -> None:
    page = opened("report", java_script_enabled=False)

    assert len(osintkp.load_seeds().check()) == seen(page)
    assert not page.locator("#filters").is_visible()


def test_nothing_foreign_runs_however_the_words_try(opened: Open) -> None:
    page = opened("evil")

    assert 1 == page.locator("script").count()
    assert 0 == page.locator("svg, iframe, object, embed, [onerror], [onload]").count()
    assert 0 == page.locator("img:not([src^='data:image/svg+xml;base64,'])").count()


def test_the_policy_of_the_page_stops_what_others_put_into_it(browser: Browser, pages: Path) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((pages / "report.html").as_uri())
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
        " const i = document.createElement('img'); i.src = 'https://t.invalid/p.gif'; document.body.append(i); }"
    )

    assert page.evaluate("window.ran === undefined")
    assert 2 == sum("Content Security Policy" in each for each in said)
    page.close()


def test_on_paper_everything_is_open_and_nothing_is_to_be_clicked(opened: Open) -> None:
    page = opened("report", java_script_enabled=False)
    page.emulate_media(media="print")
    unseen = page.evaluate(
        "[...document.querySelectorAll('details > :not(summary)')].filter(e => e.getBoundingClientRect().height === 0).length"
    )

    assert 0 == unseen
    for name in ("nav", "#filters", ".skip", "footer"):
        assert 0 == page.locator(f"{name}:visible").count()
    assert page.locator(".finding table").first.is_visible()


def test_printing_opens_what_is_folded_and_folds_it_again(opened: Open, tmp_path: Path) -> None:
    page = opened("report")
    page.evaluate(
        "() => { document.querySelector('details').open = true; window.dispatchEvent(new Event('beforeprint')); }"
    )
    assert 0 == page.locator("details:not([open])").count()

    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert 1 == page.locator("details[open]").count()

    page.pdf(path=tmp_path / "report.pdf", format="A4")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_on_dark_paper_is_printed_light(opened: Open) -> None:
    page = opened("report", color_scheme="dark")
    assert "rgb(230, 233, 238)" == page.evaluate("getComputedStyle(document.body).color")

    page.emulate_media(media="print", color_scheme="dark")
    assert "rgb(27, 32, 40)" == page.evaluate("getComputedStyle(document.body).color")


@pytest.mark.parametrize("name", ["report", "article", "full", "evil"])
@pytest.mark.parametrize("width", [400, 1280])
def test_the_page_is_never_wider_than_the_window(opened: Open, name: str, width: int) -> None:
    page = opened(name, viewport={"width": width, "height": 900})

    assert width >= page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["report", "article", "full", "notebook"])
def test_axe_finds_nothing_to_blame(opened: Open, name: str, scheme: str) -> None:
    page = opened(name, color_scheme=scheme)
    page.evaluate(
        "[...document.querySelectorAll('details')].slice(0, 20).forEach(each => { each.open = true; })"
    )
    found = Axe().run(page).response["violations"]

    assert [] == [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["report", "article", "notebook"])
def test_a_picture_of_the_page_can_be_taken(opened: Open, tmp_path: Path, name: str, scheme: str) -> None:
    page = opened(name, color_scheme=scheme)
    picture = page.screenshot(path=tmp_path / f"{name}-{scheme}.png")
    ground = page.evaluate("getComputedStyle(document.querySelector('.osintkp')).backgroundColor")

    assert picture.startswith(b"\x89PNG")
    assert {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}[scheme] == ground


def test_a_browser_is_at_hand() -> None:
    assert shutil.which(str(browser_path()))

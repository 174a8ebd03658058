from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from costs import cost
from osintkp.reading.pages.blocks import Block
from osintkp.reading.pages.layout import layout
from osintkp.reading.pages.structure import Structure, structure
from osintkp.reading.tokens import Tokens


def page(text: str) -> Structure:
    return structure(Tokens(text))


def said(text: str) -> list[str]:
    return [text[each.start : each.end] for each in page(text).sentences]


def parts(text: str) -> list[str]:
    return [block.part for block in page(text).blocks]


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in page(text).quotations]


BODY = "The convoy left El Fasher at dawn and reached the border town of Tine a day later, officials said."
MORE = "Aid workers counted forty trucks on the road, and said that twelve of them had carried fuel for the army."


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State Marco Diaz met U.N. Special Envoy Ali Bah in Tripoli.",
        "Gen. Abdel Haftar met Lt. Col. Musa Kone and Sen. Ann Roe in Benghazi.",
        "The No. 3 unit and No. 12 Battery crossed the river.",
        "On Jan. 7 and Sept. 12 the rebels shelled Goma.",
        "Fuel, e.g. diesel, and food, i.e. flour, reached Gao.",
        "About 3.5 million people fled Sudan.",
        "J. D. Okoro and A. Traore led the raid.",
        "They waited... and waited for the ship to Hodeidah.",
        "They said that the … Wagner column had left Kidal.",
        "The report [...] names the port of Bandar Abbas.",
        "The report by Marsh & Co. Analytics names Acme Inc. Holdings.",
        "It sailed at 5 p.m. on Monday from Jeddah.",
        "See Art. 5 and Fig. 3 of Res. 2216 on Yemen.",
        "The site kremlin.example and the file v1.2.3 name him.",
        "\u201cWho sent them?\u201d he asked in Asmara.",
        "\u201cStop the trucks!\u201d General Abiy shouted.",
        "\u201cThey left Mekelle,\u201d he said, \u201cand will not return.\u201d",
        "The rebels (about 300 men) hold Bukavu.",
        "She called it a \u201cred line.\u201d and left.",
        "What of it? asked the mayor of Stepanakert.",
        "The U.S.-made drones hit Marib.",
        "They met at 5 p.m. Moscow time and at 7 p.m. Monday in Doha, then at 9 p.m. GMT.",
        "Fuel (approx. 30 barrels) and vol.12 of the report by Bah et al. were lost.",
        "The army paid $3.5bn. in 2023.",
        "They left Goma [...] The next day they were back.",
        "Gen. A. Bah met Rep. Ann Roe on Sun. May 5.",
        "Soldiers from St. Louis trained near Mt. Kenya.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert [text] == said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ships left Aden. They carried oil.", ["Ships left Aden.", "They carried oil."]),
        ("He left the U.S. The army stayed.", ["He left the U.S.", "The army stayed."]),
        ("It sailed at 5 p.m. Tugs followed.", ["It sailed at 5 p.m.", "Tugs followed."]),
        ("He answered no. The army stayed.", ["He answered no.", "The army stayed."]),
        ("She came in Sept. The army stayed.", ["She came in Sept.", "The army stayed."]),
        ("It hired Acme Inc. It paid well.", ["It hired Acme Inc.", "It paid well."]),
        ("They took food, tents etc. The rest stayed.", ["They took food, tents etc.", "The rest stayed."]),
        ("\u201cWe won.\u201d The army denied it.", ["\u201cWe won.\u201d", "The army denied it."]),
        ("\u201cIs it so?\u201d The army was silent.", ["\u201cIs it so?\u201d", "The army was silent."]),
        ('"We won." "They lost."', ['"We won."', '"They lost."']),
        ("They fled (to Chad.) Others stayed.", ["They fled (to Chad.)", "Others stayed."]),
        ("They fled. (Others stayed.)", ["They fled.", "(Others stayed.)"]),
        ("They waited... The ship sank.", ["They waited...", "The ship sank."]),
        ("Why? Because. So!? Yes.", ["Why?", "Because.", "So!?", "Yes."]),
        ("The convoy left.The army stayed.", ["The convoy left.", "The army stayed."]),
        ("They left in 2023. 43 tankers stayed.", ["They left in 2023.", "43 tankers stayed."]),
        ("He is in Gaza. al-Qassam fired.", ["He is in Gaza.", "al-Qassam fired."]),
        ("He led Plan B. The army stayed.", ["He led Plan B.", "The army stayed."]),
        ("He said \u201cgo.\u201dThe army went.", ["He said \u201cgo.\u201d", "The army went."]),
        ("He said so.\u201cThe army went.\u201d", ["He said so.", "\u201cThe army went.\u201d"]),
        ("Ten trucks burned.12 The army stayed.", ["Ten trucks burned.12", "The army stayed."]),
        ("They sat. Tanks came.", ["They sat.", "Tanks came."]),
        ("The men sat in Wall St. They left.", ["The men sat in Wall St.", "They left."]),
        ("It sailed at 5 p.m. Port workers saw it.", ["It sailed at 5 p.m.", "Port workers saw it."]),
        ("Why... who? The army.", ["Why... who?", "The army."]),
        ("\u201cGo...\u201d The army went.", ["\u201cGo...\u201d", "The army went."]),
        ("\u201cGo?!\u201d The army went.", ["\u201cGo?!\u201d", "The army went."]),
        ("\u041e\u043d \u0443\u0448\u0451\u043b. \u041e\u043d\u0430 \u043e\u0441\u0442\u0430\u043b\u0430\u0441\u044c.", ["\u041e\u043d \u0443\u0448\u0451\u043b.", "\u041e\u043d\u0430 \u043e\u0441\u0442\u0430\u043b\u0430\u0441\u044c."]),
    ],
)  # fmt: skip
def test_two_sentences_are_cut_where_the_first_ends(text: str, expected: list[str]) -> None:
    assert expected == said(text)


def test_a_line_without_a_stop_ends_its_sentence() -> None:
    text = f"{BODY[:-1]}\n\nThe army of Chad denied that it had let the trucks pass over its border."

    assert text.split("\n\n") == said(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} It was led by Idriss\n\n\n\nMahamat, the head of a militia that holds the road to the north.",
        f"{BODY} It was the first to pass since the signing of the\n\n*Treaty of Tine*, which had closed the road.",
        f"{BODY} It was the first that passed the most important\n\n\nborder post, which had been closed.",
        f"{BODY} It was met by Gen.\n\nIdriss Mahamat, who let it pass.",
    ],
)
def test_a_sentence_goes_on_over_a_soft_break(text: str) -> None:
    assert [BODY, text[len(BODY) + 1 :]] == said(text)
    assert ["lede"] == parts(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n{MORE}",
        f"{BODY} {BODY[:-1]}\n\n{MORE}",
        f"{BODY} {BODY[:-1]}:\n\n{MORE}",
        f"{BODY} {BODY[:-1]}?\n\n{MORE}",
    ],
)
def test_paragraphs_that_end_are_not_joined(text: str) -> None:
    assert ["lede", "body"] == parts(text)


def test_lines_cut_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "The port of Hodeidah took in nine ships with grain in the month of\n"
        "June. Port workers said that the ships had come from Djibouti, where\n"
        "Yemeni traders had bought the grain. Two of them carried fuel.\n\n" + MORE
    )

    assert ["lede", "body"] == parts(text)
    assert 4 == len(said(text))


@pytest.mark.parametrize(
    "line",
    [
        "Rebels Take The Town Of Bria", "## What the army says.", "**Who sent the tanks**", "A BLOW FOR KHARTOUM", "A big blow in the Sahel",
        "### **Ties that bind**", "Where did the shells go?", "200 trucks for Gaza",
    ],
)  # fmt: skip
def test_a_heading_is_told_from_a_sentence(line: str) -> None:
    assert ["lede", "heading", "body"] == parts(f"{BODY}\n\n{line}\n\n{MORE}")


@pytest.mark.parametrize(
    "line", ["The rebels took Bria.", "The army said:", "\u201cWe took Bria!\u201d", "**No tank was lost.**"]
)
def test_a_short_sentence_is_no_heading(line: str) -> None:
    assert ["lede", "body", "body"] == parts(f"{BODY}\n\n{line}\n\n{MORE}")


def test_a_long_first_line_without_a_stop_is_a_heading() -> None:
    line = "Eritrea and Ethiopia trade blame over who sent the drones and the trucks that crossed into the north of Tigray"

    assert ["heading", "lede"] == parts(f"{line}\n{BODY}")
    assert ["lede", "body", "body"] == parts(f"{BODY}\n{line} as night fell\n{MORE}")


def test_a_text_of_one_line_is_no_heading() -> None:
    assert ["lede"] == parts("Iran sent 20 drones to Sudan")
    assert ["heading"] == parts("# Iran sent 20 drones to Sudan")


@pytest.mark.parametrize(
    "line",
    [
        "Picture source: Port of Aden, 3 May 2024", "Photo: Amina Bello", "(AP Photo/Ann Roe)", "FILE PHOTO: Soldiers stand guard in Goma.",
        "Soldiers stand guard in Goma last May. Ann Roe/Getty Images", "![Trucks at Rafah](rafah.png)", "Image caption: Trucks wait.",
    ],
)  # fmt: skip
def test_a_caption_is_told(line: str) -> None:
    assert ["lede", "caption", "body"] == parts(f"{BODY}\n\n{line}\n\n{MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "By Amina Bello",
        "By *Amina Bello* and Ann Roe",
        "November 22, 2024",
        "Published: 3 May 2024, 10:30 GMT",
        "Updated 5 June 2024",
    ],
)
def test_a_byline_is_told(line: str) -> None:
    assert ["heading", "byline", "lede"] == parts(f"Rebels take Bria\n\n{line}\n\n{BODY}")


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert ["heading", "lede"] == parts("Rebels take Bria\n\nBy Monday the rebels had taken Bria.")


@pytest.mark.parametrize(
    "line",
    [
        "No time to read?", "Get a summary", "Advertisement", "Share this", "Read more: Who holds Bria", "ALSO READ: Who Holds Bria; And Why",
        "Subscribe to our daily letter", "\u00a9 2024 The Sahel Post. All rights reserved.", "We use cookies to make this site work.", "---", "* * *", "17", "FOR IMMEDIATE RELEASE",
        "https://www.example.org/a/b", "Tel: 967-1-555555 Fax: 967-1-555556", "No. 7, Lane 4, Port Rd., Aden District", "+967 1 555 555",
        "(Amina Bello is a fellow at the Institute of Sahel Studies.)", "Editor's Note: Names were changed.", "Reporting by Ann Roe; editing by Bob Poe",
        "Sign up here for the free newsletter of the Sahel Post.",
    ],
)  # fmt: skip
def test_what_is_no_reporting_is_set_aside(line: str) -> None:
    assert ["lede", "boilerplate", "body"] == parts(f"{BODY}\n\n{line}\n\n{MORE}")


@pytest.mark.parametrize("line", ["References", "## Notes:", "Sources:", "**Endnotes**"])
def test_notes_at_the_foot_are_set_aside_to_the_end(line: str) -> None:
    assert ["lede", "body", "body", "boilerplate", "boilerplate"] == parts(
        f"{BODY}\n\n{MORE}\n\n{MORE}\n\n{line}\n\n{MORE}"
    )
    assert "boilerplate" not in parts(f"{BODY}\n\n{line}\n\n{MORE}\n\n{MORE}\n\n{MORE}")


def test_keys_and_values_at_the_head_of_a_page_are_set_aside() -> None:
    assert [*["boilerplate"] * 4, "lede"] == parts(
        f"---\ntitle: Rebels take Bria\ndate: 2024-05-03\n---\n\n{BODY}"
    )
    assert ["boilerplate", "lede"] == parts(f"---\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "Tel Aviv said that no tank was lost.", "Officials shared this account of the raid.", "Next the rebels took Bria, and held it.",
        "Copyrighted maps were found on the men.", "About this the army kept silent.", "He lives in the street behind the port, 5 km on.",
    ],
)  # fmt: skip
def test_reporting_that_sounds_alike_is_kept(line: str) -> None:
    assert ["lede", "body", "body"] == parts(f"{BODY}\n\n{line}\n\n{MORE}")


def test_the_title_below_next_article_is_another_pages() -> None:
    text = f"{BODY}\n\n{MORE}\n\nPrevious Article\n\nTen Tanks Seen Near Goma\n\nNext Article\n\nFuel Prices Rise in Aden"

    assert ["lede", "body", *["boilerplate"] * 4] == parts(text)


def test_only_one_title_stands_below_a_link_to_the_next_page() -> None:
    text = f"{BODY}\n\nNext Article\n\nTen Tanks Seen Near Goma\n\nWhat the army says\n\n{MORE}"

    assert ["lede", "boilerplate", "boilerplate", "heading", "body"] == parts(text)


def test_a_long_note_is_set_aside_wherever_it_stands() -> None:
    assert ["boilerplate", "lede"] == parts(f"Editor's note: {MORE} {MORE} {MORE} {MORE}\n\n{BODY}")


def test_a_paragraph_that_a_comma_breaks_off_goes_on() -> None:
    assert ["lede"] == parts(
        f"{BODY} It was led, in the days before the rains came to the town and closed the road to Tine,\n\nBy the militia."
    )
    assert ["heading", "lede"] == parts(f"Rebels take Bria, Ouadda\n\n{BODY}")
    assert ["lede", "body"] == parts(f"To the north of Bria,\n\n{BODY}")


def test_the_foot_of_a_page_is_set_aside_to_its_end() -> None:
    text = f"{BODY}\n\n{MORE}\n\n{MORE}\n\nAbout the author\n\n{MORE}\n\nPort Institute"

    assert ["lede", "body", "body", "boilerplate", "boilerplate", "boilerplate"] == parts(text)


def test_a_note_at_the_top_does_not_set_the_page_aside() -> None:
    text = f"Editor's note: Names were changed.\n\n{BODY}\n\n{MORE}\n\n{MORE}"

    assert ["boilerplate", "lede", "body", "body"] == parts(text)


@pytest.mark.parametrize(
    "bullet", ["- ", "* ", "\u2022 ", "\u2022", "> - ", "\u2013 ", "", "1. ", "2) ", "(a) ", "(iv) "]
)
def test_an_item_of_a_list_knows_the_sentence_that_introduces_it(bullet: str) -> None:
    text = f"{BODY}\n\nThe United Arab Emirates sent:\n\n{bullet}20 trucks;\n{bullet}5 drones; and\n{bullet}a ship.\n\n{MORE}"
    found = page(text)

    assert ["lede", "body", "item", "item", "item", "body"] == [block.part for block in found.blocks]
    assert [None, None, 1, 1, 1, None] == [each.lead for each in found.sentences]
    assert "20 trucks;" == said(text)[2]


def test_items_without_an_introduction_have_none() -> None:
    text = f"{BODY}\n\n- 20 trucks left Goma.\n- 5 drones fell."

    assert [None, None, None] == [each.lead for each in page(text).sentences]


def test_items_below_a_heading_are_introduced_by_it() -> None:
    text = f"{BODY}\n\n## Losses of the army\n\n- 20 trucks\n- 5 drones"

    assert [None, None, 1, 1] == [each.lead for each in page(text).sentences]


def test_paragraphs_after_a_colon_are_no_items() -> None:
    assert ["lede", "body", "body"] == parts(f"{BODY}\n\nFact check:\n\n{MORE}")


def test_a_list_within_a_sentence_is_cut_into_items() -> None:
    text = "Egypt sent three things: 20 trucks of flour; 300 tents; and two field hospitals."
    found = page(text)

    assert [
        "Egypt sent three things:",
        "20 trucks of flour;",
        "300 tents;",
        "and two field hospitals.",
    ] == said(text)
    assert [None, 0, 0, 0] == [each.lead for each in found.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Egypt sent trucks; Qatar sent tents; both were late.",
        "One thing is sure: the war goes on; nobody wins.",
        "He said: \u201cWe came; we saw; and we left at 5:30.\u201d",
        "They met at 5:30 in Doha; they left; and they met again.",
    ],
)
def test_semicolons_without_a_list_cut_nothing(text: str) -> None:
    assert [text] == said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cWe left Goma,\u201d he said. \u201cWe won\u2019t return.\u201d", ["\u201cWe left Goma,\u201d", "\u201cWe won\u2019t return.\u201d"]),
        ('"We left Goma," he said. "We won\'t return."', ['"We left Goma,"', '"We won\'t return."']),
        ("\u00abWe left Goma\u00bb, he said.", ["\u00abWe left Goma\u00bb"]),
        ("\u00bbWe left Goma\u00ab, he said.", ["\u00bbWe left Goma\u00ab"]),
        ("\u201eWe left Goma\u201c, he said.", ["\u201eWe left Goma\u201c"]),
        ("\u2018We left the soldiers\u2019 camp in Goma,\u2019 he said.", ["\u2018We left the soldiers\u2019 camp in Goma,\u2019"]),
        ("'We left the soldiers' camp in Goma,' he said.", ["'We left the soldiers' camp in Goma,'"]),
        ("The soldiers' camp and the army's tanks aren't there.", []),
        ("The soldiers\u2019 camp of the \u201990s is gone, 'til the '90s' end.", []),
        ("\u201cHe said \u2018go\u2019 to us,\u201d she said.", ["\u201cHe said \u2018go\u2019 to us,\u201d"]),
        ("The 12\" guns and the 5'10\" man left.", []),
        ("(\u201cWe left.\u201d)", ["\u201cWe left.\u201d"]),
        ("They called it\u2014\u201ca red line\u201d\u2014twice.", ["\u201ca red line\u201d"]),
    ],
)  # fmt: skip
def test_direct_speech_is_found(text: str, expected: list[str]) -> None:
    assert expected == quoted(text)
    assert all(each.closed for each in page(text).quotations)


def test_a_quotation_without_its_closing_mark_ends_with_the_paragraph() -> None:
    text = f"He said: \u201cWe left Goma. We are gone.\n\n{MORE}"
    (found,) = page(text).quotations

    assert "\u201cWe left Goma. We are gone." == text[found.start : found.end]
    assert not found.closed
    assert not found.short


def test_a_quotation_without_its_opening_mark_begins_with_its_sentence() -> None:
    text = "It rained. This is a defeat for us,\u201d one officer said. \u201cBut we hold Goma.\u201d"

    assert ["This is a defeat for us,\u201d", "\u201cBut we hold Goma.\u201d"] == quoted(text)
    assert [False, True] == [each.closed for each in page(text).quotations]


def test_a_second_opening_mark_ends_what_was_left_open() -> None:
    text = "He said \u201cwe left Goma and \u201cwe won\u201d again."

    assert ["\u201cwe left Goma and ", "\u201cwe won\u201d"] == quoted(text)


def test_speech_over_paragraphs_opens_anew_and_goes_on() -> None:
    text = (
        "\u201cWe left Goma.\n\n\u201cWe will not return.\n\n\u201cNever.\u201d\n\n\u201cOh,\u201d she said."
    )

    assert [(False, False), (False, True), (True, True), (True, False)] == [
        (each.closed, each.continues) for each in page(text).quotations
    ]


def test_a_few_words_in_marks_are_short_and_speech_is_not() -> None:
    text = "The \u201cspecial operation\u201d failed. \u201cWe won,\u201d he said of \u201cthe long war for the wells of the north.\u201d"

    assert [True, False, False] == [each.short for each in page(text).quotations]


def test_a_word_is_joined_to_the_one_before_by_nothing_or_a_hyphen() -> None:
    tokens = Tokens("the T-72s of\n\nDon\u2019t stop\u2014he\u2013she 5 % f. \u00e9tat")

    assert [
        "the",
        "t",
        "72",
        "s",
        "of",
        "\n",
        "don't",
        "stop",
        "\u2014",
        "he",
        "she",
        "5",
        "%",
        "f",
        ".",
        "etat",
    ] == tokens.words
    assert [2, 3, 5, 6, 8, 9, 10, 14] == [number for number in range(len(tokens)) if tokens.joined(number)]
    assert 2 == tokens.at(6)
    assert len(tokens) == tokens.at(1000)


def test_marks_inside_a_word_do_not_cut_it() -> None:
    tokens = Tokens("**I**n **S**udan, *two* f**i**ve")

    assert ["*", "*", "in", "*", "*", "sudan", ",", "*", "two", "*", "five"] == tokens.words
    assert "I**n" == tokens.quote(2, 2)


def test_a_block_knows_where_its_words_begin() -> None:
    text = "## **Rebels** take Bria"

    assert [Block(0, len(text), 0, 8, "heading", 4)] == page(text).blocks
    assert "Rebels" == text[page(text).sentences[0].start :][:6]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00",
        "\ud800",
        "-",
        "\u200b",
        "#",
        "- ",
        '"',
        "'",
        "...",
        "1",
        "\U0001f600",
        "**",
        "\r\n\r\n",
    ],
)
def test_odd_texts_have_a_layout(text: str) -> None:
    tokens = Tokens(text)

    check(tokens, structure(tokens))


def check(tokens: Tokens, found: Structure) -> None:
    """Assert what holds of every layout."""
    words = [number for number, word in enumerate(tokens.words) if word != "\n"]
    blocks, sentences, quotations = found
    inside = [
        number
        for block in blocks
        for number in range(block.first, block.last + 1)
        if tokens.words[number] != "\n"
    ]
    assert words == inside
    for block in blocks:
        assert tokens.starts[block.first] == block.start
        assert tokens.ends[block.last] == block.end
        assert block.first <= block.head <= block.last
    for before, after in pairwise(sentences):
        assert before.end <= after.start
        assert before.last < after.first
        assert before.block <= after.block
    for number, each in enumerate(sentences):
        block = blocks[each.block]
        assert block.start <= each.start < each.end <= block.end
        assert tokens.starts[each.first] == each.start
        assert tokens.ends[each.last] == each.end
        assert each.part == block.part
        assert each.lead is None or each.lead < number
    assert [block.first for block in blocks] == sorted({block.first for block in blocks})
    assert set(range(len(blocks))) == {each.block for each in sentences}
    for quotation, following in pairwise(quotations):
        assert quotation.end <= following.start
    for quotation in quotations:
        assert 0 <= quotation.start < quotation.end <= len(tokens.text)


PIECES = st.sampled_from(
    [
        "The army left Goma", ". ", "? ", "\n", "\n\n", "\u201c", "\u201d", '"', "'", "\u2019s", "- ", "# ", "**", "*", "1. ", "U.S. ", "Gen. ", "; ", ": ", "(", ")", "...", "\u2026", " ",
        "and", "Read more", "By Ann Roe", "Photo: ", "a", "\u00ab", "\u00bb", "[", "]", "\t", "\r", "\u2028", "\x1c", "3.5", "No. 3", "e.g. ", "said ", "\u0130", "x.Y", "-", "\u2013", "_",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_every_layout_keeps_its_laws(text: str) -> None:
    tokens = Tokens(text)

    check(tokens, structure(tokens))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab.'\u2019s1,2-\u2013_ \n\r*\u00e9\u0130", max_size=60))
def test_words_and_the_gaps_between_them_make_up_the_text(text: str) -> None:
    tokens = Tokens(text)

    assert len(tokens.starts) == len(tokens.ends) == len(tokens.words)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert all(end <= start for end, start in zip(tokens.ends[:-1], tokens.starts[1:], strict=True))
    gaps = "".join(
        text[end:start] for end, start in zip([0, *tokens.ends], [*tokens.starts, len(text)], strict=True)
    )
    assert set() == set(gaps) - set(" \n\r-\u2013")


def test_paragraphs_in_another_order_keep_their_sentences() -> None:
    paragraphs = [BODY, MORE, "Gen. Musa Kone denied it.", "The U.S. envoy left Doha. He said no more."]
    before = said("\n\n".join(paragraphs))
    random.Random(7).shuffle(paragraphs)

    assert sorted(before) == sorted(said("\n\n".join(paragraphs)))


@pytest.mark.parametrize(
    "unit", ['"', "\u201c", "'", " 'a", ".", ". ", '."', "\n", "\nx", "(", "[1] ", "word ", "a", "- x\n", "a: b; ", "x:\n", "# ", "*", "*a", " ", "A. ", "a.b.", "\u2026 a", "> ", "?! ", "\n\r", "www.", '" x. ']
)  # fmt: skip
def test_no_text_takes_more_than_its_length_in_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        return cost(lambda: structure(Tokens(text)))

    assert seconds(80_000) < 12 * max(seconds(20_000), 0.01)


def test_no_short_form_is_also_a_first_word_of_a_sentence() -> None:
    lists = layout()

    assert set() == set().union(*lists.abbreviations.values()) & lists.starters - {"no"}

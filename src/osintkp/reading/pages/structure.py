"""How a text is laid out: its blocks, its sentences and what stands in quotation marks."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.pages.blocks import Block, blocks
from osintkp.reading.pages.quotations import Quotation, quotations
from osintkp.reading.pages.sentences import Sentence, sentences
from osintkp.reading.tokens import Tokens


class Structure(NamedTuple):
    """
    The layout of a text.

    Attributes:
        blocks: Headings, paragraphs, items of lists and what is no reporting, in order.
        sentences: The sentences, in order.
        quotations: What stands in quotation marks, in order.
    """

    blocks: list[Block]
    sentences: list[Sentence]
    quotations: list[Quotation]


def structure(tokens: Tokens) -> Structure:
    r"""
    Return how a text is laid out.

    Example:
        >>> page = structure(
        ...     Tokens(
        ...         "Aid for Goma\n\nThe convoy left Goma. It carried:\n- 20 tents;\n- 3 pumps.\n\nRead more"
        ...     )
        ... )
        >>> [(each.part, each.lead) for each in page.sentences]
        [('heading', None), ('lede', None), ('lede', None), ('item', 2), ('item', 2), ('boilerplate', None)]
    """
    found = blocks(tokens)
    parts = sentences(tokens, found)
    return Structure(found, parts, quotations(tokens, found, parts))

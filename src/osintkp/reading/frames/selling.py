"""What goods are sold for, as a figure of its own, and who lets them be bought: "cleared Kuwait to buy 40 tanks worth $30 million"."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Told, put
from osintkp.reading.mentions import AmountMention

PRICE = frozenset(
    (
        "worth",
        "valued",
        "cost",
        "costs",
        "costing",
        "price",
        "tag",
        "value",
        "priced",
        "totalling",
        "totaling",
    )
)
BARGAIN = frozenset(
    ("contract", "deal", "order", "agreement", "sale", "purchase", "cost", "price", "package")
)
LETS = frozenset(("approve", "clear", "authorise", "authorize", "allow", "permit", "license", "greenlight"))
NEAR = 4
LICENSED = "authorised"


def selling(matching: Matching) -> None:
    """Give the sales of a sentence who allowed them, and a record of what is paid."""
    for told in matching.told:
        if told.kind == "shipment":
            _licensed(matching, told)
    for _, noun in matching.nouns:
        for amount in noun.amounts if noun.bracketed is None else (*noun.amounts, noun.bracketed):
            if amount.role == "money" and _is_price(matching, amount):
                _priced(matching, noun, amount)


def _is_price(matching: Matching, amount: AmountMention) -> bool:
    """Tell whether a sum is a price by the words right beside it: "worth $3 million", "a $3 million contract"."""
    tokens = matching.ground.tokens
    first, after = tokens.at(amount.start), tokens.at(amount.end)
    before = tokens.words[max(0, first - NEAR) : first]
    return not PRICE.isdisjoint(before) or not BARGAIN.isdisjoint(tokens.words[after : after + 2])


def _priced(matching: Matching, noun: Noun, amount: AmountMention) -> None:
    """Add the sum to the sale before it, else the first of the sentence, unless that is told by a sum itself."""
    start = matching.ground.tokens.starts
    sales = [each for each in matching.told if each.kind == "shipment" and each.thing is not None]
    before = [
        each for each in sales if each.thing is not None and start[each.thing.noun.first] < amount.start
    ]
    sale = before[-1] if before else sales[0] if sales else None
    if (
        sale is None
        or sale.thing is None
        or (sale.thing.amount is not None and sale.thing.amount.role != "count")
    ):
        return
    if sale.thing.amount is None and not sale.rule.endswith("/price"):
        matching.forbid(noun)
        sale.thing = sale.thing._replace(amount=amount)
        return
    thing = Thing(noun, amount, sale.thing.items, max(noun.last, sale.thing.last))
    told = Told(sale.row, "price", sale.trigger, thing)
    told.slots, told.open = dict(sale.slots), sale.open
    told.modality, told.negated = sale.modality, sale.negated
    matching.keep(told)


def _licensed(matching: Matching, told: Told) -> None:
    """Take who lets somebody buy for who sells: "cleared Kuwait to buy tanks"."""
    found = matching.verb_at(told.trigger[0])
    at, verb = found or (0, None)
    if at < 2 or "recipient" not in told.slots or told.row["roles"].get("subject") != "recipient":
        return
    lets, noun = matching.row[at - 2 : at]
    if not (isinstance(lets, Verb) and isinstance(noun, Noun) and verb is not None and verb.to):
        return
    if LETS.intersection(lets.lemmas) and not lets.passive:
        made_by = told.slots.pop("sender", None)
        put(told.slots, "sender", matching.clauses.subject(at - 2), matching.ground.tokens)
        if made_by is not None:
            told.slots.setdefault("sender", made_by)
        told.modality = told.modality or LICENSED

# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Embed it in another tool
#
# A small service for a newsroom: an article goes in, drafted claims come out; several go in, findings come out.
# The library keeps no state, opens no connection and sets up no logging, so a web framework has nothing to work around.
# Here it is FastAPI (`pip install fastapi httpx2`); nothing below needs a running server.

# %%
import json
from typing import Any

from fastapi import FastAPI, HTTPException
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

import osintkp

app = FastAPI(title="What does the article say?")


class Article(BaseModel):
    """An article as the newsroom's system sends it."""

    id: str
    text: str
    published: str | None = None


def corpus_of(articles: list[Article]) -> osintkp.Corpus:
    """Return one corpus of all articles; what the sender got wrong is told in one sentence."""
    corpus = osintkp.Corpus()
    try:
        for article in articles:
            corpus |= osintkp.read(article.text, published=article.published, id=article.id)
    except osintkp.OsintkpError as error:
        raise HTTPException(status_code=422, detail=str(error)) from None
    return corpus


@app.post("/claims")
def claims(article: Article) -> list[dict[str, Any]]:
    """Draft claims, each with the words that it rests on and their place in the text."""
    return [
        {
            "id": claim.id,
            "says": claim.sentence(),
            "words": [{"quote": span.quote, "start": span.start, "end": span.end} for span in claim.spans],
            "sure": claim.draft.weakest,
        }
        for claim in corpus_of([article]).claims
    ]


@app.post("/findings")
def findings(articles: list[Article]) -> dict[str, Any]:
    """Hold articles against each other; the answer has the shape of the findings export."""
    return json.loads(corpus_of(articles).rendered("findings")[0])


@app.post("/page", response_class=HTMLResponse)
def page(article: Article) -> str:
    """Return the article with its words marked. It may be hostile: everything in it is escaped."""
    return corpus_of([article]).show().page()


# %% [markdown]
# The routes are plain functions: FastAPI runs them in threads, and a corpus never changes, so threads may share it.
#
# ## Try it
#
# FastAPI's own test client calls the service without a network.

# %%
from fastapi.testclient import TestClient

client = TestClient(app)
wire = {
    "id": "wire",
    "text": "Armenia received 40 trucks from France in June 2023, the Armenian defence ministry said.",
    "published": "2023-07-03",
}
client.post("/claims", json=wire).json()

# %% [markdown]
# One claim, **FR > AM · 40 truck**, said by the ministry, with the place of its words for an editor to mark.
#
# A second article has another number.

# %%
paper = wire | {
    "id": "paper",
    "text": "France delivered 90 trucks to Armenia in June 2023, the French defence ministry said.",
}
answer = client.post("/findings", json=[wire, paper]).json()
for finding in answer["findings"]:
    print(finding["severity"], finding["name"], "·", finding["message"])

# %% [markdown]
# The two **cannot both hold**, and the answer says why.
#
# ## What a sender gets wrong

# %%
reply = client.post("/claims", json=wire | {"published": "last Tuesday"})
print(reply.status_code, reply.json()["detail"])

# %% [markdown]
# **422**, with a sentence that says what would be right: no stack trace, no guess at a date.

# %%
hostile = client.post("/page", json=wire | {"text": "<script>alert(1)</script> " + wire["text"]})
print(hostile.status_code, "<script>alert" in hostile.text, "&lt;script&gt;" in hostile.text)

# %% [markdown]
# The page holds the words and runs none of them: **200 False True**.

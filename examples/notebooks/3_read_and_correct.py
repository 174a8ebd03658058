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
# # Read an article and correct the draft
#
# The reader drafts claims: offline, by rules, the same every time.
# A draft is a proposal; you decide.
# The article is invented.

# %%
import osintkp

ARTICLE = """Chad has sent about 1,200 tonnes of wheat to Sudan since March, the Sudanese foreign ministry said on Friday.
Chad denied sending weapons to Sudan.
Sudan will deliver up to 300 tonnes of sugar to Chad in the coming weeks, according to the World Food Programme."""

draft = osintkp.read(ARTICLE, published="2024-05-10", id="wire", publisher="A news agency")
draft.show()

# %% [markdown]
# Three claims, each beside the words that it was read from.
# "About" became **~1200 tonne**, "since March" was reckoned from the day of publication: **2024-03/..**.
# The denial is kept as one, **TD (denies)**, and the sugar is **predicted**: nothing of it has come.
#
# ## How sure is it?
#
# A draft says by which rules it was made, how surely each field was read, and why a field stayed empty.

# %%
for claim in draft.drafts:
    print(claim.id, claim.draft.weakest, claim.draft.unfilled)

# %% [markdown]
# The denial gives no figure: **not told**.
# An empty field stays empty; nothing is guessed.
#
# ## Accept, correct, reject
#
# Ana has called the ministry.
# It was wheat *flour*, and about 1,250 tonnes.
# The sugar is not her story.

# %%
story = draft.accept(
    "wire/shipment-1", by="ana", item="food/flour", amount="~1250 tonne", about="by telephone"
)
story = story.accept("wire/shipment-2", by="ana")
story = story.reject("wire/shipment-3")
story.claims

# %% [markdown]
# Two claims are left, and **ana** stands for them.

# %%
print([claim.coder for claim in story.claims], "drafts left:", len(story.drafts))

# %% [markdown]
# ## Does the correction stand in the text?
#
# She has it by telephone, the article says otherwise.
# The library holds every figure to its quote.

# %%
story.check(select="figure-not-in-quote")

# %% [markdown]
# **figure-not-in-quote**: true perhaps, but not what this source says.
# What Ana heard belongs into a source of its own, the telephone call.
# The claim of the article keeps the article's figure.

# %%
story = (
    draft.accept("wire/shipment-1", by="ana").accept("wire/shipment-2", by="ana").reject("wire/shipment-3")
)
print(len(story.check(select="figure-not-in-quote")), "findings")

# %% [markdown]
# **0 findings**.
#
# ## How far was the draft off?
#
# Field by field, what a person made of it against the draft.

# %%
print(story.compare(draft))

# %% [markdown]
# Every field that stayed was right; one claim of three was not wanted, so the precision is **0.67**.
#
# ## Save it
#
# A coding is a file that people can read, correct and keep under version control.

# %%
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    story.save(folder)
    print(Path(folder, "wire.toml").read_text(encoding="utf-8"))

# %% [markdown]
# The article is not in the file: a quote, a place and a hash (**sha256**) are enough to find the words again.

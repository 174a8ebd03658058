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
# # First steps
#
# Four articles on North Korea, Russia and the war against Ukraine travel with the library.
# Somebody has read them and written down, claim by claim, who says what in which words.
# The articles themselves stay at home: a claim quotes a few words and knows where they stand.

# %%
import osintkp

corpus = osintkp.load_seeds()
corpus

# %% [markdown]
# **4 sources, 114 claims**.
# The letter beside each source is its Admiralty grade; E is unreliable, F would be "nobody knows".
#
# ## One claim
#
# One article says that Seoul counted "roughly 6,700 containers".

# %%
claim = corpus.claims["s1/containers"]
claim

# %% [markdown]
# The figure is no bare number.
# "Roughly" leaves room, and the library says how much: from **6,030** to **7,370**.

# %%
print(f"{claim.amount.low:,.0f} to {claim.amount.high:,.0f} {claim.amount.unit}")
print("says so:", claim.speaker, "· goes back to:", claim.origin)

# %% [markdown]
# The article says "Seoul".
# The coder knew from another report that the minister **shin-won-sik** had said it, and wrote that down with its source.
#
# ## Ask
#
# Which fuel went to North Korea?
# Goods match what lies under them: `fuel` finds crude oil and diesel.

# %%
corpus.select(kind="shipment", recipient="KP", item="fuel").claims

# %% [markdown]
# A figure in barrels, one in ships, one in **43 voyage**: three ways to count one stream.
#
# ## What does not fit?

# %%
findings = corpus.check()
grave = findings.at_least("error")
print(len(findings), "findings,", len(grave), "of them errors")
grave.of("capacity-as-content")[0]

# %% [markdown]
# Three million shells would *fit* into 6,700 containers; six million are said to have *been* in 13,000.
# It is one factor: **what could be held is repeated as what was held**, and nobody has counted.
# Every finding shows the words, the arithmetic and what it takes for granted, so that you can do it again or throw it out.
#
# What a check looks for, it says itself.

# %%
print(osintkp.explain("capacity-as-content").partition("\n## ")[0])

# %% [markdown]
# ## Take it with you
#
# One page with everything in it, for a browser, a colleague or an archive.
# It needs no network.

# %%
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    page = Path(folder, "report.html")
    corpus.report(page)
    print(page.name, "is smaller than a photograph:", page.stat().st_size < 1_000_000)

# %% [markdown]
# From here: [reconcile a figure](2_reconcile_a_figure.py), [read an article](3_read_and_correct.py), [who says so](4_who_says_so.py), [embed it](5_embed.py).

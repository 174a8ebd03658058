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
# # Who says so?
#
# "Several media report that 40 Iranian drones have come to Sudan."
# Several media, or one ministry several times?
# The reports are invented.

# %%
import osintkp

corpus = osintkp.load("drones")
corpus

# %%
corpus.origins(stance="asserts")

# %% [markdown]
# Three claims, **1 independent origin**.
# The daily has it from the wire, the wire from the ministry.
# The blog has it from nobody that it names, and **unknown, not counted** means just that.

# %%
corpus.origins(stance="asserts").plot()

# %% [markdown]
# ## What the checks make of it

# %%
corpus.check(select=["single-origin", "interested-party", "unknown-origin"])

# %% [markdown]
# Two sources, and all go back to **SD**: **they count once**.
# And the one origin speaks **of its own dealings**.
#
# ## What was lost on the way
#
# A figure that is passed on loses its hedges first.

# %%
corpus.check(select="hedge-dropped")

# %% [markdown]
# "About 40" became **40 drone**.
# Nobody counted again in between.
#
# ## Is it denied?

# %%
corpus.check(select="denied-elsewhere")

# %% [markdown]
# Tehran denies it: a **conflict**, and the library does not say who is right.
# It says who said it, and on what it rests.
#
# ## What if the wire had never written?

# %%
without = corpus.without("wire")
print(without.origins(stance="asserts"))
print(without.changes().only_whole.of("hedge-dropped")[0].message)

# %% [markdown]
# The daily still names the ministry, so the origin stays.
# What falls is the proof of the hedge: only the wire has **about 40 drone**.
#
# The same with the seeds: who stands behind the figures on North Korean troops?

# %%
osintkp.load_seeds().origins(kind="troop_deployment")

# %% [markdown]
# **7 claims, 2 independent origins**: Seoul and Washington.

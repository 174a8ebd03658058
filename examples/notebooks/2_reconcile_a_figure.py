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
# # Reconcile a figure
#
# "How many lorries with food have crossed from Chad into Sudan?"
# Three reports, three numbers.
# The reports are invented, the trouble is not.

# %%
import osintkp

corpus = osintkp.load("food_trucks")
trucks = corpus.figures(kind="shipment", recipient="SD", unit="truck")
trucks

# %% [markdown]
# Every figure stands with whose it is, the day it speaks from and the time it counts.
# They share **no common band**: no number of lorries satisfies all three.
# That alone is no contradiction.
#
# A picture says it faster (it needs `osintkp[plots]`; `.save("figures.svg")` keeps it).

# %%
trucks.plot()

# %% [markdown]
# ## Which two clash?

# %%
findings = corpus.check(select="figures-conflict")
findings

# %% [markdown]
# One pair **cannot both hold**: about 350 and about 240, counted over the same weeks.
# The other pairs are settled: the total **grew** between May and June.
# Half of the work is to see what is *no* contradiction.
#
# ## How does the count go on?
#
# Figures of one origin, in order of time.

# %%
for series in trucks.series:
    print(series)

# %% [markdown]
# The two figures of the UN are one count that went on: **growth**.
# Who compares June's paper with May's radio compares two counters and two dates at once.
#
# ## May they be added?
#
# Somebody will add them up.
# The library does not.

# %%
try:
    trucks.total()
except osintkp.OsintkpError as error:
    print(error)

# %% [markdown]
# They **may be two reports of one thing**.
# A capacity is no count either: what the lorries *could* carry stays out of every comparison.

# %%
room = corpus.claims["agency/room"]
print(room.modality, room.amount)
print([figure.claim.id for figure in corpus.figures(unit="tonne").comparable])

# %% [markdown]
# It says **capacity**, and the list of figures of what is or was is **[]**.
#
# ## How loose is "about"?
#
# By default a tenth to either side, at least.
# Whoever thinks that too generous or too strict says so.

# %%
from osintkp.units.looseness import POLICIES

for name in ("tenth", "fifth"):
    for number in ("240", "350"):
        low, high = POLICIES[name].bounds(number)
        print(f"by a {name}: about {number} is {low:,.0f} to {high:,.0f}")

# %% [markdown]
# By a tenth the two are far apart: one ends at **264**, the other begins at **315**.
# By a fifth they would just meet, **192 to 288** and **280 to 420**.
# How loosely two spokesmen talk is your call; the library says which call it made.

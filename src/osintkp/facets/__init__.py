"""
Columns beside the claims: what they are looked up by, so that a question need not walk through all of them.

A column gives every claim, by its place in the order, the code of one value of it: its kind, its goods, its date. The words of a
question are held against the distinct values, of which there are few, and the codes lead to the claims. A column is worked
out when it is first asked for and kept by :meth:`osintkp.claims.Claims.once`.

:mod:`~osintkp.facets.words` and :mod:`~osintkp.facets.dates` are the columns. What they do for every claim stands behind
:mod:`~osintkp.facets.body`, twice: in plain Python, and with numpy for many claims where it is installed. A column of
another kind, like the topic of a figure with the least and the most that it allows, needs a function from claims to values
and these bodies, nothing else.
"""

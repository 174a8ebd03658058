"""Dates and periods, as far as the words and the day of publication tell them."""

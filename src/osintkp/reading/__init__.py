"""The reader: what an article's text says, as mentions with exact places and as drafted claims; see ``osintkp.read``."""

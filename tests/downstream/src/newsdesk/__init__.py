"""A news desk's own program on top of osintkp."""

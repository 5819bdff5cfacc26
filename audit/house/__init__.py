"""A newsroom's own rules, words and sources, read from its files."""

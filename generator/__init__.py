"""The compiler of the mémento: text in (`rules/`, `content/`), site and documents out."""

VERSION = "0.1.0"

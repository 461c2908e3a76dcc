"""What the mémento prints, as Typst sources: texts in, text out, an adapter composes them (ADR 0013)."""

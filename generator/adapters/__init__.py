"""The only place that knows MkDocs, click, the clock and the output disk."""

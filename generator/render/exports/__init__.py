"""The calculators in the languages of others."""

from generator.render.exports.publicodes import Export, exporter_publicodes

__all__ = ["Export", "exporter_publicodes"]

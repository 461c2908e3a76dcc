"""A document that nobody needs any more is not begun."""

from concurrent.futures import CancelledError
from datetime import date

import pytest

from generator.adapters.documents import Documents
from generator.adapters.reserve import Reserve


def test_what_is_left_before_it_begins_is_not_composed() -> None:
    documents = Documents({}, date(2026, 11, 23), Reserve())
    documents.abandonner()
    with pytest.raises(CancelledError):
        documents._composer("= Un", date(2026, 11, 23))

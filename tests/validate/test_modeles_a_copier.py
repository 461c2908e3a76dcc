"""The headers that contributors copy from the site are right as they stand."""

import re
from pathlib import Path

import pytest

from generator.load import read_document
from generator.validate import validate_documents

CONTENT = Path(__file__).parents[2] / "content" / "contribuer"


@pytest.mark.parametrize(
    ("page", "chemin"), [("pratique.md", "content/pratiques/ma-pratique.md"), ("avis.md", "content/avis/2026-001.md")]
)
def test_the_header_to_copy_has_the_shape_of_its_kind(page: str, chemin: str) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (CONTENT / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    headers = [block for block in blocks if "titre:" in block]
    assert headers
    for header in headers:
        text = header if header.startswith("---") else f"---\n{header}---\n"
        document = read_document(chemin, text.encode())
        assert document.value is not None, list(document.report)
        found = validate_documents([document.value])
        assert [str(item.message) for item in found.report] == []

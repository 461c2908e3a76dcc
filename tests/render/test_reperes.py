"""The drawing of a table of figures: bars, or a line."""

import re
from pathlib import Path

from petit_memento import batir, modifier, petit_memento

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


def test_a_table_may_be_drawn_as_lines_that_break_where_nothing_is_known(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    modifier(root, "rules/reperes/tableau-modele.yaml", "mesures: [1]", "dessin: lignes\nmesures: [1]")
    built = batir(root)
    assert built.site is not None, list(built.report)
    html = next(page.html for page in built.site.pages if page.url == "reperes/tableau-modele/")
    aci, ai = re.findall(r'class="m-ligne-\d" d="([^"]*)"', html)
    # ACI goes from 10 to 20 on the second row; AI is known on the first row alone.
    assert "L" in aci
    assert "L" not in ai

"""What is said when the former state no longer compiles: why, and which files changed."""

import json
from collections.abc import Sequence

from generator.diagnostics import Report
from generator.diagnostics.format import format_json
from generator.render.revue.ecriture import compter, echapper, plier, puces


def en_markdown_incomparable(report: Report, depuis: str, fichiers: Sequence[str], machine: Sequence[str]) -> str:
    """The faults found in it, then the paths, law and words first."""
    faults = [
        f"{item.code}, `{item.location.path}` ligne {item.location.line} : {echapper(item.message)}" for item in report
    ]
    changed = puces(f"`{path}`" for path in (*fichiers, *machine))
    return "\n".join(
        (
            "## Ce que ce changement fait au mémento",
            "",
            f"La révision {echapper(depuis)} ne se compile plus avec le générateur d’aujourd’hui : rien n’est comparé, "
            "et les fichiers sont à relire un par un.",
            "",
            *plier(compter(len(faults), "faute dans cette révision", "fautes dans cette révision"), puces(faults)),
            "",
            *plier(compter(len(changed), "fichier changé"), changed),
            "",
        )
    )


def en_json_incomparable(report: Report, depuis: str, fichiers: Sequence[str], machine: Sequence[str]) -> str:
    """`incomparable` holds the faults of the revision, as `memento verifier --format json` gives them."""
    content = {
        "depuis": depuis,
        "incomparable": json.loads(format_json(report)),
        "fichiers": list(fichiers),
        "machine": list(machine),
    }
    return json.dumps(content, ensure_ascii=False, indent=2)

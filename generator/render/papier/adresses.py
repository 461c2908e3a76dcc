"""Where the site offers what the mémento prints. These urls are permanent."""

TOUT = "memento.pdf"


def adresse_imprimee(siae: str) -> str:
    """The mémento of a type of structure."""
    return f"memento-{siae.lower()}.pdf"


def adresse_de_fiche(module: str, genre: str) -> str:
    """A sheet of a module: for the `apprenant`, for the `formateur`."""
    return f"formation/{module}/fiche-{genre}.pdf"

"""Numbers as they are read in French."""

# A thin space that does not break, between thousands.
FINE = "\u202f"


def entier(nombre: float) -> str:
    return f"{nombre:,.0f}".replace(",", FINE)


def decimal(nombre: float, decimales: int = 1) -> str:
    return f"{nombre:.{decimales}f}".replace(".", ",")


def taux(part: float) -> str:
    """A part from 0 to 1, in percents."""
    return f"{decimal(100 * part)} %"

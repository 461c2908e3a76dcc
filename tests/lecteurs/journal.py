"""A reader, and what the pages that she opens ask for and complain about."""

from playwright.sync_api import Browser, BrowserContext


class Journal:
    """What a page asked for and complained about."""

    def __init__(self, context: BrowserContext, adresse: str) -> None:
        self.adresse = adresse
        self.ailleurs: list[str] = []
        self.erreurs: list[str] = []
        context.on("request", self._requete)
        context.on("console", lambda message: message.type == "error" and self.erreurs.append(message.text))
        context.on("weberror", lambda error: self.erreurs.append(str(error.error)))

    def _requete(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((self.adresse, "data:", "blob:")):
            self.ailleurs.append(url)


def lectrice(navigateur: Browser, adresse: str) -> tuple[BrowserContext, Journal]:
    """A fresh reader on a phone."""
    # Only the journeys without network let the site keep itself: elsewhere each reader would fetch all of it.
    context = navigateur.new_context(
        base_url=adresse, viewport={"width": 390, "height": 844}, locale="fr-FR", service_workers="block"
    )
    context.set_default_timeout(20_000)
    return context, Journal(context, adresse)

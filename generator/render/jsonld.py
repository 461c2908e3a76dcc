"""What a page is about, in the words of schema.org: for search engines and those who gather data."""

from collections.abc import Mapping
from typing import Any

from generator import VERSION
from generator.model import Reference, Regle, Statut, TypeSource, VersionDeRegle
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import Atelier
from generator.render.exports.api import LICENCE_URL, RACINE
from generator.render.filters import lien_relatif

CONTEXTE = "https://schema.org"
LOIS = frozenset({TypeSource.ARTICLE, TypeSource.LOI, TypeSource.ORDONNANCE, TypeSource.DECRET, TypeSource.ARRETE})
TABLE = "text/csv"


def page_de_regle(atelier: Atelier, regle: Regle, version: VersionDeRegle) -> Mapping[str, Any]:
    """The page of a rule, by the version that it shows."""
    return _legislation(atelier, regle, version, adresse(atelier.base, "regle", regle.id), regle.id)


def page_de_version(atelier: Atelier, regle: Regle, version: VersionDeRegle) -> Mapping[str, Any]:
    """The permanent page of one version."""
    return _legislation(atelier, regle, version, adresse_de_version(regle.id, version.du), f"{regle.id}/{version.du}")


def accueil(atelier: Atelier, description: str) -> Mapping[str, Any]:
    return {
        "@context": CONTEXTE,
        "@type": "WebSite",
        "name": atelier.base.editeur.titre,
        "description": atelier.nu(description),
        "inLanguage": "fr",
        "license": LICENCE_URL,
        "url": _adresse(atelier, "", ""),
    }


def donnees(atelier: Atelier, url: str, files: Mapping[str, str]) -> Mapping[str, Any]:
    """The whole as a data set; `files` are what can be downloaded: url → what it holds."""
    editeur = atelier.base.editeur
    return {
        "@context": CONTEXTE,
        "@type": "Dataset",
        "name": f"{editeur.titre} : les données",
        "description": "Règles datées de l’insertion par l’activité économique, montants, calculateurs et sources.",
        "inLanguage": "fr",
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "version": VERSION,
        "dateModified": atelier.today.isoformat(),
        "creator": {"@type": "Organization", "name": editeur.nom or editeur.titre},
        "url": _adresse(atelier, url, url),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": text,
                "encodingFormat": TABLE if name.endswith(".csv") else "application/json",
                "contentUrl": _adresse(atelier, url, name),
            }
            for name, text in files.items()
            if name.startswith(RACINE)
        ],
    }


def _legislation(
    atelier: Atelier, regle: Regle, version: VersionDeRegle, url: str, identifier: str
) -> Mapping[str, Any]:
    """Our words on the law are no law: their value is unofficial. What was only proposed has no force at all."""
    law = version.statut is not Statut.PROPOSE
    in_force = version.en_cours(atelier.today) and version.statut is not Statut.ABROGE
    force = {
        "legislationLegalForce": f"{CONTEXTE}/{'InForce' if in_force else 'NotInForce'}",
        "temporalCoverage": f"{version.du}/{version.au or '..'}",
    }
    return {
        "@context": CONTEXTE,
        "@type": "Legislation",
        "name": regle.titre,
        "abstract": atelier.nu(version.enonce),
        "legislationIdentifier": identifier,
        "legislationDateVersion": version.du.isoformat(),
        "legislationLegalValue": f"{CONTEXTE}/UnofficialLegalValue",
        **(force if law else {}),
        "isBasedOn": [_source(atelier, reference) for reference in version.references],
        "inLanguage": "fr",
        "license": LICENCE_URL,
        "dateModified": regle.verifie_le.isoformat(),
        "url": _adresse(atelier, url, url),
    }


def _source(atelier: Atelier, reference: Reference) -> Mapping[str, Any]:
    source = atelier.base.sources[reference.source]
    identifier = reference.version or source.identifiant
    return {
        "@type": "Legislation" if source.type in LOIS else "CreativeWork",
        "name": source.titre,
        **({"identifier": identifier} if identifier else {}),
        **({"url": source.url} if source.url else {}),
    }


def _adresse(atelier: Atelier, page: str, url: str) -> str:
    """Absolute, or relative to the page that says it."""
    return atelier.absolue(url) if atelier.base.editeur.adresse else lien_relatif(page, url)

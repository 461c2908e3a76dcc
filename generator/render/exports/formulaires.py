"""The forms of the forges: what one fills in to report or to propose, for GitHub, and the same as a text for GitLab."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.render.exports.formes import COURTS
from generator.render.exports.schemas import schema_de, schema_des_identifiants
from generator.render.signalement import ADRESSE, FORMULAIRE, SUJET, VERSION
from generator.resolve import KnowledgeBase
from generator.validate.kinds import KINDS

GITHUB, GITLAB = ".github/ISSUE_TEMPLATE", ".gitlab/issue_templates"
EN_TETE = "# Écrit par « memento schemas », d’après les modèles.\n"
PROMESSES = (
    "Je ne nomme aucune personne, et aucune structure que l’on reconnaîtrait sans source publique.",
    "Je ne joins aucune pièce d’un dossier.",
)
# What is chosen rather than typed: lists that hold in a menu.
AU_CHOIX = frozenset({"siae", "theme"})


@dataclass(frozen=True, slots=True)
class Champ:
    """One thing that is asked; with `options`, one of them, or several when `plusieurs`."""

    id: str
    titre: str
    aide: str
    requis: bool = False
    court: bool = False
    options: tuple[str, ...] = ()
    plusieurs: bool = False
    exemple: str = ""


@dataclass(frozen=True, slots=True)
class Formulaire:
    """A form; `nom` is that of its file."""

    nom: str
    titre: str
    resume: str
    objet: str
    champs: tuple[Champ, ...]


def fichiers_de_formulaires(base: KnowledgeBase) -> dict[str, bytes]:
    """Each form for both forges, by path from the root of the repository."""
    made = {f"{GITHUB}/config.yml": _yaml({"blank_issues_enabled": False, **_contact(base)})}
    for form in formulaires(base):
        made[f"{GITHUB}/{form.nom}.yml"] = _yaml(pour_github(form))
        made[f"{GITLAB}/{form.nom}.md"] = pour_gitlab(form).encode()
    return made


def formulaires(base: KnowledgeBase) -> tuple[Formulaire, ...]:
    """What readers ask of a mémento most, in the order in which they need it."""
    return (
        Formulaire(
            FORMULAIRE,
            "Signaler une erreur",
            "Une règle fausse, dépassée ou mal comprise, un montant nouveau, un calcul qui surprend.",
            "Erreur : ",
            (
                Champ(SUJET, "Sujet", "Ce dont parle la page, « genre:identifiant ».", True, True),
                Champ(VERSION, "Version", "Le premier jour de la version lue, ou le jour de lecture.", False, True),
                Champ(ADRESSE, "Adresse", "L’adresse de la page.", True, True),
                Champ("erreur", "Ce qui est faux", "Ce que dit la page, et ce qu’elle devrait dire.", True),
                Champ("texte", "Le texte", "Le texte officiel qui dit autre chose : article, alinéa, adresse.", False),
            ),
        ),
        Formulaire(
            "regle",
            "Proposer une règle",
            "Une règle qui manque, ou une version nouvelle d’une règle. Pas de règle sans texte.",
            "Règle : ",
            _choisir(base, "regle", ("titre", "siae", "themes"))
            + _choisir(
                base,
                "regle",
                ("du", "au", "statut", "portee", "enonce", "en_pratique", "exceptions", "references", "changement"),
                "VersionDeRegle",
            ),
        ),
        Formulaire(
            "avis",
            "Soumettre une pratique pour avis",
            "Une pratique contestée, ou une règle comprise différemment. Le mémento enregistre ; il ne tranche pas.",
            "Demande d’avis : ",
            _choisir(
                base,
                "avis",
                ("titre", "resume", "siae", "question", "positions", "pratiques", "regles", "references"),
            ),
        ),
    )


def pour_github(form: Formulaire) -> dict[str, Any]:
    """An issue form: its fields are filled in through the address, by their `id`."""
    promises = {
        "type": "checkboxes",
        "id": "promesses",
        "attributes": {"label": "Avant d’envoyer", "options": [{"label": one, "required": True} for one in PROMESSES]},
    }
    return {
        "name": form.titre,
        "description": form.resume,
        "title": form.objet,
        "body": [*(_element(field) for field in form.champs), promises],
    }


def pour_gitlab(form: Formulaire) -> str:
    """The same as a text to complete: what is between `<!--` and `-->` is not published."""
    parts = [f"<!-- {form.resume} -->"]
    for field in form.champs:
        choices = f" Au choix : {' ; '.join(field.options)}." if field.options else ""
        asked = "" if field.requis else " (facultatif)"
        parts.append(f"## {field.titre}{asked}\n\n<!-- {field.aide}{choices} -->")
    parts.append("## Avant d’envoyer\n\n" + "\n".join(f"- [ ] {one}" for one in PROMESSES))
    return "\n\n".join(parts) + "\n"


def _choisir(base: KnowledgeBase, kind: str, names: Iterable[str], part: str | None = None) -> tuple[Champ, ...]:
    """Some fields of a kind, or of a model that it holds, as its schema describes them."""
    schema = schema_de(next(one for one in KINDS if one.name == kind))
    ids = schema_des_identifiants(base)["$defs"]
    held = schema["$defs"][part] if part else schema
    return tuple(_champ(name, held["properties"][name], name in held["required"], ids) for name in names)


def _champ(name: str, form: Mapping[str, Any], required: bool, ids: Mapping[str, Any]) -> Champ:
    inner = form["anyOf"][0] if "anyOf" in form else form
    several = inner.get("type") == "array"
    one = inner["items"] if several else inner
    cited = one["$ref"].rsplit("/", 1)[1] if "$ref" in one else None
    if cited in AU_CHOIX:
        listed = ids[cited].get("anyOf", [ids[cited]])[0]
        options = tuple(f"{code} : {title}" for code, title in _enumerees(listed))
    else:
        options = tuple(f"{code} : {sens}" for code, sens in _enumerees(inner))
    example = next(iter(form.get("examples", ())), "")
    return Champ(
        name,
        form["title"],
        form["description"],
        required or "minItems" in inner,
        name in COURTS or inner.get("format") == "date",
        options,
        several,
        example if isinstance(example, str) else "",
    )


def _enumerees(form: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return zip(form.get("enum", ()), form.get("enumDescriptions", ()), strict=True)


def _element(field: Champ) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.titre, "description": field.aide}
    if field.options:
        attributes |= {"options": list(field.options), "multiple": field.plusieurs}
    elif field.exemple:
        attributes["placeholder"] = field.exemple
    kind = "dropdown" if field.options else ("input" if field.court else "textarea")
    return {"type": kind, "id": field.id, "attributes": attributes, "validations": {"required": field.requis}}


def _contact(base: KnowledgeBase) -> dict[str, Any]:
    """The page of the site for those who want to write otherwise; none without an address."""
    address = base.editeur.adresse
    if not address or "contact" not in base.fiches:
        return {}
    about = "À qui écrire, et ce que le mémento ne peut pas faire."
    return {"contact_links": [{"name": "Contact", "url": f"{address}contact/", "about": about}]}


def _yaml(value: Mapping[str, Any]) -> bytes:
    return (EN_TETE + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1_000_000)).encode()

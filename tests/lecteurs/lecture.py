"""What the HTML of a page promises to those who do not see it, read without a browser: a thousand pages in seconds.

The pages are ours, and well formed: tags are found by their shape. What a page says is judged by its tags in order.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

BALISE = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][\w-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.S)
ATTRIBUT = re.compile(r"([^\s=/]+)(?:=\"([^\"]*)\"|='([^']*)'|=([^\s\"'>]+))?")
# What holds text that is not read.
MUETS = re.compile(r"<(script|style|template)\b[^>]*>.*?</\1>", re.S)
NOMMES = ("a", "button", "summary", "label", "legend", "caption", "title", "option", *(f"h{n}" for n in range(1, 7)))
VIDES = ("input", "img", "br", "hr", "meta", "link", "source", "col")
SANS_ETIQUETTE = ("hidden", "submit", "reset", "button", "image")
# Words that say nothing of where they lead.
VAGUES = ("ici", "cliquez ici", "lien", "lire la suite", "en savoir plus", "plus", "suite", "voir", "détails")
RENVOIS = ("aria-labelledby", "aria-describedby", "aria-controls", "for")

Attributs = dict[str, str]


class Lecture:
    """A page read from its first tag to its last."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.ids: Counter[str] = Counter()
        self.balises: list[tuple[str, Attributs]] = []
        # The words of each element that must have some, with its attributes.
        self.noms: list[tuple[str, Attributs, str]] = []
        self.contenus: dict[str, str] = {}
        self.dans_un_label: list[Attributs] = []
        self.tables: list[set[str]] = []
        self.groupes: list[set[str]] = []
        self._lire(MUETS.sub("", html))

    def _lire(self, html: str) -> None:
        opened: list[tuple[str, Attributs, list[str]]] = []
        tables: list[set[str]] = []
        groups: list[set[str]] = []
        end = 0
        for match in BALISE.finditer(html):
            if opened and match.start() > end:
                text = html[end : match.start()]
                for _, _, words in opened:
                    words.append(text)
            end = match.end()
            closing, name, rest = match[1], (match[2] or "").lower(), match[3]
            if not name:
                continue
            if closing:
                self._fermer(name, opened)
                if name == "table" and tables:
                    tables.pop()
                if name == "fieldset" and groups:
                    groups.pop()
                continue
            attributes = {
                found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in ATTRIBUT.finditer(rest)
            }
            self.balises.append((name, attributes))
            if "id" in attributes:
                self.ids[attributes["id"]] += 1
            if name == "table":
                tables.append(set())
                self.tables.append(tables[-1])
                # Its own name, or that of the frame in which it scrolls.
                for named in (attributes, self.balises[-2][1]):
                    tables[-1].update(key for key in ("aria-label", "aria-labelledby") if key in named)
            elif name == "fieldset":
                groups.append(set())
                self.groupes.append(groups[-1])
            elif tables and name in ("th", "td", "caption"):
                tables[-1].add("th sans portée" if name == "th" and "scope" not in attributes else name)
            elif groups and name == "legend":
                groups[-1].add(name)
            elif name in ("input", "select", "textarea") and any(one == "label" for one, _, _ in opened):
                self.dans_un_label.append(attributes)
            said = attributes.get("alt") or attributes.get("aria-label", "")
            if said:
                for _, _, words in opened:
                    words.append(f" {said} ")
            if (name in NOMMES or "id" in attributes) and name not in VIDES:
                opened.append((name, attributes, []))

    def _fermer(self, name: str, opened: list[tuple[str, Attributs, list[str]]]) -> None:
        for rank in range(len(opened) - 1, -1, -1):
            if opened[rank][0] == name:
                break
        else:
            return
        # An element that was not kept may bear the same name inside this one: only those kept are closed in turn.
        name, attributes, words = opened.pop(rank)
        text = " ".join(unescape("".join(words)).split())
        self.noms.append((name, attributes, text))
        if "id" in attributes:
            self.contenus[attributes["id"]] = text

    def toutes(self, *names: str) -> Iterator[Attributs]:
        return (attributes for name, attributes in self.balises if name in names)

    @property
    def titre(self) -> str:
        return next((text for name, _, text in self.noms if name == "title"), "")

    def fautes(self) -> Iterator[str]:
        """What is wrong, a line a fault."""
        yield from self._page()
        yield from self._titres()
        yield from self._noms()
        yield from self._champs()
        yield from self._tableaux()
        yield from (f"l'identifiant « {one} » sert {count} fois" for one, count in self.ids.items() if count > 1)
        for _, attributes in self.balises:
            for key in RENVOIS:
                for target in attributes.get(key, "").split():
                    if target not in self.ids:
                        yield f"{key} renvoie à « {target} », qui n'est pas dans la page"

    def _page(self) -> Iterator[str]:
        if not self.html.lstrip().lower().startswith("<!doctype html>"):
            yield "le type de document manque"
        if next(self.toutes("html")).get("lang") != "fr":
            yield "la langue n'est pas dite"
        if not self.titre:
            yield "le titre de la page manque"
        mains = sum(1 for _ in self.toutes("main"))
        if mains != 1:
            yield f"{mains} zones principales"
        names = Counter(self._menus())
        yield from (
            f"{count} menus se nomment « {name} »" for (_, name), count in names.items() if count > 1 or not name
        )
        yield from ("une image n'a pas d'alternative" for attributes in self.toutes("img") if "alt" not in attributes)
        for name, attributes in self.balises:
            if int(attributes.get("tabindex") or 0) > 0:
                yield f"{name} change l'ordre du clavier"
            if name == "a" and "md-skip" in attributes.get("class", "") and attributes["href"][1:] not in self.ids:
                yield "le lien d'évitement ne mène nulle part"

    def _menus(self) -> Iterator[tuple[int, str]]:
        """The name of each menu, with the side column that holds it: both hold the plan of the page, and one shows."""
        column = 0
        for name, attributes in self.balises:
            if "md-sidebar" in attributes.get("class", "").split():
                column += 1
            elif "md-content" in attributes.get("class", "").split():
                column = 0
            elif name == "nav":
                yield column, self._nom(attributes)

    def _titres(self) -> Iterator[str]:
        levels = [int(name[1]) for name, _ in self.balises if re.fullmatch("h[1-6]", name)]
        if levels.count(1) != 1:
            yield f"{levels.count(1)} titres de premier niveau"
        for before, after in zip([0, *levels], levels, strict=False):
            if after > before + 1:
                yield f"un titre de niveau {after} suit un titre de niveau {before}"

    def _noms(self) -> Iterator[str]:
        for name, attributes, text in self.noms:
            said = text or self._nom(attributes) or attributes.get("title", "")
            if name in NOMMES and not said and "data-" not in " ".join(attributes) and name not in ("option", "label"):
                yield f"{name} n'a pas de nom : {attributes}"
            # A link to a heading of its own page says the words of that heading.
            far = not attributes.get("href", "#").startswith("#")
            if name == "a" and far and said.strip(" .…»").lower() in VAGUES:
                yield f"un lien dit seulement « {said} »"

    def _champs(self) -> Iterator[str]:
        labelled = {attributes.get("for") for attributes in self.toutes("label")}
        for name, attributes in self.balises:
            if name not in ("input", "select", "textarea") or attributes.get("type") in SANS_ETIQUETTE:
                continue
            named = self._nom(attributes) or attributes.get("id") in labelled or attributes in self.dans_un_label
            # The toggles of the shell are not shown to anyone; their labels, or our buttons, are.
            if not named and "md-toggle" not in attributes.get("class", ""):
                yield f"un champ n'a pas d'étiquette : {attributes}"
        yield from ("un groupe de champs n'a pas de légende" for group in self.groupes if "legend" not in group)

    def _tableaux(self) -> Iterator[str]:
        for held in self.tables:
            if not held & {"caption", "aria-label", "aria-labelledby"}:
                yield "un tableau n'a pas de titre"
            if "th" not in held or "th sans portée" in held:
                yield "un tableau n'a pas d'en-têtes, ou ne dit pas leur portée"

    def _nom(self, attributes: Attributs) -> str:
        labels = attributes.get("aria-labelledby", "").split()
        return attributes.get("aria-label", "") or " ".join(self.contenus.get(one, "") for one in labels).strip()

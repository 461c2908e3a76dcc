// Pieces of page made with text nodes only: nothing read in an address is ever read as HTML.

import * as dates from "../calcul/dates.js";
import { typographier } from "../calcul/format.js";
import { bilan, segments } from "./difference.js";

const LONGUE = 20;

/** An element with a class and children; a text becomes a text node, null is left out. */
export function element(nom, classe, ...enfants) {
  const cree = document.createElement(nom);
  if (classe) cree.className = classe;
  cree.append(...enfants.filter((enfant) => enfant !== null && enfant !== ""));
  return cree;
}

export const lien = (texte, href) => Object.assign(element("a", "", texte), { href });
export const longue = (jour) => dates.longue(dates.lire(jour));
export const discret = (texte) => element("span", "m-discret", texte);
export const inconnu = (texte) => element("span", "m-inconnu", texte);

/** « depuis le … », « du … au … ». */
export const periode = ({ du, au }) => (au ? `du ${longue(du)} au ${longue(au)}` : `depuis le ${longue(du)}`);

/** Whether it binds, with a shape and in words. */
export function portee(version, libelles) {
  const signe = element("span", "", version.portee === "prescriptif" ? "■" : "◇");
  signe.setAttribute("aria-hidden", "true");
  return element("span", `m-badge m-badge-${version.portee}`, signe, ` ${libelles[version.portee]}`);
}

/** What is long opens on demand; all of it is open on paper. */
export const depliant = (titre, ...enfants) => element("details", "", element("summary", "", titre), ...enfants);

/** Open everything for the printer, then leave it as it was. */
export function ouvrirSurPapier(racine) {
  let fermes = [];
  addEventListener("beforeprint", () => {
    fermes = [...racine.querySelectorAll("details:not([open])")];
    for (const bloc of fermes) bloc.open = true;
  });
  addEventListener("afterprint", () => fermes.forEach((bloc) => (bloc.open = false)));
}

/** A heading, its note and its lines. */
export function groupe(niveau, titre, note, lignes) {
  const tete = element(niveau, "", `${titre} (${lignes.length})`);
  const liste = element("ul", "m-liste", ...lignes);
  const corps = lignes.length > LONGUE ? depliant(`Voir les ${lignes.length} règles`, liste) : liste;
  return [tete, ...(note ? [element("p", "", typographier(note))] : []), corps];
}

/** A table that scrolls in its own frame, named by its caption; a cell is a text or an element. */
export function tableau(legende, colonnes, lignes) {
  const entete = (texte, portee) => Object.assign(element("th", "", texte), { scope: portee });
  const table = element(
    "table",
    "m-tableau",
    element("caption", "m-cache", legende),
    element("thead", "", element("tr", "", ...colonnes.map((nom) => entete(nom, "col")))),
    element(
      "tbody",
      "",
      ...lignes.map(([premier, ...autres]) =>
        element("tr", "", entete(premier, "row"), ...autres.map((cellule) => element("td", "", cellule))),
      ),
    ),
  );
  const cadre = element("div", "m-defile", table);
  cadre.tabIndex = 0;
  cadre.setAttribute("role", "region");
  cadre.setAttribute("aria-label", legende);
  return cadre;
}

/** What changes between two versions, field by field; what does not is left out. */
export function ecart(avant, apres, libelles) {
  const liste = element("dl", "m-faits m-ecart");
  const [anciens, nouveaux] = [champs(avant, libelles), champs(apres, libelles)];
  for (const [nom, texte] of Object.entries(nouveaux)) {
    const trouves = segments(anciens[nom], texte);
    if (trouves.every(({ genre }) => genre === "=")) continue;
    liste.append(
      element("div", "", element("dt", "", `${nom} `, discret(bilan(trouves))), element("dd", "", ...mots(trouves))),
    );
  }
  return liste.childElementCount ? liste : element("p", "", "Ni les mots, ni la portée, ni les textes cités ne changent.");
}

export function champs(version, libelles) {
  return {
    Énoncé: version.enonce,
    "En pratique": version.en_pratique ?? "",
    Exceptions: (version.exceptions ?? []).join(" "),
    Portée: libelles[version.portee],
    Statut: libelles[version.statut],
    Textes: version.references.join("\u202f; "),
  };
}

function mots(trouves) {
  return trouves.flatMap(({ genre, texte }) => {
    if (genre === "=") return [texte];
    const mot = texte.trimEnd();
    const [nom, debut, fin] = genre === "-" ? ["del", "supprimé", "de suppression"] : ["ins", "ajouté", "d’ajout"];
    return [
      element(nom, "", element("span", "m-cache", ` [${debut} :] `), mot, element("span", "m-cache", ` [fin ${fin}] `)),
      texte.slice(mot.length),
    ];
  });
}

/* What a result looks like: an option of the dialog, a line of the page, a card that answers at once. */
import { lire, longue } from "../calcul/dates.js";
import { raison } from "../page/choix.js";
import { element } from "../page/elements.js";
import { segments } from "./surlignage.js";

// A shape goes with the word of each badge, as on the pages of the subjects.
const FORMES = {
  prescriptif: "■", indicatif: "◇",
  "en-vigueur": "●", passee: "◌", "a-venir": "▷", propose: "○", experimental: "◐", abroge: "✕",
  adoptee: "●", partielle: "◐", "non-adoptee-dans-le-code": "✕", "adoption-non-etablie": "?",
  proposee: "○", validee: "●", contestee: "⚠", soumise: "○", "en-instruction": "◐", "avis-rendu": "●", retiree: "✕",
};
// A day is the first of an amount, of a wording in force, of a name; otherwise it is only the date of what is shown.
const DEPUIS = ["en-vigueur", "experimental", "abroge", ""];
const REPONSES = { valeur: "Montant", regle: "Règle", calculateur: "Calculateur", article: "Texte", terme: "Sigle" };

/** The text with the words that were found marked. */
export const marquer = (texte, mots) =>
  segments(texte, mots).map((piece) => (piece.marque ? element("mark", {}, piece.texte) : piece.texte));

/** « depuis le 15 juin 2021 »; a wording that is not the law of the day is only dated. */
export function quand({ genre, statut, depuis }) {
  const jour = depuis && lire(depuis);
  if (!jour) return "";
  if (statut === "a-venir") return `à partir du ${longue(jour)}`;
  if (statut === "propose") return `proposition du ${longue(jour)}`;
  if (statut === "avis-rendu") return `rendu le ${longue(jour)}`;
  return genre !== "source" && DEPUIS.includes(statut) ? `depuis le ${longue(jour)}` : `version du ${longue(jour)}`;
}

function badge(code, noms) {
  const mots = noms[code];
  if (!mots) return [];
  return [element("span", { class: `m-badge m-badge-${code}` }, element("span", { "aria-hidden": "true" }, FORMES[code] ?? "●"), ` ${mots}`)];
}

const badges = ({ portee, statut }, noms) => [...badge(portee, noms.portee), ...badge(statut, noms.statut)];

/** A result in the list of the dialog. */
export function option(resultat, adresse, noms, structure) {
  const { titre, genre, siae, mots, resume, hors } = resultat;
  const precisions = [noms.genre[genre], noms.portee[resultat.portee], resultat.statut !== "en-vigueur" && noms.statut[resultat.statut], quand(resultat), siae.join(", ")];
  return element(
    "a",
    { href: adresse, class: hors ? "m-option m-hors" : "m-option" },
    element("strong", {}, ...marquer(titre, mots)),
    element("span", { class: "m-option-genre" }, precisions.filter(Boolean).join(" · ")),
    ...(hors ? pourquoi(resultat, structure) : [element("span", { class: "m-option-resume" }, ...marquer(resume, mots))]),
  );
}

/** An instant answer in the list of the dialog; `resultat` is the result that it comes from, when it is among them. */
export function optionReponse(reponse, resultat, adresse, noms, structure) {
  const precisions = [REPONSES[reponse.type], resultat && noms.portee[resultat.portee], resultat && resultat.statut !== "en-vigueur" && noms.statut[resultat.statut], dater(reponse, resultat)];
  return element(
    "a",
    { href: adresse, class: `m-option ${resultat?.hors ? "m-hors" : "m-option-reponse"}` },
    element("strong", {}, reponse.titre),
    element("span", { class: "m-option-genre" }, precisions.filter(Boolean).join(" · ")),
    element("span", { class: reponse.type === "valeur" ? "m-montant" : "m-option-texte" }, reponse.texte),
    ...pourquoi(resultat, structure),
  );
}

/** An instant answer above the results. */
export function carte(reponse, resultat, adresse, noms, structure) {
  const jour = dater(reponse, resultat);
  return element(
    "a",
    { href: adresse, class: resultat?.hors ? "m-carte m-hors" : "m-carte" },
    element("em", {}, REPONSES[reponse.type]),
    element("strong", {}, reponse.titre),
    element("span", { class: reponse.type === "valeur" ? "m-montant" : null }, reponse.texte),
    ...(resultat || jour ? [element("span", { class: "m-carte-pied" }, ...(resultat ? badges(resultat, noms) : []), jour)] : []),
    ...pourquoi(resultat, structure),
  );
}

const dater = (reponse, resultat) =>
  quand({ genre: reponse.type === "article" ? "source" : "", statut: resultat?.statut ?? "", depuis: reponse.depuis });

/** A result of the page. */
export function ligne(resultat, adresse, noms, structure) {
  const { titre, genre, siae, mots, ailleurs, absents, resume, hors } = resultat;
  const jour = quand(resultat);
  return element(
    "li",
    { class: hors ? "m-hors" : null },
    element("a", { href: adresse, class: "m-trouve-titre" }, ...marquer(titre, mots)),
    element(
      "span",
      { class: "m-badges" },
      element("span", { class: "m-trouve-genre" }, noms.genre[genre]),
      ...badges(resultat, noms),
      ...(jour ? [element("span", { class: "m-discret" }, jour)] : []),
      ...(siae.length ? [element("span", { class: "m-discret m-codes" }, siae.join(", "))] : []),
    ),
    element("span", { class: "m-ligne" }, ...marquer(resume, mots)),
    ...precision("Aussi dans le texte : ", ailleurs),
    ...precision("Sans : ", absents),
    ...pourquoi(resultat, structure),
  );
}

/** Why it is greyed, when it is. */
const pourquoi = (resultat, structure) =>
  resultat?.hors ? [element("span", { class: "m-raison" }, raison({ siae: structure }, resultat.siae))] : [];

const precision = (debut, mots) => (mots.length ? [element("span", { class: "m-ligne m-discret" }, `${debut}${mots.join(", ")}.`)] : []);

/** « Lu : « conventionnement » au lieu de « conventionement ». » */
export const correction = ({ tape, lu }) => `Lu\u00a0: «\u00a0${lu}\u00a0» au lieu de «\u00a0${tape}\u00a0».`;

export const compter = (nombre) => (nombre ? `${nombre} résultat${nombre > 1 ? "s" : ""}` : "Aucun résultat");

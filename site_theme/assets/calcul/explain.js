// Results and trace, put into the page with text nodes only: nothing typed is ever read as HTML.

import { ETATS, NATURES } from "./fiche.js";
import { typographier } from "./format.js";

/** An element with a class and children; a text becomes a text node. */
export function element(nom, classe, ...enfants) {
  const cree = document.createElement(nom);
  if (classe) cree.className = classe;
  cree.append(...enfants.map((enfant) => (typeof enfant === "string" ? typographier(enfant) : enfant)));
  return cree;
}

const lien = (texte, href) => Object.assign(element("a", "", texte), { href });
const detail = ({ raison, message }) => (raison ?? message ?? "");

/** What one result says. */
function valeur(resultat) {
  if (!resultat.etat) return element("span", "calc-valeur", resultat.affichage);
  const precision = detail(resultat);
  const bloc = element("span", `calc-etat calc-etat-${resultat.etat}`, ETATS[resultat.etat]);
  return precision ? element("span", "", bloc, ` : ${precision}`) : bloc;
}

/** A verdict in words, with a shape: never by colour alone. */
function verdict(resultat) {
  const formes = { conforme: "✓", "non-conforme": "✗" };
  const forme = formes[resultat.code];
  if (!forme) return valeur(resultat);
  const signe = element("span", "", forme);
  signe.setAttribute("aria-hidden", "true");
  return element("strong", `calc-verdict calc-verdict-${resultat.code}`, signe, " ", resultat.affichage);
}

/**
 * The results, in the order of the program.
 * @param {object} programme @param {object} evaluation @param {(nom: string) => void} viser
 */
export function resultats(programme, evaluation, viser) {
  const etapes = new Map(programme.etapes.map((etape) => [etape.nom, etape]));
  const libelles = new Map(programme.entrees.map(({ nom, libelle }) => [nom, libelle]));
  const liste = element("dl", "calc-liste");
  for (const [nom, resultat] of Object.entries(evaluation.resultats)) {
    const etape = etapes.get(nom);
    const ligne = element("div", `calc-resultat calc-nature-${etape.nature}`);
    ligne.append(element("dt", "", etape.libelle), element("dd", "", verdict(resultat)));
    if (resultat.message && resultat.code) ligne.append(element("dd", "calc-message", resultat.message));
    liste.append(ligne);
  }
  const questions = evaluation.questions ?? [];
  if (!questions.length) return [liste];
  const suite = element("p", "calc-questions", "Il manque : ");
  questions.forEach((nom, rang) => {
    const bouton = element("button", "calc-question", libelles.get(nom));
    bouton.type = "button";
    bouton.addEventListener("click", () => viser(nom));
    suite.append(...(rang ? [", ", bouton] : [bouton]));
  });
  return [liste, suite];
}

/** The warnings, each in words. */
export function avertissements(evaluation) {
  return evaluation.avertissements.map((texte) => element("p", "calc-avertissement", "Attention : ", texte));
}

/** Every step: words, substituted values, result, reason, sources. `racine` leads to the root of the site. */
export function trace(programme, evaluation, racine) {
  const adresses = sources(programme);
  return evaluation.etapes.map((ligne, rang) => {
    const etape = programme.etapes[rang];
    const item = element("li", `calc-etape calc-nature-${ligne.nature}`);
    item.append(
      element("p", "calc-etape-titre", element("strong", "", ligne.libelle), " ", nature(ligne.nature)),
      element("p", "calc-formule", ligne.formule),
      element("p", "calc-substitution", `${ligne.substitution} = `, valeur(ligne)),
    );
    if (ligne.parce_que) item.append(element("p", "calc-raison", ligne.parce_que));
    const liens = ligne.sources.map((texte) => lien(texte, racine + adresses.get(texte)));
    if (etape.regle) liens.unshift(lien(`Règle : ${etape.regle.titre}`, racine + etape.regle.url));
    if (liens.length) item.append(element("ul", "calc-sources", ...liens.map((a) => element("li", "", a))));
    return item;
  });
}

const nature = (code) => element("span", `calc-badge calc-badge-${code}`, NATURES[code]);

/** Where each source of a program is read. */
function sources(programme) {
  const periodes = Object.values(programme.parametres).flatMap(({ cellules }) => Object.values(cellules).flat());
  return new Map([...programme.etapes, ...periodes].flatMap(({ sources }) => sources.map((s) => [s.texte, s.url])));
}

/** What was answered, as the printed sheet lists it. @param {[string, string][]} donnees */
export const liste = (donnees) =>
  element(
    "dl",
    "calc-liste",
    ...donnees.map(([nom, valeur]) => element("div", "calc-resultat", element("dt", "", nom), element("dd", "", valeur))),
  );

/** One sentence for those who listen. */
export function resume(programme, evaluation) {
  const etapes = new Map(programme.etapes.map((etape) => [etape.nom, etape]));
  return Object.entries(evaluation.resultats)
    .map(([nom, resultat]) => `${etapes.get(nom).libelle} : ${resultat.affichage ?? ETATS[resultat.etat]}`)
    .map(typographier)
    .join(". ");
}

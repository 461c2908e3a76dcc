/* What answers at once: the figure of a rule, today's value of an amount, a calculator, a text, what an acronym stands for. */

const NOMBRE = 3;
// The first results among which a named amount or calculator is looked for.
const PREMIERS = 3;

/** `[{ type, titre, texte, url, depuis }]`, none when nothing is named. */
export function reponses(index, requete, nommes, resultats) {
  const dites = [...textes(index, requete), ...quantite(index, requete, resultats), ...sujets(index, nommes, requete, resultats), ...definitions(index, requete)];
  const vues = new Set();
  return dites.filter(({ url, type }) => !vues.has(type + url) && vues.add(type + url)).slice(0, NOMBRE);
}

const reponse = (type, fiche, texte) => ({ type, titre: fiche.titre, texte, url: fiche.url, depuis: fiche.depuis });

/** The text whose number was typed. */
function textes(index, { numeros }) {
  const rangs = new Set(numeros.flatMap((numero) => index.numeros.get(numero)));
  return [...rangs].map((rang) => reponse("article", index.fiches[rang], index.fiches[rang].resume));
}

/** The sentence of the first rule that gives the quantity that was typed. */
function quantite(index, { groupes }, resultats) {
  const cherchee = groupes.flatMap(({ pistes }) => pistes.flatMap(({ termes }) => termes)).find((terme) => terme.includes("_"));
  if (!cherchee) return [];
  for (const fiche of resultats.slice(0, PREMIERS).filter(({ genre }) => genre === "regle")) {
    const phrases = fiche.resume.split(/(?<=[.!?;])\s+(?=\p{Lu})/u);
    const phrase = phrases.find((une) => index.analyseur.mots(une).some(({ terme, autres }) => [terme, ...autres].includes(cherchee)));
    if (phrase) return [reponse("regle", fiche, phrase)];
  }
  return [];
}

/** Amounts and calculators that bear the name that was typed, else those of the first results whose title holds all of it. */
function sujets(index, nommes, { groupes }, resultats) {
  const portent = resultats.filter(({ rang }) => nommes.has(rang));
  const disent = resultats.slice(0, PREMIERS).filter((resultat) => groupes.length > 0 && titreDit(index, groupes, resultat));
  return [...portent, ...disent].flatMap((fiche) => {
    if (fiche.genre === "parametre" && fiche.reponse) return [reponse("valeur", fiche, fiche.reponse)];
    if (fiche.genre === "calculateur") return [reponse("calculateur", fiche, fiche.reponse)];
    return [];
  });
}

function titreDit(index, groupes, { titre }) {
  const dits = new Set(index.analyseur.mots(titre).flatMap(({ terme, autres }) => [terme, ...autres]));
  return groupes.every(({ pistes }) => pistes.some(({ termes }) => termes.every((terme) => dits.has(terme))));
}

/** What the acronym, or the name, that was typed stands for. */
function definitions(index, { nom }) {
  return (index.definitions.get(nom) ?? []).map((rang) => reponse("terme", index.fiches[rang], index.fiches[rang].reponse));
}

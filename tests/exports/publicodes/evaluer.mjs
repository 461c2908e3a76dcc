// What publicodes itself answers. Reads [{texte, cas: [{situation, noms}]}] on stdin, writes for each case
// {nom: {valeur, manquantes}} or {nom: {erreur}}; a situation that is refused gives {refus}.

import { readFileSync } from "node:fs";
import Engine from "publicodes";
import { parse } from "yaml";

const muet = { log() {}, warn() {}, error() {} };

function evaluer(moteur, nom) {
  try {
    const { nodeValue, missingVariables } = moteur.evaluate(nom);
    return { valeur: nodeValue === undefined ? "indéfini" : nodeValue, manquantes: Object.keys(missingVariables) };
  } catch (erreur) {
    return { erreur: String(erreur.message) };
  }
}

const dossiers = JSON.parse(readFileSync(0, "utf8"));
const reponses = dossiers.map(({ texte, cas }) => {
  const moteur = new Engine(parse(texte), { logger: muet });
  return cas.map(({ situation, noms }) => {
    try {
      moteur.setSituation(situation);
    } catch (erreur) {
      return { refus: String(erreur.message) };
    }
    return Object.fromEntries(noms.map((nom) => [nom, evaluer(moteur, nom)]));
  });
});
process.stdout.write(JSON.stringify(reponses));

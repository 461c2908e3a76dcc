/* What a request finds, in order: the twin of classement.py, to the last place. */
import { lireRequete } from "./requete.js";

// What a request names comes first: the text that bears a number, the pages chosen for it in their order, what bears the
// name, what cites the text. Scores of lunr stay under a thousand.
const NUMERO = 9000;
const RACCOURCI = 8000;
const NOM = 2000;
const CITANT = 1000;
const MEMOIRE = 200;
const SANS_TERME = new Set();

/** `{ trouves: [{ rang, score, termes }], requete }`, from the best, before any filter. `termes` are those that were found. */
export function classer(index, texte) {
  const requete = lireRequete(index, texte);
  const comptes = new Map();
  for (const groupe of requete.groupes) {
    for (const [rang, { score, poids, termes }] of chercherGroupe(index, groupe)) {
      const compte = comptes.get(rang) ?? { score: 0, couvert: 0, termes: new Set(), groupes: new Set() };
      comptes.set(rang, compte);
      compte.score += score;
      compte.couvert += groupe.poids * poids;
      compte.groupes.add(groupe);
      for (const terme of termes) compte.termes.add(terme);
    }
  }
  const total = requete.groupes.reduce((somme, { poids }) => somme + poids, 0);
  const devant = nommes(index, requete);
  const trouves = [...new Set([...devant.keys(), ...comptes.keys()])].map((rang) => {
    const compte = comptes.get(rang) ?? { score: 0, couvert: 0, termes: SANS_TERME, groupes: SANS_TERME };
    const part = total ? compte.couvert / total : 0;
    return { rang, score: arrondir((devant.get(rang) ?? 0) + compte.score * part), termes: compte.termes, groupes: compte.groupes };
  });
  trouves.sort((a, b) => b.score - a.score || a.rang - b.rang);
  return { trouves, requete, nommes: devant };
}

/** In each entry, the best score among the ways of finding it, and what the best way is worth. */
function chercherGroupe(index, groupe) {
  const meilleurs = new Map();
  for (const piste of groupe.pistes) {
    for (const { ref, score, matchData } of interroger(index, piste)) {
      const rang = Number(ref.slice(1));
      const connu = meilleurs.get(rang) ?? { score: 0, poids: 0, termes: new Set() };
      meilleurs.set(rang, connu);
      connu.score = Math.max(connu.score, score * piste.poids);
      connu.poids = Math.max(connu.poids, piste.poids);
      for (const terme of Object.keys(matchData.metadata)) connu.termes.add(terme);
    }
  }
  return meilleurs;
}

/** What lunr finds; kept, since each key that is typed asks again for the words before it. */
function interroger(index, { termes, tous }) {
  const nom = `${termes.join(" ")} ${tous}`;
  const connues = index.memoire.get(nom) ?? demander(index, termes, tous);
  if (index.memoire.size > MEMOIRE) index.memoire.clear();
  index.memoire.set(nom, connues);
  return connues;
}

function demander(index, termes, tous) {
  const demandes = [...new Set(termes)];
  const reponses = index.lunr.query((requete) => {
    for (const terme of demandes) requete.term(terme, { usePipeline: false });
  });
  return tous && demandes.length > 1
    ? reponses.filter(({ matchData }) => Object.keys(matchData.metadata).length === demandes.length)
    : reponses;
}

/** What the request names, and how far ahead. */
function nommes(index, requete) {
  const trouves = new Map();
  const placer = (rangs, avance) => {
    for (const rang of rangs ?? []) trouves.set(rang, Math.max(trouves.get(rang) ?? 0, avance));
  };
  for (const numero of requete.numeros) {
    placer(index.numeros.get(numero), NUMERO);
    for (const texte of index.numeros.get(numero)) placer(index.citants.get(String(texte)), CITANT);
  }
  (index.raccourcis.get(requete.nom) ?? []).forEach((rang, place) => placer([rang], RACCOURCI - 1000 * place));
  placer(index.noms.get(requete.nom), NOM);
  return trouves;
}

/** Three decimals, half up. */
const arrondir = (score) => Math.floor(score * 1000 + 0.5) / 1000;

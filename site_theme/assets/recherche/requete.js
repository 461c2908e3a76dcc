/* What is looked for: a request read word by word, each with the ways of finding it. The twin of requete.py. */
import { distance } from "./proximite.js";

const LONGUEUR = 200;
const NUMERO = /^[lrd]?[0-9]+(?:-[0-9]+)+$|^[lrd][0-9]{3,4}$/;
// How much a way of finding is worth beside the word as it was typed.
const AUTRE_QUANTITE = 0.9;
const NOMBRE = 0.1;
const NOMBRE_SEUL = 0.5;
const DEBUT = 0.4;
const EPARSE = 0.6;
const PARTIE = 0.4;
const FAUTES = { 1: 0.6, 2: 0.4 };
// How many words a beginning, or a mistake, is read as; how many numbers begin alike.
const DEBUTS = 12;
const LECTURES = 6;
const NUMEROS = 20;
// One letter may be wrong from five letters, two from eight.
const ADMISES = [[8, 2], [5, 1]];
const PHRASE = 8;
const RARETE_MIN = 0.05;

/** `{ groupes: [{ ecrit, pistes: [{ termes, poids, tous }], poids, lu }], numeros, nom }` */
export function lireRequete(index, texte) {
  const mots = index.analyseur.mots([...texte].slice(0, LONGUEUR).join(""));
  const numerotes = new Map(mots.filter(({ terme }) => NUMERO.test(terme)).map(({ terme }) => [terme, numerosDe(index, terme)]));
  const numeros = unique([...numerotes.values()].flat());
  let pleins = mots.filter(({ terme }) => terme && !numerotes.get(terme)?.length);
  if (numeros.length) {
    const autour = index.analyseur.donnees.autour_d_un_numero;
    pleins = pleins.filter(({ forme }) => !autour.includes(forme) && !/^[0-9]+$/.test(forme));
  }
  const lus = [...groupes(index, pleins)];
  const corriges = new Map(lus.filter(({ lu }) => lu).map(({ ecrit, lu }) => [ecrit, index.analyseur.raciner(index.analyseur.plier(lu).toLowerCase())]));
  return { groupes: lus, numeros, nom: cle(mots.map(({ forme, terme }) => corriges.get(forme) ?? terme)) };
}

const unique = (liste) => [...new Set(liste)];
const cle = (termes) => termes.filter(Boolean).join(" ");
/** The one term of a phrase of several words. */
const lier = (phrase) => phrase.replaceAll(" ", "+");
const df = (index, terme) => index.frequences.get(terme) ?? 0;
const piste = (termes, poids, tous = true) => ({ termes, poids, tous });
const alpha = (mot) => /^[a-z]+$/.test(mot);
const ordre = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The number itself, else those that begin so: one is typing, or wants a whole section. */
function numerosDe(index, terme) {
  if (index.numeros.has(terme)) return [terme];
  return [...index.numeros.keys()].filter((numero) => numero.startsWith(terme)).slice(0, NUMEROS);
}

function* groupes(index, mots) {
  for (let debut = 0; debut < mots.length; ) {
    const taille = phrase(index, mots.slice(debut));
    if (taille > 1) yield groupeDePhrase(index, mots.slice(debut, debut + taille));
    else yield groupeDeMot(index, mots[debut], debut === mots.length - 1);
    debut += Math.max(taille, 1);
  }
}

/** How many of the first words make a phrase that is also called otherwise. */
function phrase(index, mots) {
  for (let taille = Math.min(PHRASE, mots.length); taille > 0; taille -= 1) {
    if (index.lexique.has(cle(mots.slice(0, taille).map(({ terme }) => terme)))) return taille;
  }
  return 0;
}

function groupeDePhrase(index, mots) {
  const termes = mots.map(({ terme }) => terme);
  const entiere = lier(cle(termes));
  const rare = termes.reduce((moins, terme) => (df(index, terme) < df(index, moins) ? terme : moins));
  return {
    ecrit: mots.map(({ forme }) => forme).join(" "),
    pistes: [...connue(index, entiere, 1), piste(termes, EPARSE), piste(termes, PARTIE, false), ...aussi(index, cle(termes))],
    poids: rarete(index, [rare]),
    lu: "",
  };
}

function groupeDeMot(index, mot, dernier) {
  let pistes = df(index, mot.terme) ? [piste([mot.terme], 1)] : [];
  pistes.push(...quantites(index, mot), ...aussi(index, mot.terme));
  let lu = "";
  if (dernier || !pistes.length) {
    const commences = debuts(index, mot);
    if (commences.length) pistes.push(piste(commences, DEBUT, false));
  }
  if (!pistes.length) [lu, pistes] = corriger(index, mot);
  return { ecrit: mot.forme, pistes, poids: rarete(index, pistes.length ? pistes[0].termes : []), lu };
}

/** « 2 ans » is also « 24 mois »; the number alone is worth less. */
function* quantites(index, mot) {
  const place = mot.terme.indexOf("_");
  if (place < 0) return;
  const nombre = mot.terme.slice(0, place);
  const sorte = mot.terme.slice(place + 1);
  const entier = /^[0-9]+$/.test(nombre) ? BigInt(nombre) : null;
  for (const [unite, [fois, petite]] of Object.entries(index.analyseur.donnees.conversions)) {
    const grand = BigInt(fois);
    if (entier !== null && sorte === unite) yield* connue(index, `${entier * grand}_${petite}`, AUTRE_QUANTITE);
    if (entier !== null && sorte === petite && entier % grand === 0n) yield* connue(index, `${entier / grand}_${unite}`, AUTRE_QUANTITE);
  }
  yield* connue(index, nombre, df(index, mot.terme) ? NOMBRE : NOMBRE_SEUL);
}

function* connue(index, terme, poids) {
  if (df(index, terme)) yield piste([terme], poids);
}

function* aussi(index, phraseDite) {
  for (const [autre, poids] of index.lexique.get(phraseDite) ?? []) {
    yield* connue(index, lier(autre), poids);
  }
}

/** What the word may be the beginning of, the most used first. */
function debuts(index, mot) {
  const trouves = new Set();
  for (const [forme, terme] of index.formes) if (terme !== mot.terme && forme.startsWith(mot.forme)) trouves.add(terme);
  return [...trouves].sort((a, b) => df(index, b) - df(index, a) || ordre(a, b)).slice(0, DEBUTS);
}

/** The words that differ least from one that nothing holds. */
function corriger(index, mot) {
  const admises = ADMISES.find(([longueur]) => mot.forme.length >= longueur)?.[1] ?? 0;
  if (!admises || !alpha(mot.forme)) return ["", []];
  const proches = new Map();
  for (const forme of index.formes.keys()) {
    const ecart = distance(mot.forme, forme, admises);
    if (ecart <= admises) proches.set(ecart, [...(proches.get(ecart) ?? []), forme]);
  }
  if (!proches.size) return ["", []];
  const ecart = Math.min(...proches.keys());
  const rang = (forme) => df(index, index.formes.get(forme));
  const meilleures = proches.get(ecart).sort((a, b) => rang(b) - rang(a) || ordre(a, b)).slice(0, LECTURES);
  const termes = unique(meilleures.map((forme) => index.formes.get(forme)));
  return [index.ecrites.get(meilleures[0]), [piste(termes, FAUTES[Math.max(ecart, 1)], false)]];
}

/** 1 for what no entry holds, near 0 for what all do. */
function rarete(index, termes) {
  const plus = Math.max(0, ...termes.map((terme) => df(index, terme)));
  return Math.max(1 - plus / index.fiches.length, RARETE_MIN);
}

const PROCHES = 5;

/** Words close to those that nothing holds, as the texts write them. */
export function rapprocher(index, texte) {
  const inconnus = index.analyseur.mots(texte).filter(({ terme }) => terme && !df(index, terme)).map(({ forme }) => forme);
  const trouves = [];
  for (const inconnu of inconnus.filter((forme) => alpha(forme) && forme.length > 2)) {
    for (const [forme, racine] of index.formes) {
      const ecart = distance(inconnu, forme, Math.ceil(inconnu.length / 3));
      const commun = forme.startsWith(inconnu.slice(0, 3)) ? 0 : 1;
      if (ecart <= Math.ceil(inconnu.length / 3)) trouves.push([ecart + commun, -df(index, racine), forme]);
    }
  }
  trouves.sort((a, b) => a[0] - b[0] || a[1] - b[1] || ordre(a[2], b[2]));
  return unique(trouves.map(([, , forme]) => index.ecrites.get(forme))).slice(0, PROCHES);
}

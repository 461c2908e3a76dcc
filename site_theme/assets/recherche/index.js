/* The index as it is written for the browser becomes lunr's own again, and the tables that go with it. */
import { Analyseur } from "./analyse.js";

const NU = /^[a-z]+$/;
// lunr keeps details of each place of a word; there are none here.
const SANS_DETAIL = Object.freeze({});

/**
 * @param ecrit what `assets/recherche-index.js` holds (see generator/render/recherche/ecriture.py)
 * @param lunr the library
 */
export function ouvrir(ecrit, lunr) {
  const analyseur = new Analyseur(ecrit.analyse);
  const postes = new Postes(ecrit);
  const formes = new Map();
  const ecrites = new Map();
  for (const ecrite of ecrit.formes.split(" ")) {
    const forme = NU.test(ecrite) ? ecrite : analyseur.plier(ecrite).toLowerCase();
    formes.set(forme, analyseur.raciner(forme));
    ecrites.set(forme, ecrite);
  }
  return {
    analyseur,
    lunr: new lunr.Index({
      invertedIndex: postes.inverse,
      fieldVectors: postes.vecteurs(lunr),
      tokenSet: postes,
      fields: ecrit.champs,
      pipeline: new lunr.Pipeline(),
    }),
    memoire: new Map(),
    analyses: new Map(),
    frequences: postes,
    formes,
    ecrites,
    fiches: ecrit.fiches.map((valeurs) => Object.fromEntries(valeurs.map((valeur, place) => [ecrit.colonnes[place], valeur]))),
    lexique: new Map(Object.entries(ecrit.lexique)),
    noms: new Map(Object.entries(ecrit.noms)),
    raccourcis: new Map(Object.entries(ecrit.raccourcis)),
    definitions: new Map(Object.entries(ecrit.definitions)),
    numeros: new Map(Object.entries(ecrit.numeros)),
    citants: new Map(Object.entries(ecrit.citants)),
    libelles: ecrit.libelles,
  };
}

/**
 * Where each term stands. A posting is made when it is asked for: few terms ever are. It also stands for lunr's set of
 * terms: we only ask for whole ones.
 */
class Postes {
  constructor({ champs, termes, vecteurs }) {
    this.champs = champs;
    this.decodes = vecteurs.map((parChamp) => parChamp.map(decoder));
    this.rangs = new Map(termes.split(" ").map((terme, rang) => [terme, rang]));
    this.inverse = Object.create(null);
    this.connues = new Map();
    const debuts = new Uint32Array(this.rangs.size + 1);
    this.parcourir((terme) => (debuts[terme + 1] += 1));
    for (let i = 1; i < debuts.length; i += 1) debuts[i] += debuts[i - 1];
    const suivants = debuts.slice();
    this.debuts = debuts;
    this.places = new Uint32Array(debuts.at(-1));
    this.parcourir((terme, place) => (this.places[suivants[terme]++] = place));
  }

  /** Every term of every field of every entry, in order; a place is an entry and a field. */
  parcourir(faire) {
    this.decodes.forEach((parChamp, fiche) =>
      parChamp.forEach((elements, champ) => {
        for (let i = 0; i < elements.length; i += 2) faire(elements[i], fiche * this.champs.length + champ);
      }),
    );
  }

  vecteurs(lunr) {
    const vecteurs = Object.create(null);
    this.decodes.forEach((parChamp, fiche) =>
      parChamp.forEach((elements, champ) => (vecteurs[`${this.champs[champ]}/f${fiche}`] = new lunr.Vector(elements))),
    );
    return vecteurs;
  }

  /** How many entries hold a term. */
  get(terme) {
    const rang = this.rangs.get(terme);
    if (rang === undefined) return 0;
    let nombre = this.connues.get(rang);
    if (nombre === undefined) {
      nombre = new Set(this.ou(rang).map((place) => Math.floor(place / this.champs.length))).size;
      this.connues.set(rang, nombre);
    }
    return nombre;
  }

  ou(rang) {
    return this.places.subarray(this.debuts[rang], this.debuts[rang + 1]);
  }

  intersect(demandes) {
    const connus = demandes.toArray().filter((terme) => this.rangs.has(terme));
    for (const terme of connus) this.inverse[terme] ??= this.poste(this.rangs.get(terme));
    return { toArray: () => connus };
  }

  poste(rang) {
    const poste = { _index: rang };
    for (const champ of this.champs) poste[champ] = Object.create(null);
    for (const place of this.ou(rang)) {
      const champ = place % this.champs.length;
      poste[this.champs[champ]][`f${(place - champ) / this.champs.length}`] = SANS_DETAIL;
    }
    return poste;
  }
}

/** `[gap, thousandths, …]` → `[term, score, …]`. */
function decoder(ecarts) {
  const elements = new Array(ecarts.length);
  let terme = 0;
  for (let i = 0; i < ecarts.length; i += 2) {
    terme += ecarts[i];
    elements[i] = terme;
    elements[i + 1] = ecarts[i + 1] / 1000;
  }
  return elements;
}

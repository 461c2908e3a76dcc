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
  const termes = ecrit.termes.split(" ");
  const postes = termes.map((terme, rang) => [terme, { _index: rang, ...Object.fromEntries(ecrit.champs.map((champ) => [champ, {}])) }]);
  const frequences = new Map();
  const vecteurs = [];
  ecrit.vecteurs.forEach((champs, rang) => {
    const ref = `f${rang}`;
    const vus = new Set();
    champs.forEach((ecarts, place) => {
      const champ = ecrit.champs[place];
      const vecteur = [];
      let dernier = 0;
      for (let i = 0; i < ecarts.length; i += 2) {
        dernier += ecarts[i];
        vecteur.push(dernier, ecarts[i + 1] / 1000);
        postes[dernier][1][champ][ref] = SANS_DETAIL;
        vus.add(dernier);
      }
      vecteurs.push([`${champ}/${ref}`, vecteur]);
    });
    for (const vu of vus) frequences.set(termes[vu], (frequences.get(termes[vu]) ?? 0) + 1);
  });
  postes.sort(([a], [b]) => (a < b ? -1 : 1));
  const formes = new Map();
  const ecrites = new Map();
  for (const ecrite of ecrit.formes.split(" ")) {
    const forme = NU.test(ecrite) ? ecrite : analyseur.plier(ecrite).toLowerCase();
    formes.set(forme, analyseur.raciner(forme));
    ecrites.set(forme, ecrite);
  }
  return {
    analyseur,
    lunr: lunr.Index.load({ version: lunr.version, fields: ecrit.champs, fieldVectors: vecteurs, invertedIndex: postes, pipeline: [] }),
    memoire: new Map(),
    analyses: new Map(),
    frequences,
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

/* The engine of the search: loads the index once, finds, counts, answers. Nothing here touches the page or the network. */
import { classer } from "./classement.js";
import { ouvrir } from "./index.js";
import { reponses } from "./reponses.js";
import { rapprocher } from "./requete.js";
import { Resultat } from "./resultat.js";

const FACETTES = ["genre", "siae", "portee", "statut", "theme"];
let attente = null;

/** The engine, once for the page. `prefixe` leads to the root of the site, `lunr` to the library. Rejects when a file is missing. */
export function charger(prefixe, lunr) {
  attente ??= Promise.all([lunr, `${prefixe}assets/recherche-index.js`].map(script))
    .then(() => new Moteur(ouvrir(globalThis.mementoRecherche, globalThis.lunr)))
    .catch((erreur) => {
      attente = null;
      throw erreur;
    });
  return attente;
}

/** A script element: a page opened from a folder may not read a file otherwise. */
function script(adresse) {
  return new Promise((fait, manque) => {
    const element = document.createElement("script");
    element.addEventListener("load", fait);
    element.addEventListener("error", () => manque(new Error(`${adresse} manque`)));
    element.src = adresse;
    document.head.append(element);
  });
}

export class Moteur {
  constructor(index) {
    this.index = index;
    this.noms = index.libelles;
  }

  /**
   * What answers a text, from the best. `filtres` are lists of codes by facet; `structure` the codes that the reader
   * declared: what does not concern them comes after.
   */
  chercher(texte, { filtres = {}, structure = [] } = {}) {
    const { trouves, requete, nommes } = classer(this.index, texte);
    const voulus = FACETTES.filter((facette) => filtres[facette]?.length);
    const retenus = trouves.filter(({ rang }) => voulus.every((facette) => tient(this.index.fiches[rang], facette, filtres[facette])));
    const resultats = retenus.map((trouve) => new Resultat(this.index, trouve, requete, structure));
    resultats.sort((a, b) => a.hors - b.hors);
    return {
      resultats,
      reponses: reponses(this.index, requete, nommes, resultats),
      facettes: this.compter(trouves, filtres, voulus),
      total: resultats.length,
      corrections: requete.groupes.filter(({ lu }) => lu).map(({ ecrit, lu }) => ({ tape: ecrit, lu })),
      suggestions: trouves.length ? [] : rapprocher(this.index, texte),
    };
  }

  /** How many entries each choice would leave, the other facets being as they are. */
  compter(trouves, filtres, voulus) {
    return Object.fromEntries(
      FACETTES.map((facette) => {
        const autres = voulus.filter((nom) => nom !== facette);
        const nombres = new Map(Object.keys(this.noms[facette]).map((code) => [code, 0]));
        for (const { rang } of trouves) {
          const fiche = this.index.fiches[rang];
          if (!autres.every((nom) => tient(fiche, nom, filtres[nom]))) continue;
          for (const code of valeurs(fiche, facette, this.noms)) nombres.set(code, nombres.get(code) + 1);
        }
        const choix = [...nombres].map(([code, nombre]) => ({ code, nom: this.noms[facette][code], nombre }));
        return [facette, choix.filter(({ nombre, code }) => nombre || filtres[facette]?.includes(code))];
      }),
    );
  }
}

/** What is of no type of structure in particular is of all of them. */
function valeurs(fiche, facette, noms) {
  const tenu = fiche[facette];
  if (facette === "siae") return tenu.length ? tenu : Object.keys(noms.siae);
  return (Array.isArray(tenu) ? tenu : [tenu]).filter((code) => Object.hasOwn(noms[facette], code));
}

function tient(fiche, facette, codes) {
  const tenu = fiche[facette];
  if (facette === "siae" && !tenu.length) return true;
  return Array.isArray(tenu) ? tenu.some((code) => codes.includes(code)) : codes.includes(tenu);
}

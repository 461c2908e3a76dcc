// A program made ready once: each tree becomes a function of a situation, each step the writers of its line.

import * as dates from "./dates.js";
import { absence, inconnu, present, refus, sansObjet } from "./etats.js";
import { afficherNombre } from "./format.js";
import { ISSUES, OPERATIONS } from "./operations.js";
import { lire } from "./rational.js";
import { rediger } from "./rediger.js";

const prets = new WeakMap();

/** The preparation of a program, kept as long as the program is. @param {object} programme */
export function preparer(programme) {
  if (!prets.has(programme)) prets.set(programme, new Preparation(programme));
  return prets.get(programme);
}

/** Code → words, for a choice or for a step that gives a text. */
export const libelles = (connu) =>
  connu.libelles ?? Object.fromEntries((connu.options ?? []).map(({ code, libelle }) => [code, libelle]));

const longue = (iso) => dates.longue(dates.lire(iso));
const raison = ({ motif }) => (motif ? ` (${motif})` : "");

/** A dated figure; `au(cellule, iso)` gives what a cell holds that day, computed once a day. */
class Parametre {
  constructor(donnees) {
    this.donnees = donnees;
    this.titre = donnees.titre;
  }

  /** @returns {{etat: unknown, texte: string, sources: string[], rappel: string | null}} */
  au(cellule, iso) {
    if (iso !== this.iso) [this.iso, this.cases] = [iso, {}];
    return (this.cases[cellule] ??= this.#lire(cellule));
  }

  #lire(cellule) {
    const { unite, verifie_le: vu } = this.donnees;
    const periode = this.#periode(cellule);
    if (!present(periode)) return { etat: periode, texte: "erreur", sources: [], rappel: null };
    const etat = lire(periode.valeur);
    const depuis = `en vigueur depuis le ${longue(periode.du)}, vérifié le ${longue(vu)}`;
    return {
      etat,
      texte: afficherNombre(etat, unite),
      sources: periode.sources.map(({ texte }) => texte),
      rappel:
        periode.rappel_apres && this.iso > periode.rappel_apres
          ? `${this.titre} : dernier montant connu, ${depuis}${raison(periode)}`
          : null,
    };
  }

  /** The period that covers the day, or why there is none. */
  #periode(cellule) {
    const periodes = this.donnees.cellules[cellule];
    if (!periodes) return refus(`${this.titre} : aucune valeur pour ${cellule.replaceAll("/", " / ")}`);
    if (this.iso < periodes[0].du) return refus(`${this.titre} : inconnu avant le ${longue(periodes[0].du)}`);
    const trouvee = periodes.find(({ du, au }) => du <= this.iso && (au === null || this.iso <= au));
    if (!trouvee) return refus(`${this.titre} : inconnu au ${longue(this.iso)}`);
    if (trouvee.valeur !== null) return trouvee;
    const fin = trouvee.au ? ` au ${longue(trouvee.au)}` : "";
    return refus(`${this.titre} : inconnu ${fin ? "du" : "à compter du"} ${longue(trouvee.du)}${fin}${raison(trouvee)}`);
  }
}

class Preparation {
  constructor(programme) {
    const { entrees, etapes, parametres, avertissements } = programme;
    this.connus = [{ nom: "date_reference", libelle: "date_reference" }, ...entrees, ...etapes];
    this.rangs = Object.fromEntries(this.connus.map(({ nom }, rang) => [nom, rang]));
    this.noms = this.connus.map((connu) => connu.court ?? connu.libelle);
    this.libelles = this.connus.map(libelles);
    this.codes = Object.assign({}, ...this.libelles);
    this.parametres = Object.fromEntries(
      Object.entries(parametres).map(([nom, donnees]) => [nom, new Parametre(donnees)]),
    );
    this.calculs = [
      null,
      ...entrees.map((entree) => this.#entree(entree)),
      ...etapes.map(({ arbre }) => this.calcul(arbre)),
    ];
    this.lignes = etapes.map((etape) => this.#ligne(etape));
    this.resultats = programme.resultats.map((nom) => this.lignes.find(({ etape }) => etape.nom === nom));
    this.avertissements = avertissements.map(({ arbre, message }) => [this.calcul(arbre), this.phrase(message)]);
  }

  rang(nom) {
    return this.rangs[nom];
  }

  /** @param {Array} arbre @returns {(s: object) => unknown} */
  calcul(arbre) {
    return OPERATIONS[arbre[0]].preparer(arbre, this);
  }

  /** A sentence whose `{nom}` are replaced by what that value shows. @returns {(s: object) => string} */
  phrase(texte) {
    const [debut, ...suite] = texte.split(/\{([^{}]*)\}/);
    if (!suite.length) return () => texte;
    const renvois = suite.map((mot, place) => (place % 2 ? mot : this.rang(mot)));
    return (s) => {
      let phrase = debut;
      for (const mot of renvois) phrase += typeof mot === "number" ? s.affichage(mot) : mot;
      return phrase;
    };
  }

  /** The cell that indices point at, or why it is not known. @returns {(s: object) => unknown} */
  cellule(indices) {
    const calculs = indices.map((indice) => this.calcul(indice));
    if (!calculs.length) return () => "";
    if (calculs.length === 1) return calculs[0];
    // One text a pair of codes, made once: an object finds a text that it has seen faster than one just joined.
    const paires = {};
    return (s) => {
      const valeurs = calculs.map((calcul) => calcul(s));
      const manque = absence(valeurs);
      if (manque || valeurs.length > 2) return manque ?? valeurs.join("/");
      const [a, b] = valeurs;
      return ((paires[a] ??= {})[b] ??= `${a}/${b}`);
    };
  }

  /** Not asked when its condition is false; then what was given, else its default, else the question. */
  #entree({ nom, si, type, defaut }) {
    const posee = si === null ? () => true : this.calcul(si);
    const lecteur = { nombre: lire, date: dates.lire }[type] ?? ((x) => x);
    const sinon = defaut === null ? inconnu([nom]) : lecteur(defaut);
    const sansQuestion = sansObjet("question sans objet");
    return (s) => {
      const vraie = posee(s);
      if (vraie !== true) return vraie === false ? sansQuestion : vraie;
      return s.donnees[nom] ?? sinon;
    };
  }

  /** What is written of a step: its formula with its values, its reason, its sources. */
  #ligne(etape) {
    const { arbre, sources } = etape;
    const feuilles = parametresDe(arbre).map(([, nom, ...indices]) => [this.parametres[nom], this.cellule(indices)]);
    const textes = [...new Set(sources.map(({ texte }) => texte))];
    return {
      rang: this.rang(etape.nom),
      etape,
      substitution: arbre[0] === "cas" ? null : this.#redaction(arbre),
      cas: arbre[0] === "cas" ? arbre.slice(1).map((cas) => this.#cas(cas)) : [],
      sources: feuilles.length ? sourcesDe(textes, feuilles) : () => textes,
    };
  }

  #cas([condition, resultat, motif]) {
    const muet = ["texte", ...ISSUES].includes(resultat[0]);
    const ecrite = muet ? () => "" : this.#redaction(resultat);
    return {
      condition: condition === null ? null : this.calcul(condition),
      ecrite: condition === null ? null : this.#redaction(condition),
      issue: muet ? ecrite : (s) => ` → ${ecrite(s)}`,
      raison: motif ? this.phrase(motif) : () => null,
    };
  }

  #redaction(arbre) {
    return rediger(arbre, (feuille) => this.#nommer(feuille));
  }

  /** What a formula starts from, with its value. */
  #nommer([genre, nom, ...indices]) {
    if (genre === "texte") return () => `« ${this.codes[nom] ?? nom} »`;
    if (genre === "parametre") {
      const [parametre, cellule] = [this.parametres[nom], this.cellule(indices)];
      return (s) => {
        const trouvee = cellule(s);
        if (present(trouvee)) return parametre.au(trouvee, s.iso).texte;
        if (trouvee.etat === "inconnu") return `« ${parametre.titre} »`;
        return trouvee.etat === "sans-objet" ? "sans objet" : "erreur";
      };
    }
    const rang = this.rang(nom);
    return (s) => {
      const montre = s.affichage(rang);
      // « non » alone says nothing: a yes/no answer is written with its question.
      return typeof s.etat(rang) === "boolean" ? `${this.noms[rang]} (${montre})` : montre;
    };
  }
}

/** The parameters that a tree reads, even in the branches that will not be taken. */
function parametresDe(arbre) {
  if (!Array.isArray(arbre)) return [];
  return arbre[0] === "parametre" ? [arbre] : arbre.flatMap(parametresDe);
}

/** The sources of a step and those of the values it reads, made once a day for the same cells. */
function sourcesDe(textes, feuilles) {
  let jour;
  let listes;
  return (s) => {
    if (s.iso !== jour) [jour, listes] = [s.iso, new Map()];
    let cle = null;
    for (const [, cellule] of feuilles) {
      const trouvee = cellule(s);
      const mot = present(trouvee) ? trouvee : "?";
      cle = cle === null ? mot : `${cle},${mot}`;
    }
    if (!listes.has(cle)) {
      const lues = feuilles.map(([parametre, cellule]) => [parametre, cellule(s)]).filter(([, cellule]) => present(cellule));
      listes.set(cle, [...new Set([...textes, ...lues.flatMap(([lu, cellule]) => lu.au(cellule, jour).sources)])]);
    }
    return listes.get(cle);
  };
}

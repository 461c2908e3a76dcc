// The trace is the product: each result and each step, in words, with its values, its reason and its sources.

import { absence, present } from "./etats.js";
import { afficherNombre, exact } from "./format.js";
import { ISSUES } from "./operations.js";
import { lire } from "./rational.js";
import { rediger } from "./rediger.js";
import { libelles } from "./situation.js";

export class Trace {
  /** @param {import("./situation.js").Situation} situation */
  constructor(situation) {
    this.situation = situation;
    const { entrees, etapes } = situation.programme;
    this.codes = Object.assign({}, ...[...entrees, ...etapes].map(libelles));
  }

  /** One result as the contract of the calculators gives it. */
  resultat(nom) {
    const etat = this.situation.renvoi(nom);
    if (!present(etat)) return { ...etat };
    const etape = this.situation.lignes.get(nom);
    const montre = { exact: exact(etat), affichage: this.situation.affichage(nom) };
    if (etape.type === "nombre") montre.unite = etape.unite;
    if (etape.type === "texte") Object.assign(montre, { code: etat, message: this.#parceQue(etape) ?? "" });
    return montre;
  }

  /** One line of the trace. */
  ligne(etape) {
    const etat = this.situation.renvoi(etape.nom);
    const ligne = {
      id: etape.nom,
      libelle: etape.libelle,
      nature: etape.nature,
      formule: etape.formule,
      substitution: this.#substitution(etape.arbre),
    };
    Object.assign(
      ligne,
      present(etat) ? { exact: exact(etat), affichage: this.situation.affichage(etape.nom) } : etat,
    );
    const raison = this.#parceQue(etape);
    if (raison) ligne.parce_que = raison;
    const textes = [...etape.sources, ...this.#sourcesDesParametres(etape.arbre)].map(({ texte }) => texte);
    ligne.sources = [...new Set(textes)];
    return ligne;
  }

  /** The reason of the case that was taken. */
  #parceQue(etape) {
    if (etape.arbre[0] !== "cas") return null;
    for (const [condition, , raison] of etape.arbre.slice(1)) {
      const vraie = condition === null ? true : this.situation.evaluer(condition);
      if (vraie === true) return raison ? this.situation.phrase(raison) : null;
      if (vraie !== false) return null;
    }
    return null;
  }

  /** The formula with its values; of a list of cases, those that were tried. */
  #substitution(arbre) {
    const ecrire = (tree) => rediger(tree, (feuille) => this.#nommer(feuille));
    if (arbre[0] !== "cas") return ecrire(arbre);
    const essais = [];
    for (const [condition, resultat] of arbre.slice(1)) {
      const issue = ["texte", ...ISSUES].includes(resultat[0]) ? "" : ` → ${ecrire(resultat)}`;
      if (condition === null) {
        essais.push(`sinon${issue}`);
        break;
      }
      const vraie = this.situation.evaluer(condition);
      const reponse = vraie === true ? `vrai${issue}` : vraie === false ? "faux" : "inconnu";
      essais.push(`${ecrire(condition)} : ${reponse}`);
      if (vraie !== false) break;
    }
    return essais.join(" ; ");
  }

  /** What a formula starts from, with its value. */
  #nommer(feuille) {
    if (feuille[0] === "texte") return `« ${this.codes[feuille[1]] ?? feuille[1]} »`;
    if (feuille[0] === "parametre") return this.#parametre(feuille);
    const montre = this.situation.affichage(feuille[1]);
    // « non » alone says nothing: a yes/no answer is written with its question.
    const oui = typeof this.situation.renvoi(feuille[1]) === "boolean";
    return oui ? `${this.situation.libelle(feuille[1])} (${montre})` : montre;
  }

  /** The value of a parameter, read without a warning: a branch that was not taken warns of nothing. */
  #parametre(feuille) {
    const parametre = this.situation.programme.parametres[feuille[1]];
    const indices = feuille.slice(2).map((indice) => this.situation.evaluer(indice));
    const manque = absence(indices);
    if (manque?.etat === "inconnu") return `« ${parametre.titre} »`;
    const trouvee = manque ?? this.situation.periode(feuille[1], indices);
    if (present(trouvee)) return afficherNombre(lire(trouvee.valeur), parametre.unite);
    return trouvee.etat === "sans-objet" ? "sans objet" : "erreur";
  }

  /** The dated sources of the values that a step reads, even in the branches it did not take. */
  #sourcesDesParametres(arbre) {
    if (!Array.isArray(arbre) || !arbre.length) return [];
    if (arbre[0] !== "parametre") return arbre.flatMap((partie) => this.#sourcesDesParametres(partie));
    const indices = arbre.slice(2).map((indice) => this.situation.evaluer(indice));
    if (!indices.every(present)) return [];
    const trouvee = this.situation.periode(arbre[1], indices);
    return present(trouvee) ? trouvee.sources : [];
  }
}

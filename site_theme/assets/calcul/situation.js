// One situation: a program, a day, some inputs. Values are computed once, when they are needed.

import * as dates from "./dates.js";
import { present } from "./etats.js";
import { afficher } from "./format.js";
import { preparer } from "./preparation.js";

export class Situation {
  /**
   * @param {object} programme
   * @param {{jour: number}} jour
   * @param {Record<string, unknown>} entrees checked values in base form (30 % is 3/10)
   */
  constructor(programme, jour, entrees) {
    this.pret = preparer(programme);
    this.iso = dates.ecrire(jour);
    this.donnees = entrees;
    this.etats = new Array(this.pret.connus.length);
    this.etats[0] = jour;
    this.textes = new Array(this.pret.connus.length);
    this.cas = new Array(this.pret.connus.length);
    this.avertissements = new Set();
  }

  /** The state of an input or of a step. @param {number} rang */
  etat(rang) {
    const connu = this.etats[rang];
    return connu === undefined ? (this.etats[rang] = this.pret.calculs[rang](this)) : connu;
  }

  /** The value of a cell that day; one that is only the last known leaves a warning. */
  valeur(parametre, cellule) {
    if (!present(cellule)) return cellule;
    const { etat, rappel } = parametre.au(cellule, this.iso);
    if (rappel) this.avertissements.add(rappel);
    return etat;
  }

  /** What an input or a step shows; a question not answered shows its name. */
  affichage(rang) {
    return (this.textes[rang] ??= this.#afficher(rang));
  }

  /** True when a question is to be asked. @param {string} nom */
  posee(nom) {
    const { si } = this.pret.connus[this.pret.rang(nom)];
    return si === null || this.pret.calcul(si)(this) === true;
  }

  #afficher(rang) {
    const etat = this.etat(rang);
    if (present(etat)) return afficher(etat, this.pret.connus[rang].unite, this.pret.libelles[rang]);
    if (etat.etat === "inconnu") return `« ${this.pret.noms[rang]} »`;
    return etat.etat === "sans-objet" ? "sans objet" : "erreur";
  }
}

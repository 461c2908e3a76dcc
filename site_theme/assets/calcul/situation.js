// One situation: a program, a day, some inputs. Values are computed once, when they are needed.

import * as dates from "./dates.js";
import { inconnu, present, refus, sansObjet } from "./etats.js";
import { afficher } from "./format.js";
import { OPERATIONS } from "./operations.js";
import { lire } from "./rational.js";

const longue = (iso) => dates.longue(dates.lire(iso));

export class Situation {
  /**
   * @param {object} programme
   * @param {{jour: number}} jour
   * @param {Record<string, unknown>} entrees checked values in base form (30 % is 3/10)
   */
  constructor(programme, jour, entrees) {
    this.programme = programme;
    this.iso = dates.ecrire(jour);
    this.donnees = entrees;
    this.questions = new Map(programme.entrees.map((entree) => [entree.nom, entree]));
    this.lignes = new Map(programme.etapes.map((etape) => [etape.nom, etape]));
    this.etats = new Map([["date_reference", jour]]);
    this.avertissements = new Set();
  }

  evaluer(arbre) {
    return OPERATIONS[arbre[0]].evaluer(arbre, this);
  }

  renvoi(nom) {
    if (!this.etats.has(nom)) {
      const ligne = this.lignes.get(nom);
      this.etats.set(nom, ligne ? this.evaluer(ligne.arbre) : this.#entree(nom));
    }
    return this.etats.get(nom);
  }

  parametre(nom, cellule) {
    const periode = this.periode(nom, cellule);
    if (!present(periode)) return periode;
    const parametre = this.programme.parametres[nom];
    if (periode.rappel_apres && this.iso > periode.rappel_apres) this.avertissements.add(rappel(parametre, periode));
    return lire(periode.valeur);
  }

  /** A sentence with `{nom}` replaced by what that value shows. */
  phrase(texte) {
    return texte.replace(/\{([^{}]*)\}/g, (_, nom) => this.affichage(nom));
  }

  /** What an input or a step shows; a question not answered shows its name. */
  affichage(nom) {
    const etat = this.renvoi(nom);
    const connu = this.questions.get(nom) ?? this.lignes.get(nom) ?? {};
    if (present(etat)) return afficher(etat, connu.unite, libelles(connu));
    if (etat.etat === "inconnu") return `« ${this.libelle(nom)} »`;
    return etat.etat === "sans-objet" ? "sans objet" : "erreur";
  }

  /** The short name of an input, the label of a step. */
  libelle(nom) {
    const connu = this.questions.get(nom) ?? this.lignes.get(nom);
    return connu ? (connu.court ?? connu.libelle) : nom;
  }

  /** The period of a cell that covers the day, or why there is none. */
  periode(nom, cellule) {
    const { titre, cellules } = this.programme.parametres[nom];
    const periodes = cellules[cellule.join("/")];
    if (!periodes) return refus(`${titre} : aucune valeur pour ${cellule.join(" / ")}`);
    if (this.iso < periodes[0].du) return refus(`${titre} : inconnu avant le ${longue(periodes[0].du)}`);
    const trouvee = periodes.find((p) => p.du <= this.iso && (p.au === null || this.iso <= p.au));
    if (!trouvee) return refus(`${titre} : inconnu au ${longue(this.iso)}`);
    return trouvee.valeur === null ? refus(`${titre} : inconnu ${motif(trouvee)}`) : trouvee;
  }

  /** Not asked when its condition is false; then what was given, else its default, else the question. */
  #entree(nom) {
    const question = this.questions.get(nom);
    if (question.si !== null) {
      const posee = this.evaluer(question.si);
      if (typeof posee !== "boolean") return posee;
      if (!posee) return sansObjet("question sans objet");
    }
    if (nom in this.donnees) return this.donnees[nom];
    if (question.defaut === null) return inconnu([nom]);
    const lecteurs = { nombre: lire, date: dates.lire };
    return (lecteurs[question.type] ?? ((x) => x))(question.defaut);
  }
}

/** Code → words, for a choice or for a step that gives a text. */
export const libelles = (connu) =>
  connu.libelles ?? Object.fromEntries((connu.options ?? []).map(({ code, libelle }) => [code, libelle]));

function motif(periode) {
  const raison = periode.motif ? ` (${periode.motif})` : "";
  if (!periode.au) return `à compter du ${longue(periode.du)}${raison}`;
  return `du ${longue(periode.du)} au ${longue(periode.au)}${raison}`;
}

function rappel(parametre, periode) {
  const raison = periode.motif ? ` (${periode.motif})` : "";
  const depuis = `en vigueur depuis le ${longue(periode.du)}, vérifié le ${longue(parametre.verifie_le)}`;
  return `${parametre.titre} : dernier montant connu, ${depuis}${raison}`;
}

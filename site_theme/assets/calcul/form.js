// The form: what was answered, what could not be read, what is not asked. Touches the page through data-… hooks only.

import { typographier } from "./format.js";
import { Refusee, lireDate, lireEntree } from "./saisie.js";

export class Formulaire {
  /** @param {HTMLFormElement} form @param {object} programme */
  constructor(form, programme) {
    this.form = form;
    this.programme = programme;
  }

  /** The text of an answer, empty when there is none. @param {string} nom */
  texte(nom) {
    const champ = this.form.elements[nom];
    return champ ? champ.value : "";
  }

  /** Put an answer back; an unknown radio or choice is left empty. */
  remplir(nom, texte) {
    const champ = this.form.elements[nom];
    if (champ) champ.value = texte;
  }

  /** True when the form asks this, and a list of choices holds the answer. */
  accepte(nom, texte) {
    const champ = this.form.elements[nom];
    return Boolean(champ) && (!champ.options || [...champ.options].some(({ value }) => value === texte));
  }

  /** Every answer as text, those that are empty left out. */
  textes() {
    const noms = ["date_reference", ...this.programme.entrees.map(({ nom }) => nom)];
    return Object.fromEntries(noms.map((nom) => [nom, this.texte(nom).trim()]).filter(([, texte]) => texte));
  }

  /** The day whose law applies, or null after its fault was shown. An empty field means `aujourdhui`. */
  date(aujourdhui) {
    const champ = this.form.elements.date_reference;
    // A half-typed or impossible date reads as empty: only `badInput` tells it from no answer.
    if (champ.validity.badInput) return this.#refuser("date_reference", "cette date n'existe pas");
    return this.#lire("date_reference", () => lireDate(champ.value || aujourdhui), null);
  }

  /** The values that can be read; each that cannot shows its fault on its field. */
  valeurs() {
    const valeurs = {};
    for (const entree of this.programme.entrees) {
      const texte = this.texte(entree.nom);
      const champ = this.form.elements[entree.nom];
      if (champ?.validity?.badInput) this.#refuser(entree.nom, "cette date n'existe pas");
      else if (!texte.trim()) this.#dire(entree.nom, "");
      else {
        const valeur = this.#lire(entree.nom, () => lireEntree(entree, texte), undefined);
        if (valeur !== undefined) valeurs[entree.nom] = valeur;
      }
    }
    return valeurs;
  }

  /** Hide the questions that are without object in this situation. @param {(nom: string) => boolean} posee */
  demander(posee) {
    for (const { nom, si } of this.programme.entrees) {
      if (si !== null) this.#champ(nom).hidden = !posee(nom);
    }
  }

  /** True when some field holds what cannot be read. */
  get enFaute() {
    return this.form.querySelector("[aria-invalid=true]") !== null;
  }

  /** Put the reader on a question. */
  viser(nom) {
    const cible = this.#champ(nom).querySelector("input, select");
    cible?.focus();
  }

  #champ(nom) {
    return this.form.querySelector(`[data-champ="${nom}"]`);
  }

  #lire(nom, lecture, defaut) {
    try {
      const valeur = lecture();
      this.#dire(nom, "");
      return valeur;
    } catch (erreur) {
      if (!(erreur instanceof Refusee)) throw erreur;
      this.#refuser(nom, erreur.message);
      return defaut;
    }
  }

  #refuser(nom, message) {
    this.#dire(nom, message);
    return null;
  }

  #dire(nom, message) {
    const champ = this.#champ(nom);
    const place = champ.querySelector("[data-erreur]");
    const phrase = message && `Erreur : ${typographier(message)}.`;
    if (place.textContent !== phrase) place.textContent = phrase;
    place.hidden = !message;
    for (const controle of champ.querySelectorAll("input, select")) {
      if (message) controle.setAttribute("aria-invalid", "true");
      else controle.removeAttribute("aria-invalid");
    }
  }
}

/* The dialog of the search, on any page: what is typed is answered as it comes. */
import { chemin } from "../page/chemin.js";
import { choixCourant } from "../page/choix.js";
import { bouton, element } from "../page/elements.js";
import { ecrireFragment } from "./adresse.js";
import { compter, correction, option, optionReponse } from "./apparence.js";
import { Combobox } from "./combobox.js";
import { charger } from "./moteur.js";

const NOMBRE = 8;

export function dialogue(boite) {
  const vue = new Dialogue(boite);
  boite.addEventListener("memento:charger", () => vue.charger());
  document.addEventListener("memento:structure", () => vue.moteur && vue.chercher());
  vue.charger();
}

class Dialogue {
  constructor(boite) {
    const trouver = (nom) => boite.querySelector(nom);
    Object.assign(this, { boite, racine: boite.dataset.chercherBoite, moteur: null, fait: null });
    Object.assign(this, { champ: trouver("[role=combobox]"), statut: trouver("[data-statut]"), autour: trouver("[data-autour]") });
    this.aide = [...this.autour.childNodes];
    this.combobox = new Combobox(this.champ, trouver("[role=listbox]"), () => this.toutVoir());
    this.champ.addEventListener("input", () => this.moteur && this.chercher());
    // Closed before it leads away: the place may be on this very page.
    this.combobox.liste.addEventListener("click", (event) => {
      const lien = event.target.closest("a");
      if (!lien || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.partir(lien.href);
    });
  }

  async charger() {
    if (this.moteur) return;
    try {
      this.moteur = await charger(this.racine, this.boite.dataset.lunr);
    } catch (erreur) {
      console.warn("La recherche ne se charge pas.", erreur);
      this.boite.echouer();
      return;
    }
    this.chercher();
  }

  get texte() {
    return this.champ.value.trim();
  }

  /** Nothing is done again for the same words and the same structure. */
  chercher() {
    const { siae } = choixCourant(location.search, { siae: this.moteur.noms.siae });
    const demande = `${siae} ${this.texte}`;
    if (demande === this.fait) return;
    this.fait = demande;
    if (this.texte) this.montrer(this.moteur.chercher(this.texte, { structure: siae, saisie: true }), siae);
    else this.vider();
  }

  vider() {
    this.statut.textContent = "";
    this.autour.replaceChildren(...this.aide);
    this.combobox.montrer([]);
  }

  montrer(trouve, siae) {
    const { noms } = this.moteur;
    const { resultats, reponses, total, corrections } = trouve;
    const dits = new Set(reponses.map(({ url }) => url));
    const options = [
      ...reponses.map((une) => optionReponse(une, resultats.find(({ url }) => url === une.url), chemin(this.racine, une.url), noms, siae)),
      ...resultats.filter(({ url }) => !dits.has(url)).slice(0, NOMBRE).map((un) => option(un, chemin(this.racine, un.url), noms, siae)),
    ];
    if (total) options.push(element("a", { href: this.adresse, class: "m-option m-option-tout" }, total > 1 ? `Voir les ${total} résultats` : "Voir ce résultat"));
    this.combobox.montrer(options);
    const ordre = siae.length && resultats.at(-1)?.hors ? `, d’abord ceux de votre structure (${siae.join(", ")})` : "";
    this.statut.textContent = `${compter(total)}${ordre}`;
    this.autour.replaceChildren(...corrections.map((une) => element("p", {}, correction(une))), ...(total ? [] : this.suites(trouve)));
  }

  /** What to do when nothing answers. */
  suites({ suggestions }) {
    const proposer = (mot) =>
      bouton(mot, () => {
        this.champ.value = mot;
        this.champ.focus();
        this.chercher();
      });
    return [
      ...(suggestions.length ? [element("p", { class: "m-actions" }, "Essayez : ", ...suggestions.map(proposer))] : []),
      element("p", {}, element("a", { href: this.adresse }, "Que faire ?"), " D’autres mots, le glossaire, ou une règle à proposer."),
    ];
  }

  get adresse() {
    return chemin(this.racine, "recherche/") + ecrireFragment({ texte: this.texte });
  }

  toutVoir() {
    if (this.texte) this.partir(this.adresse);
  }

  partir(adresse) {
    this.boite.close();
    location.assign(adresse);
  }
}

// Where a calculator meets its page. The only module that reads a clock.

import { Situation } from "./situation.js";
import { evaluer } from "./evaluate.js";
import { avertissements, resultats, resume, trace } from "./explain.js";
import { Formulaire } from "./form.js";
import { ecrireFragment, lireFragment } from "./partage.js";

const PAUSE_MS = 400;

/** Today's civil date where the reader is, read at each evaluation: a page stays open over midnight. */
function aujourdhui() {
  const maintenant = new Date();
  const deux = (n) => String(n).padStart(2, "0");
  return `${maintenant.getFullYear()}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
}

class Calculateur {
  constructor(racine) {
    this.racine = racine;
    this.programme = JSON.parse(this.un("[data-programme]").textContent);
    this.form = this.un("[data-formulaire]");
    this.formulaire = new Formulaire(this.form, this.programme);
    this.prefixe = racine.dataset.racine ?? "";
  }

  un(selecteur) {
    return this.racine.querySelector(selecteur);
  }

  demarrer() {
    const { textes, recu } = lireFragment(location.hash, this.programme);
    this.vide();
    this.remplir(textes);
    this.un("[data-recu]").hidden = !recu || recu === this.programme.empreinte;
    this.form.addEventListener("input", () => this.repondre());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are empty only once the event is over.
    this.form.addEventListener("reset", () => setTimeout(() => (this.vide(), this.repondre())));
    this.un("[data-copier-lien]").addEventListener("click", () => this.copier());
    for (const bouton of document.querySelectorAll("[data-exemple]")) {
      bouton.addEventListener("click", () => this.charger(JSON.parse(bouton.dataset.valeurs)));
    }
    addEventListener("hashchange", () => {
      const nouveau = lireFragment(location.hash, this.programme);
      if (nouveau.recu) this.remplir(nouveau.textes);
      this.repondre(false);
    });
    this.racine.classList.add("pret");
    this.repondre(false);
  }

  /** The form as it is before any answer: today, and the defaults that the page shows. */
  vide() {
    this.formulaire.remplir("date_reference", aujourdhui());
  }

  remplir(textes) {
    for (const [nom, texte] of Object.entries(textes)) this.formulaire.remplir(nom, texte);
  }

  charger({ date, entrees }) {
    this.form.reset();
    setTimeout(() => {
      this.remplir({ ...entrees, date_reference: date });
      this.repondre();
      this.racine.scrollIntoView({ block: "start" });
      this.form.elements.date_reference.focus({ preventScroll: true });
    });
  }

  repondre(memoriser = true) {
    const jour = this.formulaire.date(aujourdhui());
    const valeurs = this.formulaire.valeurs();
    if (!jour) return this.taire();
    const situation = new Situation(this.programme, jour, valeurs);
    this.formulaire.demander((nom) => situation.posee(nom));
    const evaluation = evaluer(this.programme, jour, valeurs);
    this.un("[data-resultats]").replaceChildren(
      ...resultats(this.programme, evaluation, (nom) => this.formulaire.viser(nom)),
    );
    this.un("[data-avertissements]").replaceChildren(...avertissements(evaluation));
    this.un("[data-etapes]").replaceChildren(...trace(this.programme, evaluation, this.prefixe));
    this.annoncer(resume(this.programme, evaluation));
    if (memoriser) history.replaceState(null, "", `#${this.fragment()}`);
    return undefined;
  }

  /** No day, no law: the page says nothing rather than something old. */
  taire() {
    for (const place of ["[data-resultats]", "[data-avertissements]", "[data-etapes]"]) {
      this.un(place).replaceChildren();
    }
  }

  fragment() {
    return ecrireFragment(this.formulaire.textes(), this.programme.empreinte);
  }

  /** Those who listen hear the answer when typing pauses, not at each key. */
  annoncer(phrase) {
    clearTimeout(this.attente);
    this.attente = setTimeout(() => {
      const place = this.un("[data-resume]");
      if (place.textContent !== phrase) place.textContent = phrase;
    }, PAUSE_MS);
  }

  async copier() {
    const adresse = `${location.href.split("#")[0]}#${this.fragment()}`;
    history.replaceState(null, "", adresse);
    const place = this.un("[data-copie]");
    try {
      await navigator.clipboard.writeText(adresse);
      place.textContent = "Lien copié.";
    } catch {
      place.textContent = "La copie n'est pas permise ici : le lien est dans la barre d'adresse.";
    }
  }
}

for (const racine of document.querySelectorAll("[data-calculateur]")) new Calculateur(racine).demarrer();

// Where a calculator meets its page. The only module that reads a clock.

import { choixDeLaPage } from "../page/choix.js";
import { ecrire, longue } from "./dates.js";
import { evaluer } from "./evaluate.js";
import { avertissements, liste, resultats, resume, trace } from "./explain.js";
import { reponses, texte } from "./fiche.js";
import { Formulaire } from "./form.js";
import { ecrireFragment, lireFragment } from "./partage.js";
import { Situation } from "./situation.js";

const PAUSE_MS = 400;
const MARGE_PX = 40;

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

  tous(selecteur) {
    return this.racine.querySelectorAll(selecteur);
  }

  demarrer() {
    const { textes, recu } = lireFragment(location.hash, this.programme);
    this.vide();
    if (Object.keys(textes).length) this.remplir(textes);
    else this.declarer();
    this.un("[data-recu]").hidden = !recu || recu === this.programme.empreinte;
    this.form.addEventListener("input", () => this.repondre());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are empty only once the event is over.
    this.form.addEventListener("reset", () => setTimeout(() => (this.vide(), this.repondre())));
    for (const bouton of this.tous("[data-copier]")) {
      bouton.addEventListener("click", () => this.copier(bouton.dataset.copier));
    }
    this.un("[data-imprimer]").addEventListener("click", () => print());
    this.preparerImpression();
    for (const bouton of this.tous("[data-jour]")) {
      bouton.addEventListener("click", () => this.dater(bouton.dataset.jour));
      bouton.addEventListener("keydown", ({ key }) => this.parcourir(bouton, key));
    }
    for (const code of document.querySelectorAll("[data-integrer]")) {
      code.textContent = code.textContent.replace(/"[^"]*"/, `"${new URL(code.dataset.integrer, location.href)}"`);
    }
    for (const bouton of document.querySelectorAll("[data-exemple]")) {
      bouton.addEventListener("click", () => this.charger(JSON.parse(bouton.dataset.valeurs)));
    }
    addEventListener("hashchange", () => {
      const nouveau = lireFragment(location.hash, this.programme);
      if (nouveau.recu) this.remplir(nouveau.textes);
      this.repondre(false);
    });
    // The part that cites may start later: it asks.
    document.addEventListener("memento:resultat-demande", () => this.publier?.());
    this.racine.classList.add("pret");
    this.repondre(false);
  }

  /** The form as it is before any answer: today, and the defaults that the page shows. */
  vide() {
    this.formulaire.remplir("date_reference", aujourdhui());
  }

  /** What the reader declared once for all (« Ma structure »), where the form asks it and the link answers nothing. */
  declarer() {
    const { siae, territoire, date } = choixDeLaPage(document, location.search);
    const connus = { siae: siae.length === 1 && siae[0], territoire, date_reference: date };
    const poses = Object.entries(connus).filter(([nom, texte]) => texte && this.formulaire.accepte(nom, texte));
    this.remplir(Object.fromEntries(poses));
    this.un("[data-prerempli]").hidden = !poses.length;
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
    this.fiche = [evaluation, reponses(this.programme, situation)];
    this.situer(ecrire(jour));
    this.un("[data-resultats]").replaceChildren(
      ...resultats(this.programme, evaluation, (nom) => this.formulaire.viser(nom)),
    );
    this.un("[data-avertissements]").replaceChildren(...avertissements(evaluation));
    this.un("[data-etapes]").replaceChildren(...trace(this.programme, evaluation, this.prefixe));
    this.un("[data-reponses]").replaceChildren(liste(this.fiche[1]));
    this.un("[data-adresse]").textContent = this.adresse();
    this.annoncer(resume(this.programme, evaluation));
    this.publier = () => this.direAilleurs(evaluation, jour);
    this.publier();
    if (memoriser) history.replaceState(null, "", `#${this.fragment()}`);
    return undefined;
  }

  /** What was computed, for the part of the page that cites it; nothing as long as no result is known. */
  direAilleurs(evaluation, jour) {
    if (!Object.values(evaluation.resultats).some(({ etat }) => !etat)) return;
    const detail = { resultat: resume(this.programme, evaluation), jour: longue(jour), adresse: this.adresse() };
    document.dispatchEvent(new CustomEvent("memento:resultat", { detail }));
  }

  /** No day, no law: the page says nothing rather than something old. */
  taire() {
    this.fiche = null;
    this.publier = null;
    for (const place of ["[data-resultats]", "[data-avertissements]", "[data-etapes]", "[data-reponses]"]) {
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

  /** The link that restores every answer. */
  adresse() {
    return `${location.href.split("#")[0]}#${this.fragment()}`;
  }

  /** Another day of the time line. */
  dater(jour) {
    this.formulaire.remplir("date_reference", jour);
    this.repondre();
  }

  /** The time line is one stop of the keyboard: arrows go from day to day. */
  parcourir(bouton, touche) {
    const pas = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[touche];
    bouton.parentElement[pas]?.firstElementChild.focus();
  }

  /** Which stretch of the time line the reference date is in. */
  situer(iso) {
    const passes = [...this.tous("[data-jour]")];
    const courant = passes.filter(({ dataset }) => dataset.jour <= iso).pop();
    for (const bouton of passes) {
      bouton.tabIndex = bouton === (courant ?? passes[0]) ? 0 : -1;
      if (bouton === courant) bouton.setAttribute("aria-current", "date");
      else bouton.removeAttribute("aria-current");
    }
    if (courant) this.un("[data-frise]").scrollLeft = courant.parentElement.offsetLeft - MARGE_PX;
  }

  /** On paper the computation is always shown, then left as it was. */
  preparerImpression() {
    const calcul = this.un("[data-trace]");
    let ouvert;
    addEventListener("beforeprint", () => ([ouvert, calcul.open] = [calcul.open, true]));
    addEventListener("afterprint", () => (calcul.open = ouvert));
  }

  async copier(quoi) {
    const adresse = this.adresse();
    history.replaceState(null, "", adresse);
    const place = this.un("[data-copie]");
    const [titre, pied] = [document.querySelector("h1").innerText, this.un("[data-pied]").textContent];
    try {
      const mots = quoi === "texte" && this.fiche ? texte(this.programme, ...this.fiche, { titre, pied, adresse }) : adresse;
      await navigator.clipboard.writeText(mots);
      place.textContent = quoi === "texte" ? "Résultat copié." : "Lien copié.";
    } catch {
      place.textContent = "La copie n’est pas permise ici : le lien est dans la barre d’adresse.";
    }
  }
}

for (const racine of document.querySelectorAll("[data-calculateur]")) new Calculateur(racine).demarrer();

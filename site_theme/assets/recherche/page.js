/* The page of the search: what is asked stands in the fragment of its address, and is found again from it. */
import { chemin } from "../page/chemin.js";
import { choixCourant } from "../page/choix.js";
import { bouton, element } from "../page/elements.js";
import { choisirCourt, estCourt } from "../page/raccourci.js";
import { ecrireFragment, lireFragment, sansFiltre } from "./adresse.js";
import { carte, compter, correction, ligne } from "./apparence.js";
import { Facettes } from "./facettes.js";
import { charger } from "./moteur.js";

const PAS = 20;
// Browsers bear few changes of the address in a row.
const REPIT = 200;

export async function page(boite) {
  const vue = new PageDeRecherche(boite);
  raccourci(boite);
  await vue.charger();
}

/** The one-key shortcut, which a reader may turn off. */
function raccourci(boite) {
  const coche = boite.querySelector("[data-raccourci]");
  coche.checked = estCourt();
  coche.addEventListener("change", () => choisirCourt(coche.checked));
  coche.closest("[hidden]").hidden = false;
}

class PageDeRecherche {
  constructor(boite) {
    const nomme = Object.fromEntries([...boite.querySelectorAll("[data-role]")].map((objet) => [objet.dataset.role, objet]));
    Object.assign(this, { boite, ...nomme, racine: boite.dataset.recherche, titre: document.title, fait: null, vus: history.state?.vus ?? PAS });
    Object.assign(this, lireFragment(location.hash, {}));
    this.champ.value = this.texte;
    this.sans.hidden = true;
    this.formulaire.hidden = false;
    if (!this.texte) this.champ.focus();
    this.formulaire.addEventListener("submit", (event) => {
      event.preventDefault();
      this.noter();
    });
    this.suite.addEventListener("click", () => this.continuer());
    this.ouvrirSurEcranLarge(matchMedia("(min-width: 60em)"));
  }

  async charger() {
    this.statut.textContent = "La recherche se charge…";
    this.echec.hidden = true;
    try {
      this.moteur = await charger(this.racine, this.boite.dataset.lunr);
    } catch (erreur) {
      console.warn("La recherche ne se charge pas.", erreur);
      this.statut.textContent = "";
      this.echec.replaceChildren("La recherche n’a pas pu se charger. Vérifiez le réseau, ou suivez un des chemins ci-dessous. ", bouton("Réessayer", () => this.charger()));
      this.echec.hidden = false;
      return;
    }
    this.facettes = new Facettes(this.filtrage, this.puces, this.moteur.noms, (...choix) => this.filtrer(...choix));
    // What was typed meanwhile stays.
    Object.assign(this, lireFragment(location.hash, this.moteur.noms), { texte: this.champ.value });
    this.champ.addEventListener("input", () => this.taper(this.champ.value));
    this.champ.addEventListener("blur", () => this.noter());
    for (const nom of ["popstate", "hashchange"]) addEventListener(nom, () => this.relire());
    document.addEventListener("memento:structure", () => this.chercher());
    this.chercher();
  }

  /** An address reached by the buttons of the browser, or typed. */
  relire() {
    if (location.hash === ecrireFragment(this)) return;
    Object.assign(this, lireFragment(location.hash, this.moteur.noms), { vus: history.state?.vus ?? PAS });
    this.champ.value = this.texte;
    this.chercher();
  }

  taper(texte) {
    Object.assign(this, { texte, vus: PAS });
    this.chercher();
    clearTimeout(this.attente);
    this.attente = setTimeout(() => this.noter(), REPIT);
  }

  /** A choice is a step that one can go back from. */
  filtrer(facette, code, voulu) {
    this.noter();
    const autres = facette ? this.filtres[facette].filter((un) => un !== code) : [];
    const filtres = facette ? { ...this.filtres, [facette]: voulu ? [...autres, code] : autres } : sansFiltre();
    this.adopter({ filtres });
    if (!facette) this.champ.focus();
  }

  adopter(change) {
    Object.assign(this, change, { vus: PAS });
    this.chercher();
    history.pushState(null, "", this.adresse);
  }

  /** The address of what is shown, without a step more to go back. */
  noter() {
    clearTimeout(this.attente);
    if (location.hash !== ecrireFragment(this) || (history.state?.vus ?? PAS) !== this.vus) {
      history.replaceState({ vus: this.vus }, "", this.adresse);
    }
  }

  get adresse() {
    return location.pathname + location.search + ecrireFragment(this);
  }

  /** Nothing is done again for the same request. */
  chercher() {
    const { siae } = choixCourant(location.search, { siae: this.moteur.noms.siae });
    const texte = this.texte.trim();
    const demande = JSON.stringify([texte, this.filtres, this.structure, siae]);
    if (demande === this.fait) return;
    this.fait = demande;
    this.siae = this.structure ? siae : [];
    document.title = texte ? `${texte} - ${this.titre}` : this.titre;
    this.trouve = texte ? this.moteur.chercher(texte, { filtres: this.filtres, structure: this.siae, saisie: true }) : null;
    this.direStructure(siae);
    this.montrer(texte, this.trouve ?? { resultats: [], reponses: [], corrections: [], suggestions: [], total: 0, facettes: null });
  }

  montrer(texte, { resultats, reponses, corrections, suggestions, total, facettes }) {
    const filtre = Object.values(this.filtres).some((codes) => codes.length);
    const hors = resultats.filter((un) => un.hors).length;
    const dont = hors ? `, dont ${hors} hors de votre structure` : "";
    this.statut.textContent = texte ? `${compter(total)} pour «\u00a0${texte}\u00a0»${filtre ? " avec ces filtres" : ""}${dont}` : "";
    this.lu.replaceChildren(...corrections.map((une) => element("p", {}, correction(une))));
    this.reponses.replaceChildren(
      ...reponses.map((une) => carte(une, resultats.find(({ url }) => url === une.url), chemin(this.racine, une.url), this.moteur.noms, this.siae)),
    );
    this.reponses.hidden = !reponses.length;
    this.facettes.montrer(facettes, this.filtres);
    this.affiner.hidden = !total && !filtre;
    this.liste.replaceChildren();
    this.ajouter(resultats.slice(0, this.vus));
    this.aucun.hidden = !texte || total > 0;
    this.suggestions.replaceChildren(
      ...(suggestions.length ? ["Essayez : ", ...suggestions.map((mot) => bouton(mot, () => this.essayer(mot)))] : []),
    );
  }

  ajouter(resultats) {
    const { noms } = this.moteur;
    this.liste.append(...resultats.map((un) => ligne(un, chemin(this.racine, un.url), noms, this.siae)));
    this.suite.hidden = !this.trouve || this.liste.childElementCount >= this.trouve.total;
  }

  continuer() {
    const suivant = this.liste.childElementCount;
    this.vus = suivant + PAS;
    this.ajouter(this.trouve.resultats.slice(suivant, this.vus));
    this.liste.children[suivant].querySelector("a").focus();
    this.noter();
  }

  essayer(mot) {
    this.champ.value = mot;
    this.champ.focus();
    this.adopter({ texte: mot });
  }

  direStructure(siae) {
    this.declaree.hidden = !siae.length;
    if (!siae.length) return;
    const nom = siae.join(", ");
    const change = (mots, structure) =>
      bouton(mots, () => {
        this.adopter({ structure });
        this.declaree.querySelector("button").focus();
      });
    this.declaree.replaceChildren(
      ...(this.structure
        ? [`Ma structure : ${nom} — ce qui ne la concerne pas vient après, en gris. `, change("Ne pas en tenir compte", false)]
        : [`Ma structure (${nom}) n’est pas prise en compte. `, change("En tenir compte", true)]),
    );
  }

  /** Facets are folded where there is no room beside the results. */
  ouvrirSurEcranLarge(large) {
    const ouvrir = () => (this.affiner.open = large.matches);
    large.addEventListener("change", ouvrir);
    ouvrir();
  }
}

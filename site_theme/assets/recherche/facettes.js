/* The facets of a search: boxes made once, then only counted and ticked, so that the one in use keeps the focus. */
import { bouton, element } from "../page/elements.js";
import { FACETTES } from "./adresse.js";

const TITRES = { genre: "Genre", siae: "Structure", portee: "Portée", statut: "Statut", theme: "Thème" };
const dire = (nom) => nom.replaceAll("'", "’");

export class Facettes {
  /** `changer` is told the facet, the code, and whether it is wanted. */
  constructor(boite, puces, noms, changer) {
    Object.assign(this, { puces, noms, changer, groupes: new Map() });
    for (const facette of FACETTES) {
      const choix = Object.entries(noms[facette]).map(([code, nom]) => this.choix(facette, code, nom));
      const cadre = element("fieldset", { hidden: true }, element("legend", {}, TITRES[facette]), ...choix.map(({ label }) => label));
      this.groupes.set(facette, { cadre, choix });
      boite.append(cadre);
    }
  }

  choix(facette, code, nom) {
    const coche = element("input", { type: "checkbox", value: code });
    const nombre = element("span", { class: "m-discret" });
    const label = element("label", { class: "m-coche", hidden: true }, coche, element("span", {}, `${dire(nom)} `, nombre));
    coche.addEventListener("change", () => this.changer(facette, code, coche.checked));
    return { code, coche, nombre, label };
  }

  /** @param comptes `[{ code, nombre }]` by facet, none when nothing was looked for */
  montrer(comptes, filtres) {
    for (const [facette, { cadre, choix }] of this.groupes) {
      const nombres = new Map((comptes?.[facette] ?? []).map(({ code, nombre }) => [code, nombre]));
      for (const { code, coche, nombre, label } of choix) {
        coche.checked = filtres[facette].includes(code);
        nombre.textContent = `(${nombres.get(code) ?? 0})`;
        label.hidden = !nombres.has(code) && document.activeElement !== coche;
      }
      const montres = choix.filter(({ label }) => !label.hidden);
      // A single choice that takes everything tells nothing.
      cadre.hidden = montres.length < 2 && !montres.some(({ coche }) => coche.checked);
    }
    this.rappeler(filtres);
  }

  /** What is applied, each to be taken away. */
  rappeler(filtres) {
    const appliques = FACETTES.flatMap((facette) => filtres[facette].map((code) => [facette, code]));
    const rappel = JSON.stringify(appliques);
    if (rappel === this.rappel) return;
    this.rappel = rappel;
    const boutons = appliques.map(([facette, code]) =>
      bouton("", () => this.changer(facette, code, false), { class: "m-bouton m-puce", "aria-label": `Retirer : ${dire(this.noms[facette][code])}` }),
    );
    boutons.forEach((un, rang) => {
      const [facette, code] = appliques[rang];
      un.append(dire(this.noms[facette][code]), element("span", { "aria-hidden": "true" }, " ✕"));
    });
    const rang = [...this.puces.children].indexOf(document.activeElement);
    this.puces.replaceChildren(...boutons, ...(boutons.length ? [bouton("Tout effacer", () => this.changer(null))] : []));
    this.puces.hidden = !boutons.length;
    if (rang >= 0) (boutons[Math.min(rang, boutons.length - 1)] ?? null)?.focus();
  }
}

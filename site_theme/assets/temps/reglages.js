// What the reader asks of a page about time: days and SIAE, in its address and in its form.

import * as dates from "../calcul/dates.js";
import { lire } from "../page/memoire.js";
import { element } from "./noeuds.js";

/** Today's civil date where the reader is. */
export function aujourdhui() {
  const maintenant = new Date();
  const deux = (n) => String(n).padStart(2, "0");
  return `${maintenant.getFullYear()}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
}

/** A day of the address, or what to take instead when it is missing or does not exist. */
export function jourDe(parametres, nom, sinon) {
  const date = dates.lire(parametres.get(nom) ?? "");
  return date && dates.admise(date) ? dates.ecrire(date) : sinon;
}

/** The codes asked for: those of the address, else those of the structure that the reader keeps. */
export function siaeDe(parametres, connues) {
  const gardees = lire("structure")?.siae;
  const voulues = parametres.has("siae") ? parametres.get("siae").split(",") : Array.isArray(gardees) ? gardees : [];
  return Object.keys(connues).filter((code) => voulues.includes(code));
}

/** One box a SIAE; `changer` is called with the codes chosen. */
export function cases(place, connues, choisies, changer) {
  for (const [code, nom] of Object.entries(connues)) {
    const boite = Object.assign(document.createElement("input"), { type: "checkbox", value: code });
    boite.checked = choisies.includes(code);
    const etiquette = element("label", "", boite, code);
    etiquette.title = nom;
    place.append(etiquette);
  }
  place.addEventListener("change", () => changer([...place.querySelectorAll(":checked")].map(({ value }) => value)));
}

/** Keep in the address what gives the page back; an empty value is left out, except for SIAE, where it means all. */
export function memoriser(valeurs) {
  const parametres = new URLSearchParams(location.search);
  for (const [nom, valeur] of Object.entries(valeurs)) {
    if (valeur === null) parametres.delete(nom);
    else parametres.set(nom, valeur);
  }
  history.replaceState(null, "", `?${parametres}${location.hash}`.replaceAll("%2C", ","));
}

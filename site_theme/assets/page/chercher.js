/* The search from anywhere: its links, « / » and Ctrl-K open a dialog. What searches is loaded only then. */
import { boiteDeRecherche } from "./chercher_boite.js";
import { element } from "./elements.js";
import { demande, estCourt } from "./raccourci.js";

export function chercher(racine) {
  const lien = racine.querySelector("[data-chercher][data-racine]");
  if (!lien) return;
  let boite = null;
  const ouvrir = () => {
    const surPlace = racine.querySelector("[data-recherche] form:not([hidden]) input");
    if (surPlace) {
      surPlace.focus();
      surPlace.select();
      return;
    }
    boite ??= preparer(lien);
    boite.ouvrir();
  };
  for (const porteur of racine.querySelectorAll("[data-chercher]")) {
    if (!racine.querySelector("[data-recherche]")) porteur.setAttribute("aria-haspopup", "dialog");
    porteur.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ouvrir();
    });
  }
  const court = estCourt();
  lien.querySelector("kbd").hidden = !court;
  lien.setAttribute("aria-keyshortcuts", court ? "/ Control+K" : "Control+K");
  racine.addEventListener("keydown", (event) => {
    if (!demande(event) || racine.querySelector("dialog[open]")) return;
    event.preventDefault();
    ouvrir();
  });
}

/** The dialog, and the script that makes it search: asked when it opens, once unless it fails. */
function preparer({ dataset: { racine, plan, moteur, lunr } }) {
  const boite = boiteDeRecherche(racine, plan, lunr);
  let demandee = false;
  const charger = () => {
    if (demandee) return;
    demandee = true;
    // Asked together: the script would ask for the others only once it is there.
    for (const href of [lunr, `${racine}assets/recherche-index.js`]) {
      document.head.append(element("link", { rel: "preload", as: "script", href }));
    }
    const script = element("script", { src: moteur });
    script.addEventListener("error", () => {
      script.remove();
      demandee = false;
      boite.echouer();
    });
    document.head.append(script);
  };
  boite.addEventListener("memento:charger", charger);
  return boite;
}

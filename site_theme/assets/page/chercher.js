/* The search from anywhere: its links, « / » and Ctrl-K open a dialog. What searches is loaded only then. */
import { boiteDeRecherche } from "./chercher_boite.js";
import { element } from "./elements.js";
import { lire } from "./memoire.js";

// Where a sign that is typed belongs to what is written there.
const ECRIT = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";

/** The reader may do without a shortcut of one key, which speech and some keyboards set off by mistake. */
export const RACCOURCI = "raccourci";

export function chercher(racine) {
  const lien = racine.querySelector("[data-chercher][data-racine]");
  if (!lien) return;
  let boite = null;
  const ouvrir = () => {
    const surPlace = racine.querySelector("[data-recherche] form:not([hidden]) input");
    if (surPlace) return surPlace.select();
    boite ??= preparer(lien);
    return boite.open || boite.ouvrir();
  };
  for (const porteur of racine.querySelectorAll("[data-chercher]")) {
    porteur.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ouvrir();
    });
  }
  const court = lire(RACCOURCI) !== false;
  lien.querySelector("kbd").hidden = !court;
  lien.setAttribute("aria-keyshortcuts", court ? "/ Control+K" : "Control+K");
  racine.addEventListener("keydown", (event) => {
    if (!demande(event) || racine.querySelector("dialog[open]")) return;
    event.preventDefault();
    ouvrir();
  });
}

function demande({ key, ctrlKey, metaKey, altKey, isComposing, target }) {
  if (altKey || isComposing) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k";
  return key === "/" && !target.closest(ECRIT) && lire(RACCOURCI) !== false;
}

/** The dialog, and the script that makes it search: asked when it opens, once unless it fails. */
function preparer({ dataset: { racine, plan } }) {
  const boite = boiteDeRecherche(racine, plan);
  let demandee = false;
  const charger = () => {
    if (demandee) return;
    demandee = true;
    const script = element("script", { src: `${racine}assets/recherche.js` });
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

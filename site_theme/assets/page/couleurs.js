/* Light or dark. Material's switch is two radio buttons, one under each label: a keyboard meets the wrong one. */
import { element } from "./elements.js";

export function couleurs(document) {
  const choix = document.querySelector("[data-md-component='palette']");
  if (!choix) return;
  const etiquettes = [...choix.querySelectorAll("label")];
  const bouton = element("button", { type: "button", class: "md-header__button md-icon", "data-couleurs": true });

  function montrer() {
    const visible = etiquettes.find((etiquette) => !etiquette.hidden);
    if (!visible) return;
    bouton.setAttribute("aria-label", visible.title || visible.dataset.nom);
    bouton.replaceChildren(...[...visible.childNodes].map((dessin) => dessin.cloneNode(true)));
  }

  // A tooltip would take the title away; and the other label only shows its own when the choice is made.
  for (const etiquette of etiquettes) etiquette.dataset.nom = etiquette.title;
  bouton.addEventListener("click", () => etiquettes.find((etiquette) => !etiquette.hidden)?.click());
  new MutationObserver(montrer).observe(choix, { subtree: true, attributes: true, attributeFilter: ["hidden"] });
  choix.before(bouton);
  choix.hidden = true;
  montrer();
}

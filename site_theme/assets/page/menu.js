/* The menu of a narrow window. Material's opens with a label, which a keyboard does not reach: here is a button. */
import { bouton, element } from "./elements.js";

export function menu(document) {
  const bascule = document.getElementById("__drawer");
  const etiquette = document.querySelector("[data-menu]");
  const volet = document.querySelector(".md-sidebar--primary");
  if (!bascule || !etiquette || !volet) return;

  const ouvrir = element("button", { type: "button", class: etiquette.className, "aria-label": "Menu", "data-menu": true });
  ouvrir.append(...etiquette.childNodes);
  etiquette.replaceWith(ouvrir);
  const fermer = bouton("Fermer le menu", () => basculer(false), { class: "m-bouton m-fermer-menu" });
  volet.append(fermer);
  // « Back », over each level of the menu, is a label too; so is what opens the plan of the page.
  const retours = [...volet.querySelectorAll("label.md-nav__title[for^='__nav'], label[for='__toc']")];
  for (const retour of retours) {
    retour.tabIndex = 0;
    retour.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      // Material presses the label that holds the focus: by then it would be the next one.
      event.stopPropagation();
      retour.click();
      premier(volet)?.focus();
    });
  }

  function basculer(ouvert) {
    bascule.checked = ouvert;
    bascule.dispatchEvent(new Event("change", { bubbles: true }));
    if (ouvert) premier(volet)?.focus();
    else ouvrir.focus();
  }

  function dire() {
    ouvrir.setAttribute("aria-expanded", String(bascule.checked));
    for (const autre of derriere(volet)) autre.inert = bascule.checked;
  }

  ouvrir.addEventListener("click", () => basculer(!bascule.checked));
  bascule.addEventListener("change", dire);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && bascule.checked) basculer(false);
  });
  dire();
}

/** The first line of the level that shows. */
function premier(volet) {
  const lignes = [...volet.querySelectorAll("a, label[tabindex='0']")];
  return lignes.find((ligne) => ligne.checkVisibility({ visibilityProperty: true }));
}

/** What stands behind the menu while it is open: all the rest, save the veil that closes it when touched. */
function* derriere(volet) {
  for (let dedans = volet; dedans !== document.body; dedans = dedans.parentElement) {
    for (const autre of dedans.parentElement.children) {
      if (autre !== dedans && !autre.matches(".md-overlay")) yield autre;
    }
  }
}

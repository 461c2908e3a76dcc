/* The form of « Ma structure », in the browser's own dialog: focus, Escape and backdrop are its business. */
import { AUCUN } from "./choix.js";
import { bouton, element } from "./elements.js";

/** Ask, and give the answer to `choisir`; closed without « Appliquer », nothing is chosen. */
export function dialogue(listes, choix, choisir) {
  const boite = element("dialog", { class: "m-dialogue md-typeset", "aria-labelledby": "m-dialogue-titre" });
  const cases = Object.entries(listes.siae).map(([code, nom]) => {
    const coche = element("input", { type: "checkbox", value: code, checked: choix.siae.includes(code) });
    return [coche, element("label", { class: "m-coche" }, coche, ` ${nom.replaceAll("'", "’")}`)];
  });
  const lieu = element(
    "select",
    { id: "m-territoire" },
    element("option", { value: "" }, "Sans préciser"),
    ...Object.entries(listes.territoire ?? {}).map(([code, nom]) =>
      element("option", { value: code, selected: code === choix.territoire }, nom),
    ),
  );
  const jour = element("input", { id: "m-jour", type: "date", value: choix.date, min: "1900-01-01", max: "2200-12-31" });
  const finir = (pris) => {
    boite.close();
    choisir(pris);
  };
  const formulaire = element(
    "form",
    { method: "dialog" },
    element("h2", { id: "m-dialogue-titre" }, "Ma structure"),
    element("p", {}, "Gardé dans ce navigateur seulement. Ce qui ne vous concerne pas est grisé, avec sa raison."),
    element("fieldset", {}, element("legend", {}, "Type de structure"), ...cases.map(([, label]) => label)),
    element("p", {}, element("label", { for: "m-territoire" }, "Lieu des postes"), lieu),
    element("p", {}, element("label", { for: "m-jour" }, "Droit applicable au (aujourd’hui, si la case est vide)"), jour),
    element(
      "p",
      { class: "m-actions" },
      element("button", { class: "m-bouton m-bouton-fort", value: "appliquer" }, "Appliquer"),
      bouton("Effacer", () => finir(AUCUN)),
      bouton("Fermer", () => boite.close()),
    ),
  );
  formulaire.addEventListener("submit", (event) => {
    event.preventDefault();
    const siae = cases.filter(([coche]) => coche.checked).map(([coche]) => coche.value);
    finir({ siae, territoire: lieu.value || null, date: jour.value || null });
  });
  boite.append(formulaire);
  boite.addEventListener("close", () => boite.remove());
  document.body.append(boite);
  boite.showModal();
}

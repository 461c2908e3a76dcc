/* The dialog of the search: it takes what is typed at once, and the script of the search answers in it. */
import { chemin } from "./chemin.js";
import { bouton, element } from "./elements.js";

const AIDE = "Un mot, un sigle, un numéro d’article, un montant : « 480 heures », « D. 5132-34 », « SMIC ».";
const CHARGE = "La recherche se charge…";

/** The browser's own modal dialog, put in the page. `ouvrir()` shows it, `echouer()` says that nothing can be searched. */
export function boiteDeRecherche(racine, plan, lunr) {
  const champ = element("input", {
    id: "m-chercher-champ",
    type: "text",
    role: "combobox",
    "aria-label": "Rechercher dans le mémento",
    "aria-autocomplete": "list",
    "aria-controls": "m-chercher-liste",
    "aria-expanded": "false",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    maxlength: "200",
    placeholder: "Règle, article, sigle, montant…",
  });
  const statut = element("p", { class: "m-chercher-statut", role: "status", "data-statut": true }, CHARGE);
  const echec = element("div", { class: "m-alerte", role: "alert", "data-echec": true, hidden: true });
  const boite = element(
    "dialog",
    { class: "m-chercher-boite md-typeset", "aria-label": "Recherche", "data-chercher-boite": racine, "data-lunr": lunr },
    element(
      "div",
      { class: "m-chercher-cadre" },
      element("form", { role: "search" }, champ, bouton("Fermer", () => boite.close())),
      statut,
      echec,
      element("div", { "data-autour": true }, element("p", { class: "m-discret" }, AIDE)),
      element("div", { id: "m-chercher-liste", role: "listbox", "aria-label": "Résultats", hidden: true }),
      element(
        "p",
        { class: "m-chercher-touches", "aria-hidden": "true" },
        ...[["↑ ↓", "choisir"], ["Entrée", "ouvrir"], ["Échap", "fermer"]].map(([touche, sens]) =>
          element("span", {}, element("kbd", {}, touche), ` ${sens}`),
        ),
      ),
    ),
  );
  boite.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  boite.addEventListener("keydown", (event) => {
    // The first time, what was typed is erased; then the browser closes.
    if (event.key !== "Escape" || !champ.value) return;
    event.preventDefault();
    champ.value = "";
    champ.focus();
    champ.dispatchEvent(new Event("input"));
  });
  boite.addEventListener("click", ({ target }) => target === boite && boite.close());
  const charger = () => {
    if (!echec.hidden) statut.textContent = CHARGE;
    echec.hidden = true;
    boite.dispatchEvent(new Event("memento:charger"));
  };
  boite.ouvrir = () => {
    boite.showModal();
    champ.select();
    charger();
  };
  boite.echouer = () => {
    statut.textContent = "";
    echec.replaceChildren(
      element("p", {}, "La recherche n’a pas pu se charger. Vérifiez le réseau, ou passez par ", ...chemins(racine, plan), "."),
      element("p", {}, bouton("Réessayer", () => {
        champ.focus();
        charger();
      })),
    );
    echec.hidden = false;
  };
  document.body.append(boite);
  return boite;
}

function chemins(racine, plan) {
  const glossaire = element("a", { href: chemin(racine, "glossaire/") }, "le glossaire");
  return plan ? [element("a", { href: plan }, "le plan du site"), " ou ", glossaire] : [glossaire];
}

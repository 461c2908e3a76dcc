// The examples of the reference page of the language: each is a program, its answers are changed in place.

import { lire } from "./dates.js";
import { evaluer } from "./evaluate.js";
import { dire } from "./fiche.js";
import { typographier } from "./format.js";
import { Refusee, lireEntree } from "./saisie.js";

/** What the example gives for what is typed, in one sentence. */
function repondre(programme, jour, champs) {
  const valeurs = {};
  for (const entree of programme.entrees) {
    const texte = champs[entree.nom]?.value.trim();
    try {
      if (texte) valeurs[entree.nom] = lireEntree(entree, texte);
    } catch (erreur) {
      if (!(erreur instanceof Refusee)) throw erreur;
      return `${entree.nom} : ${erreur.message}`;
    }
  }
  return dire(evaluer(programme, jour, valeurs).resultats.resultat);
}

for (const essai of document.querySelectorAll("[data-essai]:has(form)")) {
  const programme = JSON.parse(essai.querySelector("[data-programme]").textContent);
  const jour = lire(essai.dataset.essai);
  const form = essai.querySelector("form");
  const sortie = essai.querySelector("output");
  form.hidden = false;
  essai.querySelector("[data-donnees]").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    sortie.textContent = typographier(repondre(programme, jour, form.elements));
  });
}

/* A button that opens the search of the shell and puts the cursor in it. */

export function chercher(racine) {
  const champ = racine.querySelector("[data-md-component=search-query]");
  for (const bouton of champ ? racine.querySelectorAll("[data-chercher]") : []) {
    bouton.hidden = false;
    bouton.addEventListener("click", () => champ.focus());
  }
}

/* What the browser keeps, shown and erased at the reader's wish: `data-memoire` on the page about personal data. */
import { garder, noms } from "./memoire.js";

export function effacer(racine) {
  const boite = racine.querySelector("[data-memoire]");
  if (!boite) return;
  const liste = boite.querySelector("[data-liste]");
  const montrer = (dit) => {
    const gardes = noms();
    liste.textContent = dit ?? (gardes.length ? `Gardé dans ce navigateur : ${gardes.join(", ")}.` : "Rien n’est gardé dans ce navigateur.");
  };
  boite.hidden = false;
  boite.querySelector("button").addEventListener("click", () => {
    for (const nom of noms()) garder(nom, null);
    montrer("Tout est effacé : rien n’est gardé dans ce navigateur.");
  });
  montrer();
}

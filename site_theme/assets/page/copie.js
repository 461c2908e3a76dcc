/* Buttons that copy a text of the page: `data-copie-de` selects what holds it, `data-dit` is what is said then. */
import { copier } from "./presse.js";

export function actionsDeCopie(racine) {
  for (const bouton of racine.querySelectorAll("[data-copie-de]")) {
    bouton.hidden = false;
    bouton.addEventListener("click", () => {
      const porteur = document.querySelector(bouton.dataset.copieDe);
      const annonce = bouton.parentElement.querySelector("[data-annonce]");
      copier(porteur.value ?? porteur.textContent, annonce, bouton.dataset.dit);
    });
  }
}

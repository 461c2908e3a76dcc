/* Buttons that copy a text of the page: `data-copie="#id"` names the element that holds it. Hidden without JavaScript. */
import { copier } from "./presse.js";

export function actionsDeCopie(racine) {
  for (const bouton of racine.querySelectorAll("[data-copie]")) {
    bouton.hidden = false;
    const annonce = document.createElement("span");
    annonce.setAttribute("role", "status");
    annonce.className = "m-annonce";
    bouton.after(annonce);
    bouton.addEventListener("click", () => {
      const porteur = document.querySelector(bouton.dataset.copie);
      copier(porteur.value ?? porteur.textContent, annonce, bouton.dataset.dit);
    });
  }
}

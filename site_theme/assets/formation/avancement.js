/* Where the learner stands among several modules: on the page of training and on that of each path. */
import { avis, charger } from "./depot.js";
import { aReprendre, bilan, phraseDeModule, phraseDeParcours } from "./score.js";

export function avancement(racine, catalogue) {
  const boite = racine.querySelector("[data-progression]");
  if (!boite) return;
  const progression = charger();
  const etats = catalogue.map((module) => bilan(module, progression));
  const dit = boite.querySelector("[data-avis]");
  dit.hidden = !avis();
  dit.textContent = avis();
  if (!etats.some((etat) => etat.commence)) return;

  boite.querySelector("[data-jauge]").hidden = false;
  boite.querySelector("[data-dit]").textContent = `${phraseDeParcours(etats)}.`;
  boite.querySelector("progress").value = etats.filter((etat) => etat.fait).length;
  for (const lien of boite.querySelectorAll("[data-suite]")) lien.hidden = false;
  const suivant = aReprendre(catalogue, progression);
  const reprendre = boite.querySelector("[data-reprendre]");
  if (suivant) {
    const commence = bilan(suivant, progression).commence;
    reprendre.textContent = `${commence ? "Reprendre" : "Continuer"} : ${suivant.titre}`;
    reprendre.href = suivant.lien;
  } else {
    reprendre.textContent = `Revoir : ${catalogue[0].titre}`;
  }
  catalogue.forEach((module, rang) => {
    if (!etats[rang].commence) return;
    for (const place of racine.querySelectorAll("[data-etat-de]")) {
      if (place.dataset.etatDe === module.id) place.textContent = `${etats[rang].fait ? "✔ " : ""}${phraseDeModule(etats[rang])}`;
    }
  });
}

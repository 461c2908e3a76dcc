/* The page where a learner sees, takes away, brings back and erases their progress. */
import { aujourdHui, avis, changer, charger } from "./depot.js";
import { ecrireFichier, lireFichier, NOM } from "./fichier.js";
import { reunir, sansModule, vide } from "./progression.js";
import { bilan, phraseDeModule, phraseDeParcours } from "./score.js";

export function gestion(racine, catalogue) {
  const boite = racine.querySelector("[data-gestion]");
  if (!boite) return;
  const annuler = racine.querySelector("[data-annuler]");
  let efface = null;
  boite.hidden = false;

  const effacer = (fonction, dit) => {
    efface = charger();
    changer(fonction);
    annuler.hidden = false;
    montrer(dit);
    annuler.querySelector("button").focus();
  };
  annuler.querySelector("button").addEventListener("click", () => {
    changer(() => efface);
    annuler.hidden = true;
    montrer("L’effacement est annulé.");
    boite.querySelector("h2").focus();
  });
  boite.querySelector("[data-effacer]").addEventListener("click", () => effacer(vide, "Toute votre progression est effacée."));
  boite.querySelector("[data-exporter]").addEventListener("click", () => {
    telecharger(ecrireFichier(charger(), aujourdHui()));
    montrer(`Le fichier ${NOM} est dans vos téléchargements.`);
  });
  const choisi = boite.querySelector("#fichier");
  choisi.addEventListener("change", async () => {
    const [fichier] = choisi.files;
    if (!fichier) return;
    const { progression, dit } = lireFichier(await fichier.text());
    if (progression) changer((ici) => reunir(ici, progression));
    choisi.value = "";
    montrer(dit);
  });
  boite.querySelector("h2").tabIndex = -1;
  montrer("");

  function montrer(dit) {
    const progression = charger();
    const etats = catalogue.map((module) => bilan(module, progression));
    boite.querySelector("[data-resume]").textContent = `${phraseDeParcours(etats)}.`;
    boite.querySelector("progress").value = etats.filter((etat) => etat.fait).length;
    boite.querySelector("[data-modules]").replaceChildren(...catalogue.map((module, rang) => ligne(module, etats[rang])));
    const annonce = racine.querySelector("[data-dit]");
    annonce.textContent = [dit, avis()].filter(Boolean).join(" ");
    annonce.hidden = !annonce.textContent;
  }

  function ligne(module, etat) {
    const item = document.createElement("li");
    const lien = document.createElement("a");
    lien.href = module.lien;
    lien.textContent = module.titre;
    const mots = document.createElement("span");
    mots.className = "m-ligne m-fait";
    mots.dataset.commence = String(etat.commence);
    mots.textContent = `${etat.fait ? "✔ " : ""}${phraseDeModule(etat)}`;
    item.append(lien, mots);
    if (etat.commence) {
      const bouton = document.createElement("button");
      bouton.type = "button";
      bouton.className = "calc-bouton m-petit";
      bouton.textContent = "Effacer";
      bouton.setAttribute("aria-label", `Effacer : ${module.titre}`);
      bouton.addEventListener("click", () =>
        effacer((ici) => sansModule(ici, module.id), `« ${module.titre} » est effacé de votre progression.`),
      );
      item.append(bouton);
    }
    return item;
  }
}

function telecharger(texte) {
  const adresse = URL.createObjectURL(new Blob([texte], { type: "application/json" }));
  const lien = document.createElement("a");
  lien.href = adresse;
  lien.download = NOM;
  document.body.append(lien);
  lien.click();
  lien.remove();
  setTimeout(() => URL.revokeObjectURL(adresse), 1000);
}

/* The attestation that a learner draws up: the name goes from its field to the sheet, and nowhere else. */
import { longue, lire as lireJour } from "../calcul/dates.js";
import { aujourdHui, avis, charger } from "./depot.js";
import { bilan } from "./score.js";

export function attestation(racine, catalogue) {
  const boite = racine.querySelector("[data-attestation]");
  if (!boite) return;
  const feuille = racine.querySelector("[data-feuille]");
  const dit = racine.querySelector("[data-dit]");
  const progression = charger();
  const faits = catalogue
    .map((module) => ({ module, etat: bilan(module, progression) }))
    .filter(({ etat }) => etat.fait);
  if (!faits.length) {
    dit.hidden = false;
    dit.textContent =
      avis() || "Aucun module n’est fait dans ce navigateur : un module est fait quand il est marqué comme lu et que chaque question a sa réponse.";
    return;
  }

  boite.hidden = feuille.hidden = false;
  const nom = boite.querySelector("#nom");
  const cases = faits.map((fait) => caseDe(fait));
  boite.querySelector("[data-choix]").append(...cases.map(({ label }) => label));
  boite.addEventListener("input", ecrire);
  boite.querySelector("[data-imprimer]").addEventListener("click", () => {
    dit.textContent = manque();
    dit.hidden = !dit.textContent;
    if (dit.hidden) window.print();
    else (nom.value.trim() ? cases[0].champ : nom).focus();
  });
  // Browsers give back what was typed when a page is reloaded or returned to: this name is to be typed anew.
  window.addEventListener("pageshow", () => {
    nom.value = "";
    ecrire();
  });

  const choisis = () => cases.filter(({ champ }) => champ.checked).map(({ fait }) => fait);
  const manque = () =>
    !nom.value.trim() ? "Écrivez votre nom avant d’imprimer." : !choisis().length ? "Choisissez au moins un module." : "";

  function ecrire() {
    const retenus = choisis();
    const place = (quoi) => feuille.querySelector(`[data-${quoi}]`);
    place("nom").textContent = nom.value.trim() || "…";
    place("combien").textContent =
      retenus.length > 1 ? `les ${retenus.length} modules de formation suivants` : "le module de formation suivant";
    place("jour").textContent = longue(lireJour(aujourdHui()));
    place("lignes").replaceChildren(
      ...retenus.map(({ module, etat }) =>
        rangee(module.titre, longue(lireJour(etat.lu)), `${etat.justes} sur ${etat.total} (${etat.justesAuPremier} au premier essai)`),
      ),
    );
    const regles = [...new Set(retenus.flatMap(({ module }) => module.questions.map(({ regle }) => regle)))];
    place("regles").replaceChildren(
      ...regles.map((regle) => {
        const item = document.createElement("li");
        item.textContent = regle;
        return item;
      }),
    );
    feuille.dataset.dense = String(regles.length > 24);
  }
  ecrire();
}

function caseDe(fait) {
  const label = document.createElement("label");
  const champ = document.createElement("input");
  champ.type = "checkbox";
  champ.checked = true;
  const texte = document.createElement("span");
  texte.textContent = fait.module.titre;
  label.append(champ, texte);
  return { label, champ, fait };
}

function rangee(titre, ...cases) {
  const ligne = document.createElement("tr");
  const tete = document.createElement("th");
  tete.scope = "row";
  tete.textContent = titre;
  ligne.append(
    tete,
    ...cases.map((texte) => {
      const td = document.createElement("td");
      td.textContent = texte;
      return td;
    }),
  );
  return ligne;
}

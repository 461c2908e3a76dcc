/* The self-test of a module: a choice counts once it is validated, and opens its explanation. */
import { aujourdHui, avis, changer, charger } from "./depot.js";
import { avecLecture, avecReponse, recommence } from "./progression.js";
import { bilan, phraseDeModule, phraseDeScore } from "./score.js";
import { longue, lire as lireJour } from "../calcul/dates.js";

const LETTRES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export function questions(racine, module) {
  const quiz = racine.querySelector("[data-quiz]");
  if (!quiz) return;
  const formulaires = [...quiz.querySelectorAll("[data-question]")];
  const question = (formulaire) => module.questions.find(({ id }) => id === formulaire.dataset.question);

  for (const formulaire of formulaires) {
    const bouton = formulaire.querySelector("[data-valider]");
    bouton.disabled = bouton.hidden = false;
    formulaire.addEventListener("submit", (event) => {
      event.preventDefault();
      const choix = Number(formulaire.querySelector("input:checked")?.value ?? 0);
      const verdict = formulaire.querySelector("[data-verdict]");
      if (!choix) {
        verdict.textContent = "Choisissez d’abord une réponse.";
        return;
      }
      const avant = bilan(module, charger());
      const progression = changer((ici) => avecReponse(ici, module.id, question(formulaire), choix, aujourdHui()));
      montrerReponse(formulaire, question(formulaire), progression, module);
      formulaire.querySelector("details").open = true;
      const etat = montrerBilan(racine, module, progression);
      // One announcement a validation: the last one also says where to look next.
      verdict.textContent =
        dire(question(formulaire), choix) +
        (etat.repondues === etat.total && avant.repondues < etat.total ? " C’était la dernière : le bilan suit." : "");
    });
  }

  racine.querySelector("[data-recommencer]").addEventListener("click", () => {
    changer((ici) => recommence(ici, module.id));
    montrerTout();
    formulaires[0].querySelector("input").focus();
  });
  lecture(racine, module, () => montrerBilan(racine, module, charger()));

  function montrerTout() {
    const progression = charger();
    for (const formulaire of formulaires) {
      formulaire.reset();
      formulaire.querySelector("details").open = false;
      montrerReponse(formulaire, question(formulaire), progression, module);
    }
    montrerBilan(racine, module, progression);
  }
  montrerTout();
  // Another tab may have answered: what is kept has the last word.
  window.addEventListener("storage", ({ key }) => key?.endsWith(":formation") && montrerTout());
}

/** The button that says that the course was read, and the state of the module in words. */
function lecture(racine, module, apres) {
  const bouton = racine.querySelector("[data-lu]");
  racine.querySelector("[data-lecture]").hidden = false;
  bouton.addEventListener("click", () => {
    const lu = charger().modules[module.id]?.lu;
    changer((ici) => avecLecture(ici, module.id, lu ? null : aujourdHui()));
    apres();
  });
}

const dire = (question, choix) =>
  choix === question.bonne
    ? "✔ Bonne réponse."
    : `✘ Ce n’est pas cela : la bonne réponse est la ${LETTRES[question.bonne - 1]}.`;

function montrerReponse(formulaire, question, progression, module) {
  const reponse = progression.modules[module.id]?.reponses[question.id];
  const choix = reponse?.derniere ?? null;
  for (const champ of formulaire.querySelectorAll("input")) {
    const rang = Number(champ.value);
    if (choix) champ.checked = rang === choix;
    const marque = champ.parentElement.querySelector("[data-marque]");
    marque.textContent = !choix ? "" : rang === question.bonne ? " ✔ bonne réponse" : rang === choix ? " ✘ votre réponse" : "";
  }
  if (choix) formulaire.dataset.juste = String(choix === question.bonne);
  else delete formulaire.dataset.juste;
  formulaire.querySelector("[data-verdict]").textContent = choix ? dire(question, choix) : "";
  formulaire.querySelector("[data-perimee]").hidden = !choix || reponse.version === question.version;
}

function montrerBilan(racine, module, progression) {
  const etat = bilan(module, progression);
  const boite = racine.querySelector("[data-bilan]");
  const fini = etat.repondues === etat.total;
  boite.hidden = etat.repondues === 0;
  boite.querySelector("[data-score]").textContent = fini
    ? phraseDeScore(etat)
    : `${etat.repondues} réponse${etat.repondues > 1 ? "s" : ""} sur ${etat.total}, dont ${etat.justes} bonne${etat.justes > 1 ? "s" : ""}.`;
  boite.querySelector("[data-premier]").textContent =
    etat.essayees === etat.total ? `Au premier essai : ${etat.justesAuPremier} sur ${etat.total}.` : "";
  const revoir = boite.querySelector("[data-a-revoir]");
  revoir.hidden = etat.aRevoir.length === 0;
  revoir.querySelector("[data-liste]").replaceChildren(...etat.aRevoir.map((question) => ligne(question)));
  const dit = racine.querySelector("[data-etat]");
  dit.textContent = phraseDeModule(etat);
  racine.querySelector("[data-avis]").textContent = avis();
  const bouton = racine.querySelector("[data-lu]");
  bouton.textContent = etat.lu ? `Lu le ${longue(lireJour(etat.lu))} : annuler` : "J’ai lu ce module";
  return etat;
}

function ligne(question) {
  const item = document.createElement("li");
  const enonce = lien(`#question-${question.numero}`, `Question ${question.numero}`);
  item.append(enonce, " : relire ", lien(question.lien, question.regle));
  return item;
}

function lien(href, texte) {
  const a = document.createElement("a");
  a.href = href;
  a.textContent = texte;
  return a;
}

/* The page about reading without network: what is kept, keeping everything, erasing everything. */
import { adresseDuTravailleur, effacer, travailleur } from "../page/hors_ligne.js";
import { garder, lire } from "../page/memoire.js";

const ECHECS = {
  place: "Ce navigateur n’a plus de place : ce qui est déjà gardé reste lisible.",
  reseau: "Le réseau ne répond plus : la suite sera gardée à la prochaine visite.",
};
const nombre = (valeur, options) => valeur.toLocaleString("fr-FR", options);
const megaoctets = (octets) => `${nombre(octets / 1e6, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} Mo`;

/** « 812 pages sur 1 060 gardées, 9,8 Mo. » */
export function phrase({ pages, pagesGardees, fichiers, fichiersGardes, octetsGardes, echec }) {
  const tout = fichiersGardes === fichiers ? " Tout le mémento se lit hors ligne." : "";
  const suite = echec ? ` ${ECHECS[echec]}` : tout;
  return `${nombre(pagesGardees)} pages sur ${nombre(pages)} gardées, ${megaoctets(octetsGardes)}.${suite}`;
}

function brancher(panneau, adresse) {
  const bilan = panneau.querySelector("[data-bilan]");
  const jauge = panneau.querySelector("progress");
  const effacement = panneau.querySelector("[data-effacer]");
  const actif = async (demande) => {
    try {
      (await travailleur(adresse)).postMessage({ demande });
    } catch {
      bilan.textContent = "Ce navigateur refuse de garder des pages : servez-vous des fichiers ci-dessous.";
    }
  };
  let demandee = false;
  const vide = () => {
    bilan.textContent = "Rien n’est gardé dans ce navigateur.";
    jauge.value = 0;
    effacement.disabled = true;
  };
  navigator.serviceWorker.addEventListener("message", async ({ data }) => {
    if (data.bilan && lire("hors-ligne") !== false) {
      bilan.textContent = phrase(data.bilan);
      jauge.max = data.bilan.fichiers;
      jauge.value = data.bilan.fichiersGardes;
      effacement.disabled = false;
    }
    if (data.bilan) demandee &&= data.bilan.fichiersGardes < data.bilan.fichiers;
    if (data.oublie) {
      await effacer(adresse);
      vide();
    }
  });
  panneau.querySelector("[data-garder]").addEventListener("click", () => {
    garder("hors-ligne", null);
    demandee = true;
    // Asked of the browser: not to drop it when room is short. Refused, it is kept all the same.
    navigator.storage?.persist?.();
    actif("garder");
  });
  navigator.serviceWorker.addEventListener("controllerchange", () => demandee && actif("garder"));
  effacement.addEventListener("click", () => {
    garder("hors-ligne", false);
    demandee = false;
    actif("oublier");
  });
  panneau.hidden = false;
  if (lire("hors-ligne") === false) vide();
  else actif("bilan");
}

const panneau = document.querySelector("[data-panneau]");
const adresse = adresseDuTravailleur(document);
if (adresse) {
  document.querySelector("[data-sans-travailleur]").hidden = true;
  brancher(panneau, adresse);
}

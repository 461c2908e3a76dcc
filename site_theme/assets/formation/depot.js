/* Where the progress is kept, and what day it is. The page works as well when the browser keeps nothing. */
import { garder, lire, noms } from "../page/memoire.js";
import { lireProgression, vide } from "./progression.js";

const CLE = "formation";
const AVIS = {
  illisible: "Ce qui était gardé de votre progression n’est pas lisible : il n’en est pas tenu compte.",
  "trop-recente":
    "Votre progression a été gardée par une version plus récente du mémento : elle n’est ni lue ni modifiée ici.",
  ferme: "Votre navigateur ne garde rien pour ce site : votre progression sera perdue quand vous quitterez cette page.",
};

let courante = null;
let avisCourant = "";
let verrou = false;

/** The progress, read anew unless the browser refused to keep it: another tab may have changed it. */
export function charger() {
  if (verrou && courante) return courante;
  const brut = lire(CLE);
  if (brut === null) {
    avisCourant = noms().includes(CLE) ? AVIS.illisible : "";
    return vide();
  }
  const { progression, refus } = lireProgression(brut);
  avisCourant = refus ? AVIS[refus] : "";
  if (refus === "trop-recente") verrou = true;
  return progression;
}

/** Change the progress by a function; what could not be kept is said by `avis()` and lives as long as the page. */
export function changer(fonction) {
  courante = fonction(charger());
  if (!verrou && !garder(CLE, courante)) {
    verrou = true;
    avisCourant = AVIS.ferme;
  } else if (!verrou) {
    avisCourant = "";
  }
  return courante;
}

/** What the learner must know of how their progress is kept; empty when all is well. */
export const avis = () => avisCourant;

/** The civil day where the learner is. */
export function aujourdHui() {
  const maintenant = new Date();
  const deux = (n) => String(n).padStart(2, "0");
  return `${maintenant.getFullYear()}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
}

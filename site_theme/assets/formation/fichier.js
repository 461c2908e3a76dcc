/* The file in which a learner takes their progress elsewhere. */
import { lireProgression } from "./progression.js";

const SIGNE = "memento-formation";
export const NOM = "ma-progression-memento.json";

/** The text of the file. */
export const ecrireFichier = (progression, jour) =>
  `${JSON.stringify({ fichier: SIGNE, exporte_le: jour, ...progression }, null, 2)}\n`;

/** What a file holds, or why it is refused, in words for its owner. */
export function lireFichier(texte) {
  let valeur;
  try {
    valeur = JSON.parse(texte);
  } catch {
    return { progression: null, dit: "Ce fichier n’a pas été compris : il est abîmé, ou ce n’est pas un fichier de progression. Rien n’a changé." };
  }
  if (valeur?.fichier !== SIGNE) {
    return { progression: null, dit: "Ce fichier n’est pas une progression du mémento. Rien n’a changé." };
  }
  const { progression, refus, ecartes } = lireProgression(valeur);
  if (refus === "trop-recente") {
    return { progression: null, dit: "Ce fichier vient d’une version plus récente du mémento, que cette page ne sait pas lire. Rien n’a changé." };
  }
  if (refus) return { progression: null, dit: "Le contenu de ce fichier n’a pas été compris. Rien n’a changé." };
  const nombre = Object.keys(progression.modules).length;
  const repris = nombre ? `${nombre} module${nombre > 1 ? "s repris" : " repris"}` : "Ce fichier ne contient aucun module";
  const laisse = ecartes
    ? ` ${ecartes} élément${ecartes > 1 ? "s n’ont pas été compris et ont été laissés" : " n’a pas été compris et a été laissé"} de côté.`
    : "";
  return { progression, dit: `${repris}.${laisse}` };
}

// The whole mémento between two days; the same answer as generator/resolve/comparaison.py.

import { concerne, etatAu, periodeAu } from "./etats.js";

/** @typedef {{donnees: object, nature: string, avant: object, apres: object}} Changement */

/** What is not the same on both days; `siae` keeps what concerns one of these codes. */
export function comparer(donnees, du, au, siae = []) {
  const regles = donnees.regles.filter((regle) => concerne(regle.siae, siae));
  return {
    regles: regles.flatMap((regle) => {
      const [avant, apres] = [etatAu(regle, du), etatAu(regle, au)];
      const quoi = nature(avant, apres);
      return quoi ? [{ regle, nature: quoi, avant, apres }] : [];
    }),
    propositions: regles.flatMap((regle) =>
      regle.versions
        .filter(({ statut, du: debut }) => statut === "propose" && du < debut && debut <= au)
        .map((version) => ({ regle, version })),
    ),
    montants: donnees.parametres.flatMap((parametre) =>
      parametre.cellules
        .filter((cellule) => concerne(cellule.siae, siae))
        .flatMap((cellule) => {
          const [avant, apres] = [periodeAu(cellule, du), periodeAu(cellule, au)];
          const quoi = natureDeMontant(avant, apres);
          return quoi ? [{ parametre, cellule, nature: quoi, avant, apres }] : [];
        }),
    ),
  };
}

function nature(avant, apres) {
  const connu = (etat) => etat.genre === "droit" || etat.genre === "fini";
  if (avant.genre === apres.genre && connu(avant)) return avant.version === apres.version ? null : "modifiee";
  if (apres.genre === "fini") return "terminee";
  if (apres.genre === "droit") return { avant: "apparue", fini: "apparue", lacune: "connue" }[avant.genre] ?? null;
  return connu(avant) ? "inconnue" : null;
}

function natureDeMontant(avant, apres) {
  const [ancien, nouveau] = [avant?.valeur ?? null, apres?.valeur ?? null];
  if (ancien === nouveau) return null;
  if (ancien !== null && nouveau !== null) return "modifiee";
  if (nouveau !== null) return avant ? "connue" : "apparue";
  return apres ? "inconnue" : "terminee";
}

/** Every day from which something is not what it was the day before, in order. */
export function joursDeChangement(donnees) {
  const periodes = [
    ...donnees.regles.flatMap(({ versions, lacunes }) => [...versions, ...lacunes]),
    ...donnees.parametres.flatMap(({ cellules }) => cellules.flatMap((cellule) => cellule.periodes)),
  ];
  const jours = periodes.flatMap(({ du, au }) => (au ? [du, lendemain(au)] : [du]));
  return [...new Set(jours)].sort();
}

/** The day after, without any clock. */
export function lendemain(jour) {
  return new Date(Date.parse(`${jour}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

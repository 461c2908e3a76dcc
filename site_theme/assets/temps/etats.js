// Where a rule or an amount stands on a day; the same answer as generator/resolve/etats.py and periodes.py.
// A day is a text AAAA-MM-JJ: texts compare as days do.

const couvre = (periode, jour) => periode.du <= jour && (!periode.au || jour <= periode.au);
const estProposee = ({ statut }) => statut === "propose";

/** The versions that are or were law, oldest first. */
export const droit = (regle) => regle.versions.filter((version) => !estProposee(version));

/** The law that day, or undefined. */
export const versionAu = (regle, jour) => droit(regle).find((version) => couvre(version, jour));

/** What had been proposed by that day and had not lapsed, oldest first. */
export const propositionsAu = (regle, jour) =>
  regle.versions.filter((version) => estProposee(version) && couvre(version, jour));

/** @returns {{genre: "droit" | "fini" | "lacune" | "avant" | "jamais", version?: object, motif?: string}} */
export function etatAu(regle, jour) {
  const version = versionAu(regle, jour);
  if (version) return { genre: version.statut === "abroge" ? "fini" : "droit", version };
  const lacune = regle.lacunes.find((periode) => couvre(periode, jour));
  if (lacune) return { genre: "lacune", motif: lacune.motif };
  const connues = droit(regle);
  if (!connues.length) return { genre: "jamais" };
  return jour < connues[0].du ? { genre: "avant" } : { genre: "fini", version: connues.at(-1) };
}

/** The period of a cell that covers the day, known or not; undefined before the first one and after the last. */
export const periodeAu = (cellule, jour) => cellule.periodes.find((periode) => couvre(periode, jour));

/** True when the value is only the last one known. */
export const estRappel = (periode, jour) => Boolean(periode.rappel_apres) && jour > periode.rappel_apres;

/** True when a list of SIAE holds one of those chosen, or when none is chosen. */
export const concerne = (siae, choisies) => !choisies.length || siae.some((code) => choisies.includes(code));

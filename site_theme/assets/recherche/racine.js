/* A light stemmer of French, from the rules of the index (see generator/render/recherche/analyse.yaml). */

/** The stem of a word in lower case without accents: each phase applies the first of its rules that fits. */
export function raciner(mot, phases, doubles) {
  let racine = mot;
  for (const phase of phases) {
    if (phase === "doubles") {
      if (racine.length > doubles) racine = racine.replace(/(.)\1+/g, "$1");
      continue;
    }
    const regle = phase.find(([longueur, fin]) => racine.length > longueur && racine.endsWith(fin));
    if (regle) racine = racine.slice(0, racine.length - regle[1].length) + regle[2];
  }
  return racine;
}

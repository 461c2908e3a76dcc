/* What a learner has read and answered, as a value: read from anything, changed by copy. No page, no clock. */

/** The format that this version writes; a higher number comes from a later version and is left alone. */
export const FORMAT = 1;
const JOUR = /^\d{4}-\d{2}-\d{2}$/;
const NOM = /^[a-z0-9-]{1,100}$/;

/**
 * @typedef {{premiere: number, derniere: number | null, version: string, le: string}} Reponse ranks of choices, from 1;
 *   `version` is the first day of the rule's version when it was answered, `le` the day; `derniere` is null once begun again
 * @typedef {{lu: string | null, reponses: Record<string, Reponse>}} Suivi
 * @typedef {{format: 1, modules: Record<string, Suivi>}} Progression
 */

/** @returns {Progression} */
export const vide = () => ({ format: FORMAT, modules: {} });

const objet = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
const rang = (x) => Number.isInteger(x) && x >= 1 && x <= 26;
const jour = (x) => typeof x === "string" && JOUR.test(x);

/**
 * A value read from elsewhere: what is well formed in it is kept, the rest is left out and counted.
 * @returns {{progression: Progression, refus: null | "illisible" | "trop-recente", ecartes: number}}
 */
export function lireProgression(valeur) {
  if (!objet(valeur) || !Number.isInteger(valeur.format) || valeur.format < 1) {
    return { progression: vide(), refus: "illisible", ecartes: 0 };
  }
  if (valeur.format > FORMAT) return { progression: vide(), refus: "trop-recente", ecartes: 0 };
  if (!objet(valeur.modules)) return { progression: vide(), refus: "illisible", ecartes: 0 };
  const progression = vide();
  let ecartes = 0;
  for (const [nom, suivi] of Object.entries(valeur.modules)) {
    if (!NOM.test(nom) || !objet(suivi)) {
      ecartes += 1;
      continue;
    }
    const lu = jour(suivi.lu) ? suivi.lu : null;
    if (lu === null && suivi.lu != null) ecartes += 1;
    const reponses = {};
    if (suivi.reponses != null && !objet(suivi.reponses)) ecartes += 1;
    for (const [question, reponse] of Object.entries(objet(suivi.reponses) ? suivi.reponses : {})) {
      const lue = NOM.test(question) ? lireReponse(reponse) : null;
      if (lue) reponses[question] = lue;
      else ecartes += 1;
    }
    progression.modules[nom] = { lu, reponses };
  }
  return { progression, refus: null, ecartes };
}

function lireReponse(x) {
  if (!objet(x) || !rang(x.premiere) || !(x.derniere === null || rang(x.derniere)) || !jour(x.le)) return null;
  if (!(x.version === "" || jour(x.version))) return null;
  return { premiere: x.premiere, derniere: x.derniere, version: x.version, le: x.le };
}

const suiviDe = (progression, module) => progression.modules[module] ?? { lu: null, reponses: {} };
const avec = (progression, module, suivi) => ({
  ...progression,
  modules: { ...progression.modules, [module]: { ...suiviDe(progression, module), ...suivi } },
});

/** The module read on a day, or not read any more when `jour` is null. */
export const avecLecture = (progression, module, jour) => avec(progression, module, { lu: jour });

/** One more answer: the first one stays, the last one is replaced. */
export function avecReponse(progression, module, question, choix, jour) {
  const avant = suiviDe(progression, module).reponses;
  const premiere = avant[question.id]?.premiere ?? choix;
  const reponse = { premiere, derniere: choix, version: question.version, le: jour };
  return avec(progression, module, { reponses: { ...avant, [question.id]: reponse } });
}

/** The questions of a module to be answered again; their first answers stay. */
export function recommence(progression, module) {
  const avant = Object.entries(suiviDe(progression, module).reponses);
  return avec(progression, module, {
    reponses: Object.fromEntries(avant.map(([id, reponse]) => [id, { ...reponse, derniere: null }])),
  });
}

export function sansModule(progression, module) {
  const { [module]: efface, ...modules } = progression.modules;
  return { ...progression, modules };
}

/** Both together: a module read in one is read, the latest answer wins, here on the same day; the first is the oldest's. */
export function reunir(ici, ailleurs) {
  const modules = { ...ici.modules };
  for (const [nom, autre] of Object.entries(ailleurs.modules)) {
    const mien = suiviDe(ici, nom);
    const reponses = { ...mien.reponses };
    for (const [id, reponse] of Object.entries(autre.reponses)) {
      const mienne = reponses[id];
      if (!mienne) reponses[id] = reponse;
      else if (reponse.le > mienne.le) reponses[id] = { ...reponse, premiere: mienne.premiere };
      else if (reponse.le < mienne.le) reponses[id] = { ...mienne, premiere: reponse.premiere };
    }
    modules[nom] = { lu: mien.lu ?? autre.lu, reponses };
  }
  return { ...ici, modules };
}

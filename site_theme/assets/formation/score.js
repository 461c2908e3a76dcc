/* Where a learner stands in a module, from the questions of the page and what was kept; and the words that say it. */

/**
 * @param {{id: string, questions: {id: string, bonne: number, version: string}[]}} module
 * @returns the questions answered, right, right at first, to review (wrong, or whose rule has changed since)
 */
export function bilan(module, progression) {
  const suivi = progression.modules[module.id] ?? { lu: null, reponses: {} };
  const donnee = (question) => suivi.reponses[question.id] ?? null;
  const repondues = module.questions.filter((question) => donnee(question)?.derniere);
  const perimees = repondues.filter((question) => donnee(question).version !== question.version);
  const justes = repondues.filter((question) => donnee(question).derniere === question.bonne);
  return {
    lu: suivi.lu,
    total: module.questions.length,
    repondues: repondues.length,
    justes: justes.length,
    essayees: module.questions.filter(donnee).length,
    justesAuPremier: module.questions.filter((question) => donnee(question)?.premiere === question.bonne).length,
    perimees,
    aRevoir: repondues.filter((question) => !justes.includes(question) || perimees.includes(question)),
    fait: suivi.lu !== null && repondues.length === module.questions.length,
    commence: suivi.lu !== null || module.questions.some(donnee),
  };
}

const pluriel = (n, mot) => `${n} ${n > 1 ? mot.split(" ").map((m) => `${m}s`).join(" ") : mot}`;

/** « Fait : lu, 8 bonnes réponses sur 10. » */
export function phraseDeModule(etat) {
  if (!etat.commence) return "À commencer.";
  const lu = etat.lu ? "lu" : "pas encore marqué comme lu";
  const questions =
    etat.repondues === etat.total
      ? `${pluriel(etat.justes, "bonne réponse")} sur ${etat.total}`
      : `${pluriel(etat.repondues, "réponse")} sur ${etat.total}`;
  const revoir = etat.perimees.length ? ` ${phraseDePerimees(etat.perimees.length)}` : "";
  return `${etat.fait ? "Fait" : "Commencé"} : ${lu}, ${questions}.${revoir}`;
}

const phraseDePerimees = (n) =>
  n > 1 ? `${n} règles ont changé depuis vos réponses.` : "Une règle a changé depuis votre réponse.";

/** « 2 modules faits sur 8. » */
export function phraseDeParcours(etats) {
  const faits = etats.filter((etat) => etat.fait).length;
  return `${faits} module${faits > 1 ? "s faits" : " fait"} sur ${etats.length}`;
}

/** « 7 bonnes réponses sur 10. » */
export const phraseDeScore = (etat) => `${pluriel(etat.justes, "bonne réponse")} sur ${etat.total}.`;

/** The module to open next: the first that is begun and not done, else the first not done; null when all are. */
export function aReprendre(modules, progression) {
  const etats = modules.map((module) => ({ module, etat: bilan(module, progression) }));
  const restants = etats.filter(({ etat }) => !etat.fait);
  return (restants.find(({ etat }) => etat.commence) ?? restants[0] ?? { module: null }).module;
}

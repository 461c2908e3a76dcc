// A situation in the fragment of a link: readable keys, and the receipt of the rule that answered.

const DATE = "date";
const RECU = "r";

/** `date=2019-09-10&recettes=300&r=0123456789abcdef` @param {Record<string, string>} textes @param {string} empreinte */
export function ecrireFragment(textes, empreinte) {
  const { date_reference: date, ...reponses } = textes;
  const paires = [...(date ? [[DATE, date]] : []), ...Object.entries(reponses), [RECU, empreinte]];
  return new URLSearchParams(paires).toString();
}

/** The answers of a fragment, and the receipt it came with; keys that the program does not ask are dropped. */
export function lireFragment(fragment, programme) {
  const paires = new URLSearchParams(fragment.replace(/^#/, ""));
  const noms = new Set(programme.entrees.map(({ nom }) => nom));
  const textes = {};
  for (const [nom, texte] of paires) {
    if (nom === DATE) textes.date_reference = texte;
    else if (noms.has(nom)) textes[nom] = texte;
  }
  return { textes, recu: paires.get(RECU) };
}

/* The words of a text as readers type them: no accent, no case, no elision, articles of code in one spelling. */

// Words that say nothing alone; a request made only of them is searched as it is.
const VIDES = new Set("a au aux c ce ces d dans de des du en est et j l la le les leur leurs n ou par pour qu que qui s sa se ses son sur un une y".split(" "));

/** The words of a text, in order. An article gives two: « d. 5132-34 » → `d5132-34`, `5132-34`. */
export function mots(texte) {
  return texte
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/\b([lrd])[.\s]*(?=\d{3,}-\d)/g, "$1")
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1")
    .replace(/(\d)(?=(?:h|heures?|mois|ans?|jours?)\b)/g, "$1 ")
    .replace(/(\d) h\b/g, "$1 heures")
    .replace(/-(?!\d)/g, " ")
    .split(/[^a-z0-9%€-]+/)
    .flatMap((mot) => (/^[lrd]\d{3,}-/.test(mot) ? [mot, mot.slice(1)] : [mot]))
    .filter(Boolean);
}

/** What is looked for in a request: without the words that say nothing, without plurals. */
export function demande(texte) {
  const tous = mots(texte);
  const pleins = tous.filter((mot) => !VIDES.has(mot));
  return (pleins.length ? pleins : tous).map((mot) => (/^[a-z]{4,}[sx]$/.test(mot) ? mot.slice(0, -1) : mot));
}

/* A text in pieces, those that were found marked. */

/** `[{ texte, marque }]`, in order, the whole text: a word is marked whole. @param {string[]} mots words as the text writes them */
export function segments(texte, mots) {
  const cherches = new Set(mots.map((mot) => mot.toLowerCase()));
  const pieces = [];
  for (const morceau of texte.split(/([\p{L}\p{N}\p{M}]+(?:[-.,][\p{L}\p{N}]+)*)/u)) {
    if (!morceau) continue;
    const marque = cherches.has(morceau.toLowerCase());
    const derniere = pieces.at(-1);
    if (derniere && derniere.marque === marque) derniere.texte += morceau;
    else pieces.push({ texte: morceau, marque });
  }
  return pieces;
}

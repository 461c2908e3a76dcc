// Two wordings, word by word; the same answer as generator/render/difference.py.

const MOT = new RegExp(
  [
    "(?:\\p{L}{1,2}|lorsqu|puisqu|jusqu|quoiqu)[’'](?=\\p{L})",
    "[\\p{L}\\p{N}]+(?:[-.][\\p{L}\\p{N}]+)+",
    "[0-9]+(?:[ \\u00a0\\u202f][0-9]{3})*(?:,[0-9]+)?(?![\\p{L}\\p{N}])(?:[ \\u00a0\\u202f]?[%€])?",
    "[\\p{L}\\p{N}]+(?:[’'][\\p{L}\\p{N}]+)*",
    "\\S",
  ].join("|"),
  "giu",
);
const LETTRE = /[\p{L}\p{N}]/u;
// A word that stays alone between two changes hides the change more than it shows it.
const ILOT = 1;

/** @typedef {{genre: "=" | "-" | "+", texte: string}} Segment `=` stays, `-` was there before, `+` is there after */

/** The segments from one text to the other, removed before added. @returns {Segment[]} */
export function segments(avant, apres) {
  const [anciens, nouveaux] = [decouper(avant), decouper(apres)];
  const trouves = communs(anciens.map(([mot]) => mot), nouveaux.map(([mot]) => mot));
  const liste = [];
  let [i, j] = [0, 0];
  const gardes = sansIlots(trouves, anciens.length, nouveaux.length);
  gardes.forEach(([a, b], rang) => {
    ajouter(liste, "-", anciens.slice(i, a));
    ajouter(liste, "+", nouveaux.slice(j, b));
    // Before removed words, the space is that which stood before them.
    const suivant = gardes[rang + 1]?.[0] ?? anciens.length;
    ajouter(liste, "=", [suivant === a + 1 ? nouveaux[b] : anciens[a]]);
    [i, j] = [a + 1, b + 1];
  });
  ajouter(liste, "-", anciens.slice(i));
  ajouter(liste, "+", nouveaux.slice(j));
  return liste;
}

/** « 3 mots ajoutés, 2 supprimés ». @param {Segment[]} liste */
export function bilan(liste) {
  const compter = (genre) =>
    liste
      .filter((segment) => segment.genre === genre)
      .reduce((total, { texte }) => total + (texte.match(MOT) ?? []).filter((mot) => LETTRE.test(mot)).length, 0);
  const [plus, moins] = [compter("+"), compter("-")];
  const s = (n) => (n > 1 ? "s" : "");
  if (!plus && !moins) return "ponctuation seule";
  const ajoutes = `${plus} mot${s(plus)} ajouté${s(plus)}`;
  if (!moins) return ajoutes;
  return plus ? `${ajoutes}, ${moins} supprimé${s(moins)}` : `${moins} mot${s(moins)} supprimé${s(moins)}`;
}

/** Each word with the space that follows it. */
function decouper(texte) {
  const trouves = [...texte.matchAll(MOT)];
  const fin = texte.trimEnd().length;
  return trouves.map((trouve, rang) => [
    trouve[0],
    texte.slice(trouve.index + trouve[0].length, trouves[rang + 1]?.index ?? fin),
  ]);
}

/** The longest list of words that both hold, as pairs of ranks; of two as long, the one that starts first. */
function communs(anciens, nouveaux) {
  const longueur = anciens.map(() => new Array(nouveaux.length + 1).fill(0));
  longueur.push(new Array(nouveaux.length + 1).fill(0));
  for (let i = anciens.length - 1; i >= 0; i -= 1) {
    for (let j = nouveaux.length - 1; j >= 0; j -= 1) {
      longueur[i][j] =
        anciens[i] === nouveaux[j] ? longueur[i + 1][j + 1] + 1 : Math.max(longueur[i + 1][j], longueur[i][j + 1]);
    }
  }
  const paires = [];
  let [i, j] = [0, 0];
  while (i < anciens.length && j < nouveaux.length) {
    if (anciens[i] === nouveaux[j]) paires.push([i++, j++]);
    else if (longueur[i + 1][j] >= longueur[i][j + 1]) i += 1;
    else j += 1;
  }
  return paires;
}

/** Without the runs of `ILOT` words at most that stand between two changes. */
function sansIlots(paires, finAnciens, finNouveaux) {
  const suites = [];
  for (const paire of paires) {
    const derniere = suites.at(-1)?.at(-1);
    if (derniere && derniere[0] === paire[0] - 1 && derniere[1] === paire[1] - 1) suites.at(-1).push(paire);
    else suites.push([paire]);
  }
  return suites
    .filter((suite) => {
      const [premier, dernier] = [suite[0], suite.at(-1)];
      const auBord =
        (premier[0] === 0 && premier[1] === 0) || (dernier[0] === finAnciens - 1 && dernier[1] === finNouveaux - 1);
      return auBord || suite.length > ILOT;
    })
    .flat();
}

function ajouter(liste, genre, mots) {
  const texte = mots.map((mot) => mot.join("")).join("");
  if (!texte) return;
  if (liste.at(-1)?.genre === genre) liste.at(-1).texte += texte;
  else liste.push({ genre, texte });
}

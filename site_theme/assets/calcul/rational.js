// Exact rationals, always reduced, denominator positive. Their integers are Numbers while they are safe (up to 2^53 − 1,
// where they are exact) and BigInt beyond; an operation whose result is not safe is done again on BigInt.

/** @typedef {number | bigint} Entier */
/** @typedef {{n: Entier, d: Entier}} Rationnel two Numbers, or two BigInt when one of them is not safe */

const MAX = Number.MAX_SAFE_INTEGER;
// Fifteen digits are always safe.
const CHIFFRES_SURS = 15;
const sur = Number.isSafeInteger;
const petit = (x) => x <= MAX && x >= -MAX;
const courts = (a, b) => typeof a.n === "number" && typeof b.n === "number";
const absolu = (x) => (x < 0 ? -x : x);

function pgcd(a, b) {
  while (b) {
    const reste = a % b;
    a = b;
    b = reste;
  }
  return absolu(a);
}

/** Two integers of one kind as a reduced pair. */
function reduire(n, d) {
  if (d === 1) return { n, d };
  let g = pgcd(n, d);
  if (d < 0) g = -g;
  n /= g;
  d /= g;
  return typeof n === "bigint" && petit(n) && petit(d) ? { n: Number(n), d: Number(d) } : { n, d };
}

/** @param {Entier} n @param {Entier} [d] both exact @returns {Rationnel} */
export const rationnel = (n, d = 1) => (sur(n) && sur(d) ? reduire(n, d) : reduire(BigInt(n), BigInt(d)));

/** Digits as an integer: a Number when there are few of them. @param {string} chiffres */
export const entier = (chiffres) => (chiffres.length <= CHIFFRES_SURS ? Number(chiffres) : BigInt(chiffres));

/** Read `"num"` or `"num/den"`. @param {string} texte */
export const lire = (texte) => rationnel(...texte.split("/").map(entier));

/** `"num"` or `"num/den"`. @param {Rationnel} a */
export const ecrire = (a) => (a.d == 1 ? `${a.n}` : `${a.n}/${a.d}`);

export function somme(a, b) {
  if (courts(a, b)) {
    if (a.d === b.d && sur(a.n + b.n)) return reduire(a.n + b.n, a.d);
    const [x, y, d] = [a.n * b.d, b.n * a.d, a.d * b.d];
    if (sur(x) && sur(y) && sur(x + y) && sur(d)) return reduire(x + y, d);
  }
  const [ad, bd] = [BigInt(a.d), BigInt(b.d)];
  return reduire(BigInt(a.n) * bd + BigInt(b.n) * ad, ad * bd);
}

export function produit(a, b) {
  if (courts(a, b)) {
    const [n, d] = [a.n * b.n, a.d * b.d];
    if (sur(n) && sur(d)) return reduire(n, d);
  }
  return reduire(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d));
}

export const oppose = (a) => ({ n: -a.n, d: a.d });
export const difference = (a, b) => somme(a, oppose(b));
export const quotient = (a, b) => produit(a, { n: b.d, d: b.n });

/** Negative, zero or positive, as a sort wants it. */
export function comparer(a, b) {
  let [x, y] = courts(a, b) ? [a.n * b.d, b.n * a.d] : [NaN, NaN];
  if (!sur(x) || !sur(y)) [x, y] = [BigInt(a.n) * BigInt(b.d), BigInt(b.n) * BigInt(a.d)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The greatest integer not above. @returns {Entier} */
export function plancher({ n, d }) {
  if (!sur(absolu(n) + d)) [n, d] = [BigInt(n), BigInt(d)];
  const reste = n % d;
  return (n - (reste < 0 ? reste + d : reste)) / d;
}

/** The integer nearest to `a` × 10^`decimales`, half away from zero. @returns {Entier} */
export function arrondi({ n, d }, decimales = 0) {
  let deux = 2;
  let haut = typeof n === "number" ? deux * absolu(n) * 10 ** decimales + d : NaN;
  if (!sur(haut) || !sur(deux * d)) {
    [n, d, deux] = [BigInt(n), BigInt(d), 2n];
    haut = deux * absolu(n) * 10n ** BigInt(decimales) + d;
  }
  const entier = (haut - (haut % (deux * d))) / (deux * d);
  return n < 0 ? -entier : entier;
}

/** Bits of the larger of the two integers. */
export const bits = (a) => Math.max(...[a.n, a.d].map((x) => absolu(BigInt(x)).toString(2).length));

/** True for a rational, as opposed to a text, a date, a yes/no or a state. */
export const estRationnel = (x) => x.d !== undefined;

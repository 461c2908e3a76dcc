// Exact rationals: pairs of BigInt, always reduced, denominator positive. No float ever touches a value.

/** @typedef {{n: bigint, d: bigint}} Rationnel */

const gcd = (a, b) => {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/** @param {bigint} n @param {bigint} [d] @returns {Rationnel} */
export function rationnel(n, d = 1n) {
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
}

/** Read `"num"` or `"num/den"`. @param {string} texte */
export function lire(texte) {
  const [n, d = "1"] = texte.split("/");
  return rationnel(BigInt(n), BigInt(d));
}

/** `"num"` or `"num/den"`. @param {Rationnel} a */
export const ecrire = (a) => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);

export const somme = (a, b) => rationnel(a.n * b.d + b.n * a.d, a.d * b.d);
export const difference = (a, b) => rationnel(a.n * b.d - b.n * a.d, a.d * b.d);
export const produit = (a, b) => rationnel(a.n * b.n, a.d * b.d);
export const quotient = (a, b) => rationnel(a.n * b.d, a.d * b.n);
export const oppose = (a) => ({ n: -a.n, d: a.d });

/** Negative, zero or positive, as a sort wants it. */
export const comparer = (a, b) => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The greatest integer not above. @returns {bigint} */
export const plancher = (a) => (a.n >= 0n ? a.n / a.d : -((-a.n + a.d - 1n) / a.d));

/** The nearest integer, half away from zero. @returns {bigint} */
export function arrondi(a) {
  const n = a.n < 0n ? -a.n : a.n;
  const whole = (2n * n + a.d) / (2n * a.d);
  return a.n < 0n ? -whole : whole;
}

/** Bits of the larger of the two integers. */
export const bits = (a) =>
  Math.max((a.n < 0n ? -a.n : a.n).toString(2).length, a.d.toString(2).length);

/** True for a rational, as opposed to a text, a date or a state. */
export const estRationnel = (x) => typeof x === "object" && x !== null && typeof x.n === "bigint";

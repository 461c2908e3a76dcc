// One entry per operation of the formula language: how it is computed, how it is written.
// The same list as generator/compile/operations/ (a test compares them).

import * as dates from "./dates.js";
import { absence, borne, refus, sansObjet } from "./etats.js";
import { afficherNombre } from "./format.js";
import * as q from "./rational.js";

export const [P_SI, P_OU, P_ET, P_NON, P_COMPARE, P_SOMME, P_TERME, P_SIGNE, P_ATOME] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Strict: without all its operands an operation has no value. */
const stricte = (calculer) => (arbre, s) => {
  const operandes = arbre.slice(1).map((operande) => s.evaluer(operande));
  return absence(operandes) ?? calculer(...operandes);
};
const infixe = (signe) => (arbre, ecrire) => `${ecrire(arbre[1])} ${signe} ${ecrire(arbre[2])}`;
const appel = (arbre, ecrire) => `${arbre[0]}(${arbre.slice(1).map(ecrire).join(" ; ")})`;

const binaire = (signe, priorite, calculer) => ({
  priorite,
  evaluer: stricte((a, b) => calculer(a, b)),
  ecrire: infixe(signe),
});
const fonction = (calculer) => ({ priorite: P_ATOME, fonction: true, evaluer: stricte(calculer), ecrire: appel });
const constante = (lire, ecrire) => ({ priorite: P_ATOME, evaluer: (arbre) => lire(arbre[1]), ecrire });

/** Negative, zero or positive for two numbers or two dates. */
const ordre = (a, b) => (q.estRationnel(a) ? q.comparer(a, b) : a.jour - b.jour);
const egaux = (a, b) => (q.estRationnel(a) || dates.estDate(a) ? ordre(a, b) === 0 : a === b);

/** `et` and `ou`: one operand can decide, even when the other is not known. */
const logique = (mot, priorite, decisif) => ({
  priorite,
  ecrire: infixe(mot),
  evaluer(arbre, s) {
    const [a, b] = [s.evaluer(arbre[1]), s.evaluer(arbre[2])];
    if (a === decisif || b === decisif) return decisif;
    return absence([a, b]) ?? !decisif;
  },
});

const HORS_CALENDRIER = refus("date hors des années 1900 à 2200");
const ajouter = (avancer, unite) => (jour, duree) => {
  if (duree.d !== 1n) return refus(`un nombre entier de ${unite} est attendu`);
  if (duree.n > 400_000n || duree.n < -400_000n) return HORS_CALENDRIER;
  return avancer(jour, Number(duree.n)) ?? HORS_CALENDRIER;
};
const entier = (n) => q.rationnel(BigInt(n));

function arrondir(arbre, s) {
  const [x, pas] = [s.evaluer(arbre[1]), s.evaluer(arbre[2])];
  if (!q.estRationnel(x)) return x;
  const quotient = q.quotient(x, pas);
  const sens = { superieur: () => -q.plancher(q.oppose(quotient)), inferieur: () => q.plancher(quotient) };
  return borne(q.produit(q.rationnel((sens[arbre[3]] ?? (() => q.arrondi(quotient)))()), pas));
}

export const ISSUES = ["sans_objet", "refus"];

function selon(arbre, s) {
  for (const [condition, resultat] of arbre.slice(1)) {
    const vraie = condition === null ? true : s.evaluer(condition);
    if (typeof vraie !== "boolean") return vraie;
    if (!vraie) continue;
    if (resultat[0] === "sans_objet") return sansObjet(s.phrase(resultat[1]));
    return resultat[0] === "refus" ? refus(s.phrase(resultat[1])) : s.evaluer(resultat);
  }
  throw new Error("the compiler ends every list of cases with « sinon »");
}

export const OPERATIONS = {
  nombre: constante(q.lire, (arbre) => afficherNombre(q.lire(arbre[1]), arbre[2])),
  texte: constante((code) => code, (arbre) => `« ${arbre[1]} »`),
  date: constante(dates.lire, (arbre) => dates.longue(dates.lire(arbre[1]))),
  booleen: constante((reponse) => reponse, (arbre) => (arbre[1] ? "oui" : "non")),
  ref: { priorite: P_ATOME, evaluer: (arbre, s) => s.renvoi(arbre[1]), ecrire: appel },
  parametre: {
    priorite: P_ATOME,
    ecrire: appel,
    evaluer(arbre, s) {
      const indices = arbre.slice(2).map((indice) => s.evaluer(indice));
      return absence(indices) ?? s.parametre(arbre[1], indices);
    },
  },
  "+": binaire("+", P_SOMME, (a, b) => borne(q.somme(a, b))),
  "-": binaire("−", P_SOMME, (a, b) => borne(q.difference(a, b))),
  "*": binaire("×", P_TERME, (a, b) => borne(q.produit(a, b))),
  "/": binaire("/", P_TERME, (a, b) => (b.n === 0n ? refus("division par zéro") : borne(q.quotient(a, b)))),
  neg: { priorite: P_SIGNE, evaluer: stricte(q.oppose), ecrire: (arbre, ecrire) => `−${ecrire(arbre[1])}` },
  "<": binaire("<", P_COMPARE, (a, b) => ordre(a, b) < 0),
  "<=": binaire("≤", P_COMPARE, (a, b) => ordre(a, b) <= 0),
  ">": binaire(">", P_COMPARE, (a, b) => ordre(a, b) > 0),
  ">=": binaire("≥", P_COMPARE, (a, b) => ordre(a, b) >= 0),
  "=": binaire("=", P_COMPARE, egaux),
  "≠": binaire("≠", P_COMPARE, (a, b) => !egaux(a, b)),
  et: logique("et", P_ET, false),
  ou: logique("ou", P_OU, true),
  non: { priorite: P_NON, evaluer: stricte((a) => !a), ecrire: (arbre, ecrire) => `non (${ecrire(arbre[1])})` },
  si: {
    priorite: P_SI,
    ecrire: (arbre, ecrire) => `si ${ecrire(arbre[1])} alors ${ecrire(arbre[2])} sinon ${ecrire(arbre[3])}`,
    evaluer(arbre, s) {
      const condition = s.evaluer(arbre[1]);
      return typeof condition === "boolean" ? s.evaluer(arbre[condition ? 2 : 3]) : condition;
    },
  },
  cas: { priorite: P_SI, evaluer: selon, ecrire: appel },
  min: fonction((...xs) => xs.reduce((a, b) => (q.comparer(b, a) < 0 ? b : a))),
  max: fonction((...xs) => xs.reduce((a, b) => (q.comparer(b, a) > 0 ? b : a))),
  arrondi: {
    priorite: P_ATOME,
    fonction: true,
    evaluer: arrondir,
    ecrire: (arbre, ecrire) => `arrondi(${ecrire(arbre[1])} ; ${ecrire(arbre[2])} ; ${arbre[3]})`,
  },
  nombre_vrais: fonction((...xs) => entier(xs.filter((x) => x === true).length)),
  ajouter_mois: fonction(ajouter(dates.ajouterMois, "mois")),
  ajouter_jours: fonction(ajouter(dates.ajouterJours, "jours")),
  mois_entre: fonction((a, b) => entier(dates.moisEntre(a, b))),
  jours_entre: fonction((a, b) => entier(b.jour - a.jour)),
  annee: fonction((a) => entier(dates.annee(a))),
  convertir: {
    priorite: P_ATOME,
    ecrire: (arbre, ecrire) => ecrire(arbre[1]),
    evaluer(arbre, s) {
      const x = s.evaluer(arbre[1]);
      return q.estRationnel(x) ? borne(q.produit(x, q.lire(arbre[2]))) : x;
    },
  },
};

// One entry per operation of the formula language: how it is computed, how it is written.
// The same list as generator/compile/operations/ (a test compares them).
//
// `preparer(arbre, p)` gives a function of a situation: trees are walked once a program, not once an evaluation.
// `ecrire(operandes, arbre)` writes the operation over its operands, already written.

import * as dates from "./dates.js";
import { absence, borne, present, refus, sansObjet } from "./etats.js";
import { afficherNombre } from "./format.js";
import * as q from "./rational.js";

export const [P_SI, P_OU, P_ET, P_NON, P_COMPARE, P_SOMME, P_TERME, P_SIGNE, P_ATOME] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Strict: without all its operands an operation has no value. */
const stricte = (calculer) => (arbre, p) => {
  const operandes = arbre.slice(1).map((operande) => p.calcul(operande));
  const [x, y] = operandes;
  if (operandes.length !== 2) {
    return (s) => {
      const valeurs = operandes.map((operande) => operande(s));
      return absence(valeurs) ?? calculer(...valeurs);
    };
  }
  return (s) => {
    const a = x(s);
    const b = y(s);
    return present(a) && present(b) ? calculer(a, b) : absence([a, b]);
  };
};
const appel = (operandes, [nom]) => `${nom}(${operandes.join(" ; ")})`;
const infixe = (signe) => ([a, b]) => `${a} ${signe} ${b}`;

const binaire = (signe, priorite, calculer) => ({ priorite, preparer: stricte(calculer), ecrire: infixe(signe) });
const fonction = (calculer) => ({ priorite: P_ATOME, fonction: true, preparer: stricte(calculer), ecrire: appel });
const constante = (lire, ecrire) => ({
  priorite: P_ATOME,
  ecrire: (_, [, valeur, unite]) => ecrire(valeur, unite),
  preparer([, texte]) {
    const valeur = lire(texte);
    return () => valeur;
  },
});

/** Negative, zero or positive for two numbers or two dates. */
const ordre = (a, b) => (q.estRationnel(a) ? q.comparer(a, b) : a.jour - b.jour);
const egaux = (a, b) => (typeof a === "object" ? ordre(a, b) === 0 : a === b);

/** `et` and `ou`: one operand can decide, even when the other is not known. */
const logique = (mot, priorite, decisif) => ({
  priorite,
  ecrire: infixe(mot),
  preparer([, gauche, droite], p) {
    const [x, y] = [p.calcul(gauche), p.calcul(droite)];
    return (s) => {
      const a = x(s);
      const b = y(s);
      if (a === decisif || b === decisif) return decisif;
      return present(a) && present(b) ? !decisif : absence([a, b]);
    };
  },
});

const HORS_CALENDRIER = refus("date hors des années 1900 à 2200");
const ajouter = (avancer, unite) => (jour, duree) => {
  if (duree.d != 1) return refus(`un nombre entier de ${unite} est attendu`);
  if (duree.n > 400_000 || duree.n < -400_000) return HORS_CALENDRIER;
  return avancer(jour, duree.n) ?? HORS_CALENDRIER;
};
const entier = (n) => ({ n, d: 1 });
const extreme = (sens) => fonction((...xs) => xs.reduce((a, b) => (q.comparer(b, a) * sens > 0 ? b : a)));

const SENS = {
  superieur: (x) => -q.plancher(q.oppose(x)),
  inferieur: q.plancher,
  proche: (x) => q.arrondi(x),
};

export const ISSUES = ["sans_objet", "refus"];

/** What a case gives when it is taken. */
const issue = (resultat, p) => {
  if (!ISSUES.includes(resultat[0])) return p.calcul(resultat);
  const phrase = p.phrase(resultat[1]);
  return (s) => (resultat[0] === "refus" ? refus : sansObjet)(phrase(s));
};

export const OPERATIONS = {
  nombre: constante(q.lire, (valeur, unite) => afficherNombre(q.lire(valeur), unite)),
  texte: constante((code) => code, (code) => `« ${code} »`),
  date: constante(dates.lire, (iso) => dates.longue(dates.lire(iso))),
  booleen: constante((reponse) => reponse, (reponse) => (reponse ? "oui" : "non")),
  ref: {
    priorite: P_ATOME,
    ecrire: appel,
    preparer([, nom], p) {
      const rang = p.rang(nom);
      return (s) => s.etat(rang);
    },
  },
  parametre: {
    priorite: P_ATOME,
    ecrire: appel,
    preparer([, nom, ...indices], p) {
      const [parametre, cellule] = [p.parametres[nom], p.cellule(indices)];
      return (s) => s.valeur(parametre, cellule(s));
    },
  },
  "+": binaire("+", P_SOMME, (a, b) => borne(q.somme(a, b))),
  "-": binaire("−", P_SOMME, (a, b) => borne(q.difference(a, b))),
  "*": binaire("×", P_TERME, (a, b) => borne(q.produit(a, b))),
  "/": binaire("/", P_TERME, (a, b) => (b.n === 0 ? refus("division par zéro") : borne(q.quotient(a, b)))),
  neg: { priorite: P_SIGNE, preparer: stricte(q.oppose), ecrire: ([a]) => `−${a}` },
  "<": binaire("<", P_COMPARE, (a, b) => ordre(a, b) < 0),
  "<=": binaire("≤", P_COMPARE, (a, b) => ordre(a, b) <= 0),
  ">": binaire(">", P_COMPARE, (a, b) => ordre(a, b) > 0),
  ">=": binaire("≥", P_COMPARE, (a, b) => ordre(a, b) >= 0),
  "=": binaire("=", P_COMPARE, egaux),
  "≠": binaire("≠", P_COMPARE, (a, b) => !egaux(a, b)),
  et: logique("et", P_ET, false),
  ou: logique("ou", P_OU, true),
  non: { priorite: P_NON, preparer: stricte((a) => !a), ecrire: ([a]) => `non (${a})` },
  si: {
    priorite: P_SI,
    ecrire: ([a, b, c]) => `si ${a} alors ${b} sinon ${c}`,
    preparer(arbre, p) {
      const [condition, oui, non] = arbre.slice(1).map((operande) => p.calcul(operande));
      return (s) => {
        const vraie = condition(s);
        return typeof vraie === "boolean" ? (vraie ? oui : non)(s) : vraie;
      };
    },
  },
  cas: {
    priorite: P_SI,
    ecrire: appel,
    preparer(arbre, p) {
      const cas = arbre.slice(1).map(([condition, resultat]) => [
        condition === null ? () => true : p.calcul(condition),
        issue(resultat, p),
      ]);
      return (s) => {
        for (const [condition, resultat] of cas) {
          const vraie = condition(s);
          if (vraie !== false) return vraie === true ? resultat(s) : vraie;
        }
        throw new Error("the compiler ends every list of cases with « sinon »");
      };
    },
  },
  min: extreme(-1),
  max: extreme(1),
  arrondi: {
    priorite: P_ATOME,
    fonction: true,
    ecrire: ([x, pas], arbre) => `arrondi(${x} ; ${pas} ; ${arbre[3]})`,
    preparer([, x, pas, sens], p) {
      const [nombre, unite] = [p.calcul(x), p.calcul(pas)];
      const arrondir = SENS[sens] ?? SENS.proche;
      return (s) => {
        const valeur = nombre(s);
        if (!present(valeur)) return valeur;
        const taille = unite(s);
        return borne(q.produit(q.rationnel(arrondir(q.quotient(valeur, taille))), taille));
      };
    },
  },
  nombre_vrais: fonction((...xs) => entier(xs.filter((x) => x).length)),
  ajouter_mois: fonction(ajouter(dates.ajouterMois, "mois")),
  ajouter_jours: fonction(ajouter(dates.ajouterJours, "jours")),
  mois_entre: fonction((a, b) => entier(dates.moisEntre(a, b))),
  jours_entre: fonction((a, b) => entier(b.jour - a.jour)),
  annee: fonction((a) => entier(dates.annee(a))),
  convertir: {
    priorite: P_ATOME,
    ecrire: ([a]) => a,
    preparer([, operande, facteur], p) {
      const [calcul, fois] = [p.calcul(operande), q.lire(facteur)];
      return (s) => {
        const x = calcul(s);
        return present(x) ? borne(q.produit(x, fois)) : x;
      };
    },
  },
};

// Our evaluator against publicodes: same rules, same situations, one process, alternating rounds.
// Usage: node mesurer.mjs donnees.json [--bref] > tableau.md
// With --bref, a few seconds: enough to see that it runs and that nothing is misjudged, not to compare speeds.

import { readFileSync } from "node:fs";
import os from "node:os";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { lire as lireJour } from "../../site_theme/assets/calcul/dates.js";
import { evaluer } from "../../site_theme/assets/calcul/evaluate.js";
import { rationnel } from "../../site_theme/assets/calcul/rational.js";
import { lireEntree } from "../../site_theme/assets/calcul/saisie.js";

const outils = createRequire(new URL("../../tests/exports/publicodes/package.json", import.meta.url));
const { default: Engine } = await import(pathToFileURL(outils.resolve("publicodes").replace(/\.cjs$/, ".js")));
const { parse } = outils("yaml");

const bref = process.argv.includes("--bref");
const TOURS = bref ? 1 : 9;
const DUREE_MS = bref ? 50 : 700;
const SEUILS = bref ? 5_000 : 2_000_000;
const DEMIS = SEUILS;
const SOUS_ECHANTILLON = bref ? 500 : 20_000;
const RAPPORT_VOULU = 50;
const muet = { log() {}, warn() {}, error() {} };
const donnees = JSON.parse(readFileSync(process.argv[2], "utf8"));
const jour = lireJour(donnees.jour);

/** A seeded generator (mulberry32): the same draws on every machine. */
function graine(a) {
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const mediane = (valeurs) => [...valeurs].sort((a, b) => a - b)[valeurs.length >> 1];
const entier = (n) => Math.round(n).toLocaleString("fr-FR");

/** Evaluations per second over about DUREE_MS, always a situation that differs from the one before. */
function debit(une) {
  let faites = 0;
  const debut = performance.now();
  do {
    for (let i = 0; i < 20; i++) une(faites++);
  } while (performance.now() - debut < DUREE_MS);
  return (faites * 1000) / (performance.now() - debut);
}

function comparer({ id, programme, texte, situations, situations_publicodes: theirs }) {
  const moteur = new Engine(parse(texte), { logger: muet });
  const lire = (textes) =>
    Object.fromEntries(programme.entrees.map((entree) => [entree.nom, lireEntree(entree, textes[entree.nom])]));
  // Both give every step: the trace is made of them.
  const nous = (i) => evaluer(programme, jour, lire(situations[i % situations.length])).etapes.length;
  const eux = (i) => {
    moteur.setSituation(theirs[i % theirs.length]);
    for (const { nom } of programme.etapes) moteur.evaluate(nom);
  };
  debit(nous);
  debit(eux);
  const mesures = Array.from({ length: TOURS }, () => [debit(nous), debit(eux)]);
  const rapports = mesures.map(([a, b]) => a / b);
  return {
    id,
    entrees: programme.entrees.length,
    etapes: programme.etapes.length,
    nous: mediane(mesures.map(([a]) => a)),
    eux: mediane(mesures.map(([, b]) => b)),
    rapport: mediane(rapports),
    bornes: [Math.min(...rapports), Math.max(...rapports)],
  };
}

const exact = (programme, valeurs) => evaluer(programme, jour, valeurs).etapes[0].exact;
const centimes = (n) => rationnel(BigInt(n), 100n);
const ecrire = (n) => (n / 100).toFixed(2);

/** Amounts in cents whose ratio is exactly 30 %: « strictement inférieur à 30 % » must be false. */
function seuils() {
  const hasard = graine(1);
  const moteur = new Engine(parse(donnees.seuil.texte), { logger: muet });
  const faux = { nous: 0, flottants: 0, publicodes: 0 };
  for (let i = 0; i < SEUILS; i++) {
    const total = 10 * (1 + Math.floor(hasard() * 100_000_000));
    const recettes = (total / 10) * 3;
    const charges = Math.floor(hasard() * total);
    const amortissements = total - charges;
    const valeurs = { recettes: centimes(recettes), charges: centimes(charges), amortissements: centimes(amortissements) };
    if (exact(donnees.seuil.programme, valeurs) !== false) faux.nous++;
    if (recettes / 100 / (charges / 100 + amortissements / 100) < 0.3) faux.flottants++;
    if (i >= SOUS_ECHANTILLON) continue;
    moteur.setSituation({
      recettes: ecrire(recettes),
      charges: ecrire(charges),
      amortissements: ecrire(amortissements),
    });
    if (moteur.evaluate("resultat").nodeValue !== false) faux.publicodes++;
  }
  return faux;
}

/** Amounts and rates whose product is exactly half a cent: it rounds up. */
function demiCentimes() {
  const hasard = graine(2);
  const moteur = new Engine(parse(donnees.arrondi.texte), { logger: muet });
  const faux = { nous: 0, publicodes: 0 };
  let i = 0;
  while (i < DEMIS) {
    // m cents at t thousandths: m × t / 1000 cents, exactly half a cent when m × t = 500 modulo 1000.
    const m = 1 + Math.floor(hasard() * 100_000_000);
    const t = 1 + Math.floor(hasard() * 999);
    if ((m * t) % 1000 !== 500) continue;
    const attendu = rationnel(BigInt(Math.floor((m * t) / 1000)) + 1n, 100n);
    const valeurs = { montant: centimes(m), taux: rationnel(BigInt(t), 1000n) };
    const lu = exact(donnees.arrondi.programme, valeurs);
    if (lu !== (attendu.d == 1 ? `${attendu.n}` : `${attendu.n}/${attendu.d}`)) faux.nous++;
    if (i++ >= SOUS_ECHANTILLON) continue;
    moteur.setSituation({ montant: ecrire(m), taux: (t / 1000).toFixed(3) });
    const voulu = (Math.floor((m * t) / 1000) + 1) / 100;
    if (Math.abs(moteur.evaluate("resultat").nodeValue - voulu) > 0.001) faux.publicodes++;
  }
  return faux;
}

const part = (n, total) => `${entier(n)} sur ${entier(total)} (${((100 * n) / total).toFixed(1).replace(".", ",")} %)`;
const { nous: notre, publicodes: leur } = donnees.poids;
const debits = donnees.calculateurs.map(comparer);
const seuil = seuils();
const demi = demiCentimes();
const { version } = outils("./node_modules/publicodes/package.json");
const jourDeMesure = new Date().toISOString().slice(0, 10);

console.log(`Mesuré le ${jourDeMesure} : Node ${process.version}, publicodes ${version}, ${os.cpus().length} cœurs
(${os.cpus()[0].model}), machine partagée. Les mêmes règles (celles que « memento exporter publicodes » écrit), les mêmes
situations complètes tirées d'une graine fixe, un seul processus, tours alternés ; des deux côtés, les réponses partent du
texte tapé et chaque étape est évaluée.

| Poids en gzip | octets |
|---|---|
| le mémento : évaluateur, formulaire, trace, partage, fiche | ${entier(notre)} |
| publicodes : évaluateur seul, minifié de même | ${entier(leur)} |

| Évaluations par seconde (médiane de ${TOURS} tours alternés) | entrées | étapes | mémento, saisie et trace comprises | publicodes | rapport médian | rapports extrêmes |
|---|---|---|---|---|---|---|
${debits
  .map(
    ({ id, entrees, etapes, nous, eux, rapport, bornes }) =>
      `| ${id} | ${entrees} | ${etapes} | ${entier(nous)} | ${entier(eux)} | ${entier(rapport)} | ${bornes.map(entier).join(" à ")} |`,
  )
  .join("\n")}

| Erreurs | mémento | publicodes | calcul à virgule flottante nu |
|---|---|---|---|
| rapports exactement égaux à 30 %, mal classés par « < 30 % » | ${part(seuil.nous, SEUILS)} | ${part(seuil.publicodes, SOUS_ECHANTILLON)} | ${part(seuil.flottants, SEUILS)} |
| demi-centimes exacts, mal arrondis | ${part(demi.nous, DEMIS)} | ${part(demi.publicodes, SOUS_ECHANTILLON)} | |`);
const promesses = {
  "12 000 octets au plus": notre <= 12_000,
  "aucun rapport mal classé": seuil.nous === 0,
  "aucun demi-centime mal arrondi": demi.nous === 0,
  [`${RAPPORT_VOULU} fois plus vite au moins`]: bref || debits.every(({ rapport }) => rapport >= RAPPORT_VOULU),
};
for (const [promesse, tenue] of Object.entries(promesses)) {
  if (tenue) continue;
  console.error(`Non tenu : ${promesse}.`);
  process.exitCode = 1;
}

// The page « Le mémento à une date ».

import { typographier } from "../calcul/format.js";
import { joursDeChangement } from "./comparaison.js";
import { concerne, droit, estRappel, etatAu, periodeAu, propositionsAu } from "./etats.js";
import { depliant, discret, element, inconnu, lien, longue, portee, tableau } from "./noeuds.js";
import { aujourdhui, cases, jourDe, memoriser, siaeDe } from "./reglages.js";

const GROUPES = [
  ["en-vigueur", "En vigueur", ""],
  ["experimental", "En expérimentation", ""],
  [
    "propose",
    "Propositions connues ce jour-là",
    "Une proposition n’est pas du droit. Son sort est celui que l’on connaît aujourd’hui.",
  ],
  ["fini", "Qui ne sont plus en vigueur", ""],
  ["inconnu", "Inconnues ce jour-là", "Le mémento ne sait pas ce que disait le droit ce jour-là, et ne le devine pas."],
];

/** The lines of each group that day: the rule, the version to read, and what is said of it. */
export function groupesDuJour(donnees, jour, siae = []) {
  const groupes = Object.fromEntries(GROUPES.map(([nom]) => [nom, []]));
  for (const regle of donnees.regles.filter((une) => concerne(une.siae, siae))) {
    const etat = etatAu(regle, jour);
    const nom = nomDuGroupe(etat);
    if (nom) groupes[nom].push({ regle, version: etat.version, mots: motsDe(regle, etat) });
    for (const version of propositionsAu(regle, jour)) {
      groupes.propose.push({ regle, version, mots: `proposé le ${longue(version.du)}` });
    }
  }
  return groupes;
}

function nomDuGroupe({ genre, version }) {
  if (genre === "droit") return version.statut === "experimental" ? "experimental" : "en-vigueur";
  return { fini: "fini", lacune: "inconnu", avant: "inconnu" }[genre] ?? null;
}

function motsDe(regle, { genre, version, motif }) {
  if (genre === "lacune") return `texte non lu\u00a0: ${motif}`;
  if (genre === "avant") return `avant la première version connue, du ${longue(droit(regle)[0].du)}`;
  if (genre === "droit") return `depuis le ${longue(version.du)}${version.au ? `, jusqu’au ${longue(version.au)}` : ""}`;
  if (version.statut === "abroge" || !version.au) return `abrogé le ${longue(version.du)}`;
  return `en vigueur jusqu’au ${longue(version.au)}`;
}

/** Every cell that has a period that day, known or not. */
export function montantsDuJour(donnees, jour, siae = []) {
  return donnees.parametres.flatMap((parametre) =>
    parametre.cellules
      .filter((cellule) => concerne(cellule.siae, siae))
      .map((cellule) => ({ parametre, cellule, periode: periodeAu(cellule, jour) }))
      .filter(({ periode }) => periode),
  );
}

/** Give life to the page. */
export function pageDuJour(racine, donnees) {
  const un = (selecteur) => racine.querySelector(selecteur);
  const form = un("[data-formulaire]");
  const parametres = new URLSearchParams(location.search);
  const jours = joursDeChangement(donnees);
  const etat = { jour: jourDe(parametres, "date", aujourdhui()), siae: siaeDe(parametres, donnees.siae) };
  const prefixe = racine.dataset.racine;
  form.hidden = false;
  form.elements.date.value = etat.jour;
  cases(un("[data-siae]"), donnees.siae, etat.siae, (siae) => aller({ siae }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.date.addEventListener("change", ({ target }) => target.value && target.validity.valid && aller({ jour: target.value }));
  for (const bouton of form.querySelectorAll("[data-vers]")) {
    bouton.addEventListener("click", () => aller({ jour: voisin(bouton.dataset.vers) }));
  }
  for (const mot of document.querySelectorAll("[data-jours] [data-jour]")) {
    mot.replaceChildren(lien(mot.textContent, `?date=${mot.dataset.jour}`));
  }
  // What the page holds already is today's state, for all.
  if (etat.jour !== racine.dataset.jour || etat.siae.length) montrer();

  function voisin(sens) {
    if (sens === "0") return aujourdhui();
    const suivants = sens === "1" ? jours.filter((jour) => jour > etat.jour) : jours.filter((jour) => jour < etat.jour).reverse();
    return suivants[0] ?? etat.jour;
  }

  function aller(nouveau) {
    Object.assign(etat, nouveau);
    form.elements.date.value = etat.jour;
    memoriser({ date: etat.jour, siae: etat.siae.join(",") });
    montrer();
  }

  function montrer() {
    const groupes = groupesDuJour(donnees, etat.jour, etat.siae);
    const presents = GROUPES.filter(([nom]) => groupes[nom].length);
    const comptes = presents.map(([nom, titre]) => `${titre.toLowerCase()} : ${groupes[nom].length}`);
    const pour = etat.siae.length ? `, pour ${etat.siae.join(", ")}` : "";
    un("[data-annonce]").textContent = typographier(
      `État au ${longue(etat.jour)}${pour} : ${comptes.join(" ; ") || "rien n’est connu"}.`,
    );
    un("[data-resultat]").replaceChildren(
      ...presents.flatMap(([nom, titre, note]) => [
        Object.assign(element("h2", "", `${titre} (${groupes[nom].length})`), { id: nom }),
        ...(note ? [element("p", "", note)] : []),
        ...parTheme(groupes[nom]),
      ]),
      Object.assign(element("h2", "", "Les montants"), { id: "montants" }),
      montants(),
    );
  }

  function parTheme(lignes) {
    return Object.entries(donnees.themes).flatMap(([theme, titre]) => {
      const siennes = lignes.filter(({ regle }) => regle.themes[0] === theme);
      return siennes.length ? [depliant(`${titre} (${siennes.length})`, element("ul", "m-liste", ...siennes.map(ligne)))] : [];
    });
  }

  function ligne({ regle, version, mots }) {
    return element(
      "li",
      "",
      lien(regle.titre, prefixe + (version ?? regle).chemin),
      " ",
      element(
        "span",
        "m-ligne",
        version ? portee(version, donnees.libelles) : null,
        version?.adoption ? element("span", "m-badge", version.adoption) : null,
        " ",
        version ? discret(mots) : inconnu(mots),
        " ",
        element("span", "m-discret m-codes", regle.siae.join(", ")),
      ),
    );
  }

  function montants() {
    const lignes = montantsDuJour(donnees, etat.jour, etat.siae).map(({ parametre, cellule, periode }) => [
      lien(parametre.titre, prefixe + parametre.chemin),
      cellule.libelle,
      periode.valeur === undefined ? inconnu("inconnu") : element("span", "m-montant", periode.texte),
      periode.valeur === undefined
        ? periode.motif
        : `${estRappel(periode, etat.jour) ? "dernier montant connu, " : ""}depuis le ${longue(periode.du)}`,
    ]);
    if (!lignes.length) return element("p", "", "Aucun montant n’est connu ce jour-là.");
    return depliant(
      `${lignes.length} montants`,
      tableau(`Montants au ${longue(etat.jour)}`, ["Montant", "Cas", "Valeur", "Date"], lignes),
    );
  }
}

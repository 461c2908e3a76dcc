// The page « Comparer ».

import { typographier } from "../calcul/format.js";
import { comparer } from "./comparaison.js";
import { estRappel } from "./etats.js";
import { ecart as ecartDeMontant } from "./montants.js";
import { discret, ecart, element, groupe, inconnu, lien, longue, periode, portee, tableau } from "./noeuds.js";
import { cases, jourDe, memoriser, siaeDe } from "./reglages.js";

const NATURES = [
  ["modifiee", "Règles modifiées", ""],
  [
    "apparue",
    "Règles dont la première version connue commence entre les deux dates",
    "Le mémento ne dit pas ce qui valait avant : une règle de cette liste peut être nouvelle, ou reprendre un texte plus ancien qui n’a pas été lu.",
  ],
  ["terminee", "Règles qui ont pris fin", ""],
  ["connue", "Règles de nouveau connues", "Leur texte n’avait pas été lu à la première date."],
  ["inconnue", "Règles devenues inconnues", "Leur texte n’a pas été lu à la seconde date."],
];

/** Give life to the page. */
export function pageDeComparaison(racine, donnees) {
  const un = (selecteur) => racine.querySelector(selecteur);
  const [form, choix] = [un("[data-formulaire]"), un("[data-formulaire-de-regle]")];
  const parametres = new URLSearchParams(location.search);
  const [duParDefaut, auParDefaut, prefixe] = [racine.dataset.du, racine.dataset.au, racine.dataset.racine];
  const regles = new Map([...donnees.regles].sort((a, b) => a.titre.localeCompare(b.titre, "fr")).map((r) => [r.id, r]));
  const demandee = regles.get(parametres.get("regle"));
  // With a rule, the two days of the address are those of its versions.
  const etat = {
    du: demandee ? duParDefaut : jourDe(parametres, "du", duParDefaut),
    au: demandee ? auParDefaut : jourDe(parametres, "au", auParDefaut),
    siae: siaeDe(parametres, donnees.siae),
  };
  form.hidden = choix.hidden = false;
  un("[data-sans-script]").remove();
  [form.elements.du.value, form.elements.au.value] = [etat.du, etat.au];
  for (const bloc of [form, choix]) bloc.addEventListener("submit", (event) => event.preventDefault());
  for (const nom of ["du", "au"]) {
    form.elements[nom].addEventListener("change", ({ target }) => target.value && target.validity.valid && aller({ [nom]: target.value }));
  }
  cases(un("[data-siae]"), donnees.siae, etat.siae, (siae) => aller({ siae }));
  un("[data-imprimer]").addEventListener("click", () => print());
  remplir(choix.elements.regle, [["", "Choisissez une règle"], ...[...regles.values()].map(({ id, titre }) => [id, titre])]);
  choix.elements.regle.addEventListener("change", ({ target }) => choisir(target.value));
  for (const nom of ["ancienne", "nouvelle"]) choix.elements[nom].addEventListener("change", () => deuxVersions());
  choisir(demandee?.id ?? "", jourDe(parametres, "du", ""), jourDe(parametres, "au", ""), false);
  // What the page holds already is the default pair, for all.
  if (etat.du !== duParDefaut || etat.au !== auParDefaut || etat.siae.length) montrer();

  function aller(nouveau) {
    Object.assign(etat, nouveau);
    memoriser({ regle: null, du: etat.du, au: etat.au, siae: etat.siae.join(",") });
    montrer();
  }

  function montrer() {
    const annonce = un("[data-annonce]");
    if (etat.au < etat.du) {
      annonce.textContent = "La première date doit précéder la seconde.";
      un("[data-resultat]").replaceChildren();
      return;
    }
    const trouve = comparer(donnees, etat.du, etat.au, etat.siae);
    const presents = NATURES.map(([nature, ...reste]) => [
      trouve.regles.filter((change) => change.nature === nature),
      ...reste,
    ]).filter(([changes]) => changes.length);
    const pour = etat.siae.length ? `, pour ${etat.siae.join(", ")}` : "";
    const comptes = presents.map(([changes, titre]) => ` ; ${titre.toLowerCase()} : ${changes.length}`);
    annonce.textContent = typographier(
      `Du ${longue(etat.du)} au ${longue(etat.au)}${pour}${comptes.join("")} ; montants qui ont changé : ${trouve.montants.length}.`,
    );
    un("[data-resultat]").replaceChildren(
      ...presents.flatMap(([changes, titre, note]) => groupe("h3", titre, note, changes.map(ligne))),
      ...(trouve.propositions.length
        ? groupe("h3", "Propositions faites entre les deux dates", "Une proposition n’est pas du droit.", trouve.propositions.map(proposition))
        : []),
      element("h3", "", `Montants qui ont changé (${trouve.montants.length})`),
      ...(trouve.montants.length ? [montants(trouve.montants)] : []),
    );
  }

  function ligne({ regle, nature, avant, apres }) {
    return element(
      "li",
      "",
      lien(regle.titre, prefixe + regle.chemin),
      " ",
      element("span", "m-discret m-codes", regle.siae.join(", ")),
      element("span", "m-ligne", ...cote(avant), " puis ", ...cote(apres)),
      nature === "modifiee" ? ecart(avant.version, apres.version, donnees.libelles) : null,
    );
  }

  function cote({ version, motif }) {
    if (!version) return [inconnu(motif ? `texte non lu\u00a0: ${motif}` : "aucune version connue")];
    return [lien(`version ${periode(version)}`, prefixe + version.chemin), " ", portee(version, donnees.libelles)];
  }

  function proposition({ regle, version }) {
    const mots = `proposé le ${longue(version.du)}, ${version.adoption.toLowerCase()}`;
    return element("li", "", lien(regle.titre, prefixe + version.chemin), " ", element("span", "m-ligne m-discret", mots));
  }

  /** Those that can be measured first. */
  function montants(changes) {
    const mesures = [...changes].sort((a, b) => (b.nature === "modifiee") - (a.nature === "modifiee"));
    return tableau(
      "Montants qui ont changé",
      ["Montant", longue(etat.du), longue(etat.au), "Écart"],
      mesures.map(({ parametre, cellule, avant, apres }) => [
        element("span", "", lien(parametre.titre, prefixe + parametre.chemin), " ", cellule.libelle ? discret(cellule.libelle) : null),
        valeur(avant, etat.du),
        valeur(apres, etat.au),
        avant?.valeur && apres?.valeur ? typographier(ecartDeMontant(avant.valeur, apres.valeur, parametre.unite)) : "sans objet",
      ]),
    );
  }

  function valeur(une, jour) {
    if (!une) return "aucune valeur connue";
    if (une.valeur === undefined) return `inconnu\u00a0: ${une.motif}`;
    return `${une.texte}${estRappel(une, jour) ? " (dernier montant connu)" : ""}`;
  }

  /** Another rule: its first two versions, or those that the address names. */
  function choisir(id, du = "", au = "", garder = true) {
    const versions = regles.get(id)?.versions ?? [];
    choix.elements.regle.value = id;
    const options = versions.map((version) => [
      version.du,
      `${donnees.libelles[version.statut]}, ${version.statut === "propose" ? `le ${longue(version.du)}` : periode(version)}`,
    ]);
    for (const nom of ["ancienne", "nouvelle"]) {
      remplir(choix.elements[nom], options);
      choix.elements[nom].disabled = versions.length < 2;
    }
    const connue = (jour, sinon) => (versions.some((version) => version.du === jour) ? jour : (sinon?.du ?? ""));
    choix.elements.ancienne.value = connue(du, versions.at(-2));
    choix.elements.nouvelle.value = connue(au, versions.at(-1));
    deuxVersions(garder);
  }

  function deuxVersions(garder = true) {
    const regle = regles.get(choix.elements.regle.value);
    const place = un("[data-deux-versions]");
    if (!regle) return place.replaceChildren();
    const [avant, apres] = [choix.elements.ancienne.value, choix.elements.nouvelle.value].map((jour) =>
      regle.versions.find((version) => version.du === jour),
    );
    if (garder) memoriser({ regle: regle.id, du: avant?.du ?? null, au: apres?.du ?? null });
    if (!avant || avant === apres) {
      const mots = regle.versions.length > 1 ? "Choisissez deux versions différentes." : "Cette règle n’a qu’une version connue.";
      return place.replaceChildren(element("p", "", mots));
    }
    return place.replaceChildren(
      element("h3", "", lien(regle.titre, prefixe + regle.chemin)),
      element("p", "", ...cote({ version: avant }), " puis ", ...cote({ version: apres })),
      ecart(avant, apres, donnees.libelles),
    );
  }
}

function remplir(liste, options) {
  liste.replaceChildren(...options.map(([value, texte]) => Object.assign(element("option", "", texte), { value })));
}

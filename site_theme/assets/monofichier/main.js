/* The search of the mémento in one file: what does not answer is hidden, the rest stays where it is. */
import { Analyseur } from "../recherche/analyse.js";
import { chercheur, indexer, lexique } from "./index.js";

const champ = document.querySelector("[data-champ]");
const compte = document.querySelector("[data-compte]");
const groupes = [...document.querySelectorAll("[data-groupe]")];
const analyseur = new Analyseur(JSON.parse(document.querySelector("[data-analyse]").textContent));
const termes = lexique(
  analyseur,
  [...document.querySelectorAll("[data-sigle]")].map(({ dataset }) => ({
    sigle: dataset.sigle,
    nom: dataset.nom,
    nouveaux: dataset.nouveaux ? dataset.nouveaux.split("|") : [],
  })),
);
const entrees = [...document.querySelectorAll("[data-genre]")].map((element) => ({
  element,
  genre: element.dataset.genre,
  index: indexer(analyseur, `${element.textContent} ${element.dataset.mots ?? ""}`, termes),
}));

const visibles = () => entrees.filter(({ element }) => !element.hidden).map(({ element }) => element);

function filtrer() {
  const requete = champ.value.trim();
  const convient = chercheur(analyseur, requete, termes);
  for (const { element, index } of entrees) element.hidden = !convient(index);
  for (const groupe of groupes) groupe.hidden = !groupe.querySelector("[data-genre]:not([hidden])");
  document.body.classList.toggle("s-filtre", requete !== "");
  compte.textContent = requete ? bilan() : "";
}

/** « 12 réponses : 5 règles, 7 sources » */
function bilan() {
  const nombres = new Map();
  for (const { element, genre } of entrees) if (!element.hidden) nombres.set(genre, (nombres.get(genre) ?? 0) + 1);
  const total = [...nombres.values()].reduce((somme, nombre) => somme + nombre, 0);
  if (!total) return "Aucune réponse. Essayez un autre mot, un sigle ou un numéro d’article.";
  const parts = [...nombres].map(([genre, nombre]) => `${nombre} ${genre}${nombre > 1 ? "s" : ""}`);
  return `${total} réponse${total > 1 ? "s" : ""} : ${parts.join(", ")}.`;
}

function vider() {
  champ.value = "";
  filtrer();
}

/** Move the focus by one entry that is shown; before the first one is the field. */
function avancer(depuis, pas) {
  const liste = visibles();
  const rang = liste.indexOf(depuis) + pas;
  (rang < 0 ? champ : liste[Math.min(rang, liste.length - 1)])?.focus();
}

function touche(evenement) {
  if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
  const cible = evenement.target;
  const entree = cible.matches?.("[data-genre]") ? cible : null;
  const actions = {
    "/": cible === champ ? null : () => champ.focus(),
    ArrowDown: cible === champ || entree ? () => avancer(entree, 1) : null,
    ArrowUp: entree ? () => avancer(entree, -1) : null,
    Enter: cible === champ ? () => avancer(null, 1) : entree && (() => (location.hash = entree.id)),
    Escape: cible === champ || entree ? () => (vider(), champ.focus()) : null,
  };
  if (!actions[evenement.key]) return;
  evenement.preventDefault();
  actions[evenement.key]();
}

/** A link to what the search hides shows everything again. */
function suivre(evenement) {
  const lien = evenement.target.closest("a[href^='#']");
  if (lien && document.getElementById(lien.hash.slice(1))?.closest("[hidden]")) vider();
}

document.body.dataset.mdColorScheme = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
document.querySelector("[data-recherche]").hidden = false;
champ.addEventListener("input", () => {
  filtrer();
  document.querySelector("main").scrollIntoView();
});
document.addEventListener("keydown", touche);
document.addEventListener("click", suivre);
filtrer();

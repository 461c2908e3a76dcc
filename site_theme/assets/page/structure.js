/* « Ma structure » on a page: what does not concern the reader is greyed with its reason, and a banner counts the rest. */
import { lire as lireDate, longue } from "../calcul/dates.js";
import { AUCUN, choixGarde, concerne, ecrireRequete, estVide, garderChoix, lireRequete, pareil, raison } from "./choix.js";
import { bouton, element } from "./elements.js";
import { garder, lire } from "./memoire.js";
import { dialogue } from "./structure_dialogue.js";

const MASQUER = "masquer";
// Pages about time ask the structures and the day themselves; a module is learnt whole.
const A_PART = "[data-temps], [data-quiz]";

export function maStructure(racine) {
  const lien = racine.querySelector("[data-ma-structure]");
  const article = racine.querySelector("article");
  if (!lien || !article) return;
  const listes = JSON.parse(lien.dataset.listes);
  const vue = new Vue(article, lien, listes);
  vue.montrer();
  for (const retenir of article.querySelectorAll("[data-retenir]")) {
    const oublier = () => (retenir.hidden = vue.choix.siae.includes(retenir.dataset.retenir));
    retenir.addEventListener("click", () => {
      vue.choisir({ ...vue.choix, siae: [retenir.dataset.retenir] });
      oublier();
    });
    oublier();
  }
  addEventListener("storage", ({ key }) => {
    if (key === "memento:structure" && !vue.partage) vue.adopter(choixGarde(listes));
  });
}

class Vue {
  constructor(article, lien, listes) {
    Object.assign(this, { article, lien, listes, tout: false, ajouts: [] });
    const { choix, inconnus } = lireRequete(location.search, listes);
    const garde = choixGarde(listes);
    this.aPart = article.querySelector(A_PART) !== null;
    this.inconnus = inconnus;
    // The link of someone else shows their view, and takes nothing from mine.
    this.partage = !this.aPart && choix !== null && !pareil(choix, garde);
    this.choix = this.partage ? choix : garde;
    this.banniere = element("div", { class: "m-vue", role: "status" });
    this.ouvrir = bouton("", () => dialogue(listes, this.choix, (pris) => this.choisir(pris)), {
      class: "m-ma-structure",
      "aria-haspopup": "dialog",
    });
    lien.replaceWith(this.ouvrir);
    this.elements = [...article.querySelectorAll("[data-siae]"), ...colonnes(article, listes.siae)];
  }

  /** A choice that the reader makes: it is kept. */
  choisir(choix) {
    this.oublie = !garderChoix(choix);
    this.partage = false;
    this.inconnus = [];
    if (this.aPart && this.article.querySelector("[data-temps]")) return this.relire(choix);
    this.adopter(choix);
    this.ouvrir.focus();
    return undefined;
  }

  /** A page about time reads its structures from its address, which the choice just made replaces. */
  relire({ siae }) {
    const mots = new URLSearchParams(location.search);
    mots.set("siae", siae.join(","));
    location.search = mots.toString().replaceAll("%2C", ",");
  }

  adopter(choix) {
    this.choix = choix;
    this.tout = false;
    this.montrer();
    // An address that asks for another view would win over the choice, here for the search, and when one comes back.
    if (lireRequete(location.search, this.listes).choix) this.ecrireAdresse();
    document.dispatchEvent(new CustomEvent("memento:structure", { detail: choix }));
  }

  montrer() {
    const { siae } = this.choix;
    this.ouvrir.textContent = siae.length ? `Ma structure : ${siae.join(", ")}` : "Ma structure";
    if (this.aPart) return;
    this.griser();
    this.dire();
    if (this.article.querySelector("[data-compte]")) this.ecrireAdresse();
  }

  ecrireAdresse() {
    const requete = ecrireRequete(location.search, this.choix);
    history.replaceState(history.state, "", location.pathname + requete + location.hash);
  }

  griser() {
    // Its own additions, and no other: the list of the search greys and says why by itself, before or after.
    for (const ajout of this.ajouts.splice(0)) ajout.remove();
    const masquer = lire(MASQUER) === true;
    for (const objet of this.elements) {
      const codes = objet.dataset.siae.split(" ");
      const hors = !this.tout && !concerne(this.choix, codes);
      objet.classList.toggle("m-hors", hors);
      objet.classList.toggle("m-masque", hors && masquer && objet.parentElement.dataset.compte !== undefined);
      if (hors && !objet.matches("td")) this.ajouter(placer(objet), expliquer(objet, raison(this.choix, codes)));
    }
    if (this.choix.siae.length && !this.tout) this.compterParTitre();
  }

  ajouter(place, ajout) {
    this.ajouts.push(ajout);
    place.append(ajout);
  }

  /** How many of each list are left, beside its heading. */
  compterParTitre() {
    for (const liste of this.article.querySelectorAll("[data-compte]")) {
      let titre = liste.previousElementSibling;
      while (titre && !titre.matches("h2, h3")) titre = titre.previousElementSibling;
      const [vus, total] = compter([...liste.children]);
      if (titre && total) this.ajouter(titre, element("span", { class: "m-compte" }, ` ${vus} sur ${total}`));
    }
  }

  dire() {
    const { siae, territoire, date } = this.choix;
    const page = this.article.querySelector("[data-siae-page]");
    const comptes = this.comptes();
    this.banniere.replaceChildren();
    if (this.inconnus.length) {
      this.banniere.append(element("p", {}, `Type de structure inconnu dans l’adresse : ${this.inconnus.join(", ")}.`));
    }
    if (this.oublie) this.banniere.append(element("p", {}, "Ce navigateur ne garde rien : le choix vaut pour cette page."));
    const agit = comptes !== null || page !== null || this.elements.length > 0;
    if (siae.length && agit) this.banniere.append(...this.phrases(comptes, page));
    if (date && agit) this.banniere.append(this.versLaDate(date, comptes !== null && page === null));
    if (this.partage && !estVide(this.choix)) this.banniere.append(this.partagee());
    if (territoire && this.article.querySelector("[data-calculateur]")) {
      this.banniere.append(element("p", {}, `Lieu : ${this.listes.territoire[territoire]}.`));
    }
    if (this.banniere.childElementCount) this.article.prepend(this.banniere);
    else this.banniere.remove();
  }

  comptes() {
    const parNom = new Map();
    for (const liste of this.article.querySelectorAll("[data-compte]")) {
      const deja = parNom.get(liste.dataset.compte) ?? [];
      parNom.set(liste.dataset.compte, [...deja, ...liste.children]);
    }
    const dits = [...parNom].map(([nom, objets]) => [nom, ...compter(objets)]).filter(([, , total]) => total);
    return dits.length ? dits : null;
  }

  phrases(comptes, page) {
    const qui = this.choix.siae.join(", ");
    if (page) {
      const codes = page.dataset.siaePage.split(" ");
      const oui = concerne(this.choix, codes);
      const mots = oui ? `Concerne votre structure (${qui}).` : raison(this.choix, codes);
      return [element("p", { class: oui ? "m-vue-oui" : "m-vue-non" }, element("span", { "aria-hidden": "true" }, oui ? "● " : "✕ "), mots)];
    }
    if (this.tout) {
      return [element("p", {}, "Tout est affiché. ", bouton(`Voir pour ${qui}`, () => this.basculer(false)))];
    }
    if (!comptes) {
      return [
        element("p", {}, `Pour : ${qui}. Ce qui ne concerne pas votre structure est grisé.`),
        element("p", { class: "m-actions m-hors-papier" }, bouton("Tout afficher", () => this.basculer(true))),
      ];
    }
    const caches = this.article.querySelectorAll(".m-masque").length;
    const dits = comptes.map(([nom, vus, total]) => `${accorder(vus, nom)} sur ${total}`).join(", ");
    const cache = caches ? ` Le reste est masqué (${caches}).` : "";
    const masque = lire(MASQUER) === true;
    return [
      element("p", {}, `Vous voyez ${dits} pour : ${qui}.${cache}`),
      element(
        "p",
        { class: "m-actions m-hors-papier" },
        bouton("Tout afficher", () => this.basculer(true)),
        bouton("Masquer le reste", () => this.masquer(!masque), { "aria-pressed": String(masque) }),
        bouton("Changer", () => this.ouvrir.click()),
      ),
    ];
  }

  /** Lists are today's; a calculator, a version or a history is of the days that it says itself. */
  versLaDate(date, liste) {
    const adresse = `${this.lien.dataset.racine}au/${ecrireRequete("", this.choix)}`;
    return element(
      "p",
      {},
      liste ? "Cette page montre le droit du jour. " : "",
      element("a", { href: adresse }, `Voir le mémento au ${longue(lireDate(date))}`),
      ".",
    );
  }

  partagee() {
    return element(
      "p",
      { class: "m-actions m-hors-papier" },
      "Vue partagée par un lien.",
      bouton("Garder ce choix", () => this.choisir(this.choix)),
      bouton(estVide(choixGarde(this.listes)) ? "Voir sans choix" : "Revenir à mon choix", () => {
        this.partage = false;
        this.adopter(choixGarde(this.listes) ?? AUCUN);
      }),
    );
  }

  basculer(tout) {
    this.tout = tout;
    this.montrer();
  }

  masquer(oui) {
    garder(MASQUER, oui || null);
    this.montrer();
    this.banniere.querySelector("[aria-pressed]")?.focus();
  }
}

/** The reason stands where it is valid HTML, and short where there is little room. */
const placer = (objet) => (objet.matches("dl > div") ? objet.querySelector("dd") : objet);

const expliquer = (objet, mots) => element("span", { class: "m-raison" }, objet.matches("th") ? "hors de votre structure" : mots);

const accorder = (nombre, noms) => `${nombre} ${nombre < 2 ? noms.replace(/s$/, "") : noms}`;

const compter = (objets) => {
  const tous = objets.filter((objet) => objet.dataset.siae);
  return [tous.filter((objet) => !objet.classList.contains("m-hors")).length, tous.length];
};

/** Columns and rows of tables that are headed by a type of structure, marked like the rest. */
function colonnes(article, noms) {
  const codes = new Map(Object.entries(noms).flatMap(([code, nom]) => [[code, code], [nom, code]]));
  const trouves = [];
  const marquer = (objet, code) => {
    objet.dataset.siae = code;
    trouves.push(objet);
  };
  for (const tableau of article.querySelectorAll("table")) {
    const titres = [...(tableau.tHead?.rows[0]?.cells ?? [])];
    titres.forEach((titre, rang) => {
      const code = codes.get(titre.textContent.trim());
      if (code) for (const rangee of tableau.rows) if (rangee.cells[rang]) marquer(rangee.cells[rang], code);
    });
    for (const rangee of tableau.tBodies[0]?.rows ?? []) {
      const code = codes.get(rangee.cells[0].textContent.trim().replaceAll("’", "'")) ?? codes.get(rangee.cells[0].textContent.trim());
      if (code) for (const cellule of rangee.cells) marquer(cellule, code);
    }
  }
  return trouves;
}

/* Keeping the whole site, file after file: slowly in the background, faster when the reader asks for it. */
import { cle, estPage } from "./noms.js";

const DOUCEMENT = { ensemble: 2, pause: 100 };
const VITE = { ensemble: 6, pause: 0 };
const ENTRE_DEUX_ANNONCES = 1000;

export class Remplissage {
  /** `annoncer` is told the state, now and then and at the end. */
  constructor(depot, manifeste, annoncer) {
    Object.assign(this, { depot, manifeste, annoncer, file: [], ouvriers: 0, dite: 0 });
    Object.assign(this, { rythme: DOUCEMENT, prepare: false, arrete: false, echec: null });
  }

  /** Fetch what is missing; a second call only quickens the first. */
  async remplir(vite) {
    if (vite) this.rythme = VITE;
    if (!this.ouvriers && !this.prepare) {
      this.rythme = vite ? VITE : DOUCEMENT;
      Object.assign(this, { echec: null, arrete: false, prepare: true });
      const manquants = await this.manquants().finally(() => (this.prepare = false));
      // It may have been stopped while it was counting.
      this.file = this.arrete ? [] : manquants;
    }
    const nouveaux = Math.max(0, Math.min(this.rythme.ensemble - this.ouvriers, this.file.length));
    await Promise.all(Array.from({ length: nouveaux }, () => this.travailler()));
    if (!this.ouvriers) await this.dire();
  }

  arreter() {
    this.arrete = true;
    this.file = [];
  }

  /** Fetch and keep a file. It throws when the network or the room fails. */
  async prendre(nom) {
    const { fichiers, etat_au: etat } = await this.manifeste.lire();
    const reponse = await fetch(this.depot.portee + nom, { cache: "no-cache", priority: "low" });
    return this.depot.garder(nom, fichiers[nom][0], reponse, etat);
  }

  /** A page that the reader has opened since the list was made is kept already. */
  async prendreSiAbsent(nom) {
    const { fichiers } = await this.manifeste.lire();
    if (!(await this.depot.lire(nom, fichiers[nom][0]))) await this.prendre(nom);
  }

  /** « 812 pages sur 1 060 gardées » in numbers; sizes are those of compressed files. */
  async bilan() {
    const [{ fichiers, etat_au: etat }, gardes] = [await this.manifeste.lire(), await this.depot.cles()];
    const bilan = { etat, pages: 0, pagesGardees: 0, fichiers: 0, fichiersGardes: 0, octetsGardes: 0 };
    for (const [nom, [attendue, taille]] of Object.entries(fichiers)) {
      const garde = gardes.has(cle(this.depot.portee, nom, attendue));
      bilan.fichiers += 1;
      bilan.pages += estPage(nom);
      bilan.fichiersGardes += garde;
      bilan.pagesGardees += garde && estPage(nom);
      bilan.octetsGardes += garde ? taille : 0;
    }
    return { ...bilan, travaille: this.ouvriers > 0, echec: this.echec };
  }

  async manquants() {
    const [{ fichiers }, gardes] = [await this.manifeste.lire(), await this.depot.cles()];
    return Object.keys(fichiers).filter((nom) => !gardes.has(cle(this.depot.portee, nom, fichiers[nom][0])));
  }

  async travailler() {
    this.ouvriers += 1;
    while (this.file.length) {
      try {
        await this.prendreSiAbsent(this.file.shift());
      } catch (erreur) {
        this.echec = motif(erreur);
        this.arreter();
      }
      if (Date.now() - this.dite > ENTRE_DEUX_ANNONCES) await this.dire();
      await new Promise((suite) => setTimeout(suite, this.rythme.pause));
    }
    this.ouvriers -= 1;
  }

  async dire() {
    this.dite = Date.now();
    this.annoncer(await this.bilan());
  }
}

/** Why a file could not be kept: no room left, or no network. */
export const motif = (erreur) => (erreur.name === "QuotaExceededError" ? "place" : "reseau");

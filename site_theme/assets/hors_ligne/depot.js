/* What is kept in the browser: whole answers, compressed where it can be, each under its hash. */
import { empreinte } from "./empreinte.js";
import { cle } from "./noms.js";

const ETAT = "x-memento-etat";
const COMPRIME = "x-memento-gzip";

/** Only a whole answer of ours: no error, no redirection, nothing partial or opaque. */
export const admise = (reponse) => reponse.status === 200 && reponse.type === "basic" && !reponse.redirected;

/** The store of one site: two sites in two folders of the same origin do not mix. */
export class Depot {
  constructor(portee) {
    this.portee = portee;
    this.cache = null;
    // Once erased, nothing is kept until the reader asks for it again: not even what was on its way.
    this.ferme = false;
  }

  ouvrir() {
    this.cache ??= caches.open(`memento:${this.portee}`);
    return this.cache;
  }

  /** The content under this hash, or null. */
  async lire(nom, attendue) {
    return rendre(await (await this.ouvrir()).match(cle(this.portee, nom, attendue)));
  }

  /** Whatever is kept of a file, however old, or null. */
  async lireAncienne(nom) {
    return rendre(await (await this.ouvrir()).match(this.portee + nom, { ignoreSearch: true }));
  }

  /** The day on which what is kept of a file was current, or null. */
  async etat(nom) {
    const gardee = await (await this.ouvrir()).match(this.portee + nom, { ignoreSearch: true });
    return gardee?.headers.get(ETAT) ?? null;
  }

  /** Keep an answer if it is what the hash says, then drop the other contents of that file. False when it is not. */
  async garder(nom, attendue, reponse, etat) {
    if (!admise(reponse)) return false;
    const octets = await reponse.arrayBuffer();
    if ((await empreinte(octets)) !== attendue) return false;
    const reduite = await reduire(octets, reponse.headers, { etat, attendue });
    if (this.ferme) return false;
    const cache = await this.ouvrir();
    await cache.put(cle(this.portee, nom, attendue), reduite);
    await this.retirer((url) => url !== cle(this.portee, nom, attendue), await cache.keys(this.portee + nom, { ignoreSearch: true }));
    return true;
  }

  /** The addresses of all that is kept. */
  async cles() {
    return new Set((await (await this.ouvrir()).keys()).map(({ url }) => url));
  }

  /** Drop what a condition on the address designates. */
  async retirer(condition, requetes) {
    const cache = await this.ouvrir();
    const trop = (requetes ?? (await cache.keys())).filter(({ url }) => condition(url));
    await Promise.all(trop.map((requete) => cache.delete(requete)));
  }

  async effacer() {
    this.ferme = true;
    await caches.delete(`memento:${this.portee}`);
    this.cache = null;
  }
}

async function reduire(octets, entetes, { etat, attendue }) {
  const headers = new Headers(entetes);
  for (const nom of ["content-encoding", "content-length"]) headers.delete(nom);
  headers.set(ETAT, etat);
  // The one header of its own answer that a page can read: it knows by it which content it shows.
  headers.set("server-timing", `memento;desc="${attendue}"`);
  if (typeof CompressionStream !== "function") return new Response(octets, { headers });
  headers.set(COMPRIME, "1");
  const flux = new Blob([octets]).stream().pipeThrough(new CompressionStream("gzip"));
  // Whole before it is kept: a worker stopped half-way leaves nothing.
  return new Response(await new Response(flux).blob(), { headers });
}

function rendre(gardee) {
  if (!gardee) return null;
  const { headers } = gardee;
  return headers.has(COMPRIME)
    ? new Response(gardee.body.pipeThrough(new DecompressionStream("gzip")), { headers })
    : gardee;
}

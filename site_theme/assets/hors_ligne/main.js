/* The service worker: the site as it was published with it, from what is kept, then from the network. */
import { absente } from "./absente.js";
import { Depot } from "./depot.js";
import { Manifeste, NOM } from "./manifeste.js";
import { cle, nom as nommer, remplacante } from "./noms.js";
import { motif, Remplissage } from "./remplissage.js";
import { VERSION } from "./version.js";

const portee = self.registration.scope;
const depot = new Depot(portee);
const manifeste = new Manifeste(depot);
const remplissage = new Remplissage(depot, manifeste, (bilan) => dire({ bilan }));

/** Tell every page that is open. */
async function dire(message) {
  for (const page of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) page.postMessage(message);
}

/** Keep the shell, so that any page that is kept reads as it should. Without room the site still reads, from the network. */
async function installer() {
  const { coquille, fichiers } = await manifeste.lire();
  const gardes = await depot.cles();
  const manquent = coquille.filter((nom) => !gardes.has(cle(portee, nom, fichiers[nom][0])));
  try {
    await Promise.all(manquent.map((nom) => remplissage.prendre(nom)));
  } catch (erreur) {
    if (motif(erreur) !== "place") throw erreur;
    remplissage.echec = "place";
  }
  await self.skipWaiting();
}

/** Take over and drop what is gone. What has only changed stays until it is replaced. */
async function activer() {
  await self.clients.claim();
  const { fichiers } = await manifeste.lire();
  await depot.retirer((url) => {
    const nom = nommer(url, portee);
    return nom === NOM ? url !== cle(portee, NOM, VERSION) : !(nom in fichiers);
  });
}

async function repondre(evenement, nom) {
  const { request } = evenement;
  // Without its manifest the worker only gives what the network gives, or what is kept.
  const liste = await manifeste.lire().catch(() => ({ fichiers: {} }));
  const attendue = liste.fichiers[nom]?.[0];
  const courante = attendue && (await depot.lire(nom, attendue));
  if (courante) return courante;
  try {
    if (!attendue) return await inconnue(request, nom, liste.fichiers);
    const reponse = await fetch(request.url, { cache: "no-cache", credentials: "same-origin", redirect: request.redirect });
    if (reponse.status >= 500) return (await depot.lireAncienne(nom)) ?? reponse;
    evenement.waitUntil(garder(nom, attendue, reponse.clone(), liste.etat_au));
    return reponse;
  } catch {
    return (await depot.lireAncienne(nom)) ?? (await suivante(nom, liste.fichiers)) ?? secours(request, nom, liste.fichiers);
  }
}

/** What the list does not know; a page of before asks for the styles and scripts of before. */
async function inconnue(request, nom, fichiers) {
  const reponse = await fetch(request);
  return reponse.status === 404 ? ((await suivante(nom, fichiers)) ?? reponse) : reponse;
}

/** The file that has taken the place of this one, if it is kept. */
async function suivante(nom, fichiers) {
  const autre = remplacante(nom, fichiers);
  return autre ? depot.lire(autre, fichiers[autre][0]) : null;
}

async function garder(nom, attendue, reponse, etat) {
  try {
    await depot.garder(nom, attendue, reponse, etat);
  } catch (erreur) {
    remplissage.echec = motif(erreur);
  }
}

/** Nothing kept, no network: the same address with its slash, or a page that says so. */
function secours(request, nom, fichiers) {
  if (`${nom}/` in fichiers) return Response.redirect(`${portee}${nom}/`);
  return request.mode === "navigate" ? absente(portee) : Response.error();
}

/** The day of what a page shows: today's list, or the day it was kept when it has changed since. */
async function etat(nom) {
  const { fichiers, etat_au: courant } = await manifeste.lire();
  const attendue = fichiers[nom]?.[0];
  const aJour = attendue && (await depot.lire(nom, attendue));
  return aJour ? courant : ((await depot.etat(nom)) ?? courant);
}

/** True once another worker is to take over: it would wait for this one, which would fill up with what is gone. */
const remplacee = () => Boolean(self.registration.installing ?? self.registration.waiting);

const DEMANDES = {
  bilan: () => remplissage.dire(),
  remplir: () => depot.ferme || remplacee() || remplissage.remplir(false),
  garder: () => {
    depot.ferme = false;
    // The page asks the next one as soon as it is there.
    return remplacee() || remplissage.remplir(true);
  },
  etat: async ({ source }) => source.postMessage({ etat: await etat(nommer(source.url, portee)) }),
  fraicheur: async ({ source, data }) => {
    const { fichiers } = await manifeste.lire();
    if (fichiers[nommer(source.url, portee)]?.[0] !== data.empreinte) source.postMessage({ perimee: true });
  },
  oublier: async ({ source }) => {
    remplissage.arreter();
    await depot.effacer();
    source.postMessage({ oublie: true });
  },
};

self.addEventListener("install", (evenement) => evenement.waitUntil(installer()));
self.addEventListener("activate", (evenement) => evenement.waitUntil(activer()));
// A worker that is busy would keep the next one waiting.
self.registration.addEventListener("updatefound", () => remplissage.arreter());
self.addEventListener("message", (evenement) => {
  evenement.waitUntil(Promise.resolve(DEMANDES[evenement.data.demande]?.(evenement)));
});
self.addEventListener("fetch", (evenement) => {
  const { request } = evenement;
  const nom = nommer(request.url, portee);
  if (request.method !== "GET" || nom === null || nom === NOM || request.headers.has("range")) return;
  evenement.respondWith(repondre(evenement, nom));
});

/* Reading without network, on every page: it registers the worker, and says when the network is gone or the page is old. */
import { lire } from "./memoire.js";

/** Where the worker is, as the built page says; null where there is none: another engine, a page opened from a folder. */
export function adresseDuTravailleur(racine) {
  const ligne = racine.querySelector("[data-hors-ligne]");
  return ligne && navigator.serviceWorker && location.protocol.startsWith("http")
    ? new URL(ligne.dataset.horsLigne, location.href).href
    : null;
}

/** The worker that is at work, once it is. */
export async function travailleur(adresse) {
  if (!(await navigator.serviceWorker.getRegistration(adresse))) await navigator.serviceWorker.register(adresse);
  return (await navigator.serviceWorker.ready).active;
}

/** Erase all that is kept under the folder of the worker, and the worker. */
export async function effacer(adresse) {
  const portee = new URL("./", adresse).href;
  const inscription = await navigator.serviceWorker.getRegistration(portee);
  await inscription?.unregister();
  await caches.delete(`memento:${portee}`);
}

/** « 25 novembre 2026 » */
function enClair(jour) {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(`${jour}T00:00:00Z`).toLocaleDateString("fr-FR", options).replace(/^1 /, "1er ");
}

export function horsLigne(racine) {
  const adresse = adresseDuTravailleur(racine);
  if (!adresse || lire("hors-ligne") === false) return;
  const ligne = racine.querySelector("[data-hors-ligne]");
  addEventListener("load", () => veiller(adresse, ligne));
}

async function veiller(adresse, ligne) {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("message", ({ data }) => {
    if (data.etat) ligne.textContent = `Hors ligne : état au ${enClair(data.etat)}`;
    if (data.perimee) proposer(ligne);
  });
  const verifier = async () => {
    try {
      if (await joindre(adresse, ligne)) demander();
    } catch (erreur) {
      console.warn("Le mémento n’a pas pu être renouvelé.", erreur);
    }
  };
  const demander = () => {
    const empreinte = servie();
    if (empreinte) serviceWorker.controller?.postMessage({ demande: "fraicheur", empreinte });
    if (!navigator.connection?.saveData) serviceWorker.controller?.postMessage({ demande: "remplir" });
  };
  addEventListener("online", verifier);
  addEventListener("offline", verifier);
  // A new worker takes over what the one before it left.
  serviceWorker.addEventListener("controllerchange", () => serviceWorker.controller && demander());
  if (serviceWorker.controller) {
    verifier();
    return;
  }
  try {
    await travailleur(adresse);
  } catch (erreur) {
    console.warn("Le mémento ne peut pas être gardé pour une lecture hors ligne.", erreur);
  }
}

/** The hash of the content that this page shows, when it comes from what is kept. */
const servie = () =>
  performance.getEntriesByType("navigation")[0]?.serverTiming?.find(({ name }) => name === "memento")?.description;

/** Look for a newer version. False when the site is out of reach: the page says so. */
async function joindre(adresse, ligne) {
  const { ready, controller } = navigator.serviceWorker;
  const statut = async (url) => (await fetch(url, { method: "HEAD", cache: "no-store" })).status;
  const absent = async (url) => [404, 410].includes(await statut(url));
  try {
    // A site that has no worker any more, nor its list, would never renew what is kept.
    if ((await absent(adresse)) && (await absent(new URL("hors-ligne.json", adresse)))) {
      await effacer(adresse);
      location.reload();
      return false;
    }
  } catch {
    controller?.postMessage({ demande: "etat" });
    return false;
  }
  if (!ligne.querySelector("button")) ligne.textContent = "";
  await (await ready).update();
  return true;
}

function proposer(ligne) {
  const bouton = document.createElement("button");
  bouton.type = "button";
  bouton.className = "m-recharger";
  bouton.textContent = "recharger";
  bouton.addEventListener("click", () => location.reload());
  ligne.replaceChildren("Une version plus récente du mémento est prête : ", bouton);
}

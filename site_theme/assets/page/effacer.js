/* What the browser keeps, shown and erased at the reader's wish: `data-memoire` on the page about personal data. */
import { clesDeCoquille, oublierCoquille } from "./coquille.js";
import { garder, noms } from "./memoire.js";

export async function effacer(racine) {
  const boite = racine.querySelector("[data-memoire]");
  if (!boite) return;
  const liste = boite.querySelector("[data-liste]");
  const montrer = async () => {
    const gardes = await inventaire();
    liste.textContent = gardes.length ? `Gardé dans ce navigateur : ${gardes.join(", ")}.` : "Rien n’est gardé dans ce navigateur.";
  };
  const dit = montrer();
  boite.hidden = false;
  boite.querySelector("button").addEventListener("click", async () => {
    // What was kept is said before it is erased: said late, it would be the last word.
    await dit;
    for (const nom of noms()) garder(nom, null);
    oublierCoquille();
    await oublierPages();
    const restes = await inventaire();
    liste.textContent = restes.length
      ? `Votre navigateur n’a pas tout effacé. Il reste : ${restes.join(", ")}.`
      : "Tout est effacé : rien n’est gardé dans ce navigateur.";
  });
  await dit;
}

/** What is kept for this site, by the names that the page lists. */
async function inventaire() {
  const pages = await dossiers();
  return [
    ...noms().map((nom) => `memento:${nom}`),
    ...clesDeCoquille(),
    ...(pages.length ? [`pages gardées (${pages.length} dossier${pages.length > 1 ? "s" : ""})`] : []),
  ];
}

/** The caches of this origin; none when the browser has no such thing, as on a page opened from a folder. */
async function dossiers() {
  if (!("caches" in window)) return [];
  try {
    return await caches.keys();
  } catch {
    return [];
  }
}

async function oublierPages() {
  const travailleurs = "serviceWorker" in navigator ? await enregistres() : [];
  await Promise.all([
    ...travailleurs.map((travailleur) => travailleur.unregister()),
    ...(await dossiers()).map((nom) => caches.delete(nom)),
  ]);
}

/** The service workers in charge of this site, and of no other one on the same address. */
async function enregistres() {
  try {
    const tous = await navigator.serviceWorker.getRegistrations();
    return tous.filter((travailleur) => location.href.startsWith(travailleur.scope));
  } catch {
    return [];
  }
}

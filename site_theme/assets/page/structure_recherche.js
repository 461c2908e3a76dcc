/* Results of the search that do not concern the reader's structure say so. */
import { concerne, raison } from "./choix.js";
import { element } from "./elements.js";

/** Watch the list of results; the map of the pages is read once, when a structure is declared and something is found. */
export function marquerRecherche(racine, prefixe, choix) {
  const liste = racine.querySelector(".md-search-result__list");
  if (!liste || !location.protocol.startsWith("http")) return;
  let carte;
  const base = new URL(prefixe, location.href);
  const marquer = async () => {
    if (!choix().siae.length) return;
    carte ??= fetch(new URL("donnees/structures.json", base)).then((reponse) => (reponse.ok ? reponse.json() : {}), () => ({}));
    const pages = await carte;
    for (const lien of liste.querySelectorAll("a.md-search-result__link:not([data-vu])")) {
      lien.dataset.vu = "";
      const codes = pages[new URL(lien.href).pathname.slice(base.pathname.length)]?.split(" ");
      if (!codes || concerne(choix(), codes)) continue;
      lien.classList.add("m-hors");
      lien.querySelector("article")?.append(element("p", { class: "m-raison" }, raison(choix(), codes)));
    }
  };
  new MutationObserver(marquer).observe(liste, { childList: true });
}

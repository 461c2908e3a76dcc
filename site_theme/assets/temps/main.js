// Where the dates meet their pages; `assets/dates.js` has put the data in `mementoDates`.

import { pageDeComparaison } from "./ecran.js";
import { pageDuJour } from "./jour.js";
import { ouvrirSurPapier } from "./noeuds.js";

const PAGES = { au: pageDuJour, comparer: pageDeComparaison };

for (const racine of document.querySelectorAll("[data-temps]")) {
  PAGES[racine.dataset.temps](racine, globalThis.mementoDates);
  ouvrirSurPapier(racine);
}

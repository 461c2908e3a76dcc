/* What every page does, each part in its module: it finds its own place in the page, or does nothing. */
import { chercher } from "./chercher.js";
import { citer } from "./citer.js";
import { actionsDeCopie } from "./copie.js";
import { couleurs } from "./couleurs.js";
import { effacer } from "./effacer.js";
import { haut } from "./haut.js";
import { horsLigne } from "./hors_ligne.js";
import { menu } from "./menu.js";
import { perdue } from "./perdue.js";
import { maStructure } from "./structure.js";

chercher(document);
citer(document);
actionsDeCopie(document);
couleurs(document);
effacer(document);
haut(document);
perdue(document);
maStructure(document);
menu(document);
horsLigne(document);

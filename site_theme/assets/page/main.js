/* What every page does, each part in its module: it finds its own place in the page, or does nothing. */
import { actionsDeCopie } from "./copie.js";
import { effacer } from "./effacer.js";

actionsDeCopie(document);
effacer(document);

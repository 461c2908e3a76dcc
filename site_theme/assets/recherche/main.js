/* The entry of the search: the engine, for whoever shows it. */
import { charger } from "./moteur.js";
import { segments } from "./surlignage.js";

globalThis.mementoMoteur = { charger, segments };

/* The search, loaded when a reader searches: it answers in the dialog of any page, or on its own page. */
import { dialogue } from "./dialogue.js";
import { page } from "./page.js";

for (const boite of document.querySelectorAll("[data-chercher-boite]")) dialogue(boite);
for (const boite of document.querySelectorAll("[data-recherche]")) page(boite);

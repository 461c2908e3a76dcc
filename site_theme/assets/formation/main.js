/* What the pages of training do; each part finds its own place, or does nothing. */
import { attestation } from "./attestation.js";
import { avancement } from "./avancement.js";
import { gestion } from "./gestion.js";
import { questions } from "./questions.js";

const catalogue = JSON.parse(document.querySelector("[data-catalogue]").textContent);
questions(document, catalogue[0]);
avancement(document, catalogue);
gestion(document, catalogue);
attestation(document, catalogue);

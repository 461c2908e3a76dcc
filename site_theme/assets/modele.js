/* A model to fill in: print it, clear it. Nothing that is typed leaves the page. */
"use strict";

for (const actions of document.querySelectorAll("[data-actions]")) {
  const fields = () => [...document.querySelectorAll("[data-modele] :is(input, textarea)")];
  actions.hidden = false;
  actions.querySelector("[data-imprimer]").addEventListener("click", () => window.print());
  actions.querySelector("[data-effacer]").addEventListener("click", () => {
    for (const field of fields()) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    fields()[0]?.focus();
  });
}

// On paper a text has the height of its words.
window.addEventListener("beforeprint", () => {
  for (const area of document.querySelectorAll("[data-modele] textarea")) {
    area.style.height = area.value ? `${area.scrollHeight + 4}px` : "";
  }
});

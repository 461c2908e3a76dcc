/* Elements made from words; what a reader wrote is always text, never markup. */

/** `element("a", { href: "x", class: "y" }, "words", other)`; an attribute that is false or null is left out. */
export function element(nom, attributs = {}, ...contenu) {
  const fait = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) {
    if (valeur !== false && valeur !== null) fait.setAttribute(cle, valeur === true ? "" : valeur);
  }
  fait.append(...contenu);
  return fait;
}

export function bouton(mots, action, attributs = {}) {
  const fait = element("button", { type: "button", class: "m-bouton", ...attributs }, mots);
  fait.addEventListener("click", action);
  return fait;
}

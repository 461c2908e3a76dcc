/* « Back to the top » shows over the text of whoever goes back up with the keyboard, who has a key for that. A style
   that looks for the focus in the whole page would say the same, and would look again at each key. */

export function haut(document) {
  const bouton = document.querySelector(".md-top");
  if (!bouton) return;
  document.querySelector(".md-content")?.addEventListener("focusin", ({ target }) => {
    bouton.toggleAttribute("data-de-trop", target.matches(":focus-visible"));
  });
}

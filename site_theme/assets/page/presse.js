/* The clipboard, and the voice that says what became of it. */

/** Copy a text and say so in `annonce`, an element that screen readers listen to. */
export async function copier(texte, annonce, dit = "Copié.") {
  let reponse = dit;
  try {
    await navigator.clipboard.writeText(texte);
  } catch {
    reponse = copierAlAncienne(texte) ? dit : "La copie n’est pas permise ici : sélectionnez le texte.";
  }
  annonce.textContent = "";
  // Said anew even when the words are the same.
  setTimeout(() => (annonce.textContent = reponse), 50);
}

/** Without the clipboard's own interface, as on a page opened from a folder. */
function copierAlAncienne(texte) {
  const zone = document.createElement("textarea");
  zone.value = texte;
  zone.style.position = "fixed";
  zone.style.opacity = "0";
  document.body.append(zone);
  const avant = document.activeElement;
  zone.select();
  const copie = document.execCommand("copy");
  zone.remove();
  avant?.focus?.();
  return copie;
}

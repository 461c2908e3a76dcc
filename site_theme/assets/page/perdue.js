/* The page of what is not found: the last words of the address asked for are looked for. */
const LONGUEUR = 80;

export function perdue(racine) {
  const lien = racine.querySelector("[data-perdue]");
  const texte = lien ? motsDe(location.pathname) : "";
  if (!texte) return;
  lien.querySelector("span").textContent = `«\u00a0${texte}\u00a0»`;
  lien.href += `#${new URLSearchParams({ q: texte })}`;
  lien.parentElement.hidden = false;
}

/** « aci plafond ventes » for `/regles/aci-plafond-ventes/`; it never throws, whatever the address holds. */
export function motsDe(adresse) {
  const dernier = adresse.replace(/(?:index|404)?\.html?$/, "").split("/").filter(Boolean).at(-1) ?? "";
  const ecrit = new URLSearchParams(`q=${dernier.replace(/[&+]/g, " ")}`).get("q");
  return ecrit.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, LONGUEUR);
}

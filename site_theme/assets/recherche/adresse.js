/* A search as an address: it stands in the fragment, which no browser sends to a server. */

export const FACETTES = ["genre", "siae", "portee", "statut", "theme"];
export const LONGUEUR = 200;

/** Nothing chosen. */
export const sansFiltre = () => Object.fromEntries(FACETTES.map((facette) => [facette, []]));

/**
 * What a fragment asks for; codes that no facet knows are left out.
 * @param {string} fragment such as `#q=480+heures&genre=regle,calculateur&structure=non`
 * @param noms the names of the codes, by facet
 */
export function lireFragment(fragment, noms) {
  const mots = new URLSearchParams(fragment.replace(/^#/, ""));
  const codes = (facette) => (mots.get(facette) ?? "").split(",").filter((code) => Object.hasOwn(noms[facette] ?? {}, code));
  return {
    texte: borner(mots.get("q") ?? ""),
    filtres: Object.fromEntries(FACETTES.map((facette) => [facette, [...new Set(codes(facette))]])),
    structure: mots.get("structure") !== "non",
  };
}

/** The fragment of a search, empty when nothing is asked. */
export function ecrireFragment({ texte, filtres = sansFiltre(), structure = true }) {
  const mots = new URLSearchParams();
  if (texte.trim()) mots.set("q", borner(texte.trim()));
  for (const facette of FACETTES) if (filtres[facette].length) mots.set(facette, filtres[facette].join(","));
  if (!structure) mots.set("structure", "non");
  const ecrit = mots.toString().replaceAll("%2C", ",");
  return ecrit && `#${ecrit}`;
}

const borner = (texte) => [...texte].slice(0, LONGUEUR).join("");

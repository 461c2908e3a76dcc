/* Where a page of the site is, from the page that is read. */

/** The address of `regles/x/#y`. In a folder no server finds the file of a page. @param {string} racine leads to the root */
export function chemin(racine, url) {
  if (location.protocol !== "file:") return racine + url;
  const [page, ancre] = url.split("#");
  const fichier = page === "" || page.endsWith("/") ? `${page}index.html` : page;
  return racine + fichier + (ancre === undefined ? "" : `#${ancre}`);
}

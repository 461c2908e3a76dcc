/* What a file of the site is called, whatever the address by which it is asked. */

/** The name of an address in the manifest, `regles/x/`, or null outside the site. Query and fragment do not count. */
export function nom(adresse, portee) {
  const { origin, pathname } = new URL(adresse);
  const chemin = origin + pathname;
  return chemin.startsWith(portee) ? chemin.slice(portee.length).replace(/(^|\/)index\.html$/, "$1") : null;
}

/** The address under which a content is kept: that of the file, and its hash. */
export const cle = (portee, nom, empreinte) => `${portee}${nom}?memento=${empreinte}`;

/** A name without what it carries of its content: `memento.0123abcd.css` is one more `memento.css`. */
export const sansEmpreinte = (nom) => nom.replace(/\.[0-9a-f]{8}(?=(\.min)?\.(css|js|svg)$)/, "");

/** The file of the list that has taken the place of one that is no more in it, or undefined. */
export const remplacante = (nom, fichiers) => {
  const voulu = sansEmpreinte(nom);
  return voulu === nom ? undefined : Object.keys(fichiers).find((autre) => sansEmpreinte(autre) === voulu);
};

export const estPage = (nom) => nom === "" || nom.endsWith("/");

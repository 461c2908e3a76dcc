/* Citations: their address made whole where the publisher gave none, and the result of a calculator put in them. */

const ECHAPPEMENTS = {
  texte: (mots) => mots,
  markdown: (mots) => mots.replace(/[\\`*_[\]<>]/g, "\\$&"),
  html: (mots) => mots.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;"),
  bibtex: (mots) =>
    mots.replace(/[\\~^&%$#_{}]/g, (signe) => {
      const nom = { "\\": "textbackslash", "~": "textasciitilde", "^": "textasciicircum" }[signe];
      return nom ? `\\${nom}{}` : `\\${signe}`;
    }),
  ris: (mots) => mots.replace(/\s+/g, " "),
  csl: (mots) => JSON.stringify(mots).slice(1, -1),
};

/** A model of citation with its tokens replaced by values, escaped for its format. An address is escaped in HTML only. */
export function remplir(forme, modele, valeurs) {
  return modele.replace(/\ue000(\w+)\ue001/g, (_, nom) => {
    const echapper = nom !== "adresse" || forme === "html" || forme === "csl" ? ECHAPPEMENTS[forme] : (mots) => mots;
    return echapper(valeurs[nom]);
  });
}

export function citer(racine) {
  for (const boite of racine.querySelectorAll("[data-citer]")) {
    const { citer: chemin, lien } = boite.dataset;
    const porteurs = boite.querySelectorAll("[id^=\"citer-\"]:not([id*=\"nom\"])");
    if (chemin.startsWith("/") && location.protocol.startsWith("http")) {
      const entiere = new URL(lien, location.href).href;
      for (const porteur of porteurs) porteur.textContent = porteur.textContent.replaceAll(chemin, entiere);
    }
    const modeles = boite.querySelector("[data-modeles]");
    if (!modeles) continue;
    const parForme = JSON.parse(modeles.textContent);
    document.addEventListener("memento:resultat", ({ detail }) => {
      for (const [forme, modele] of Object.entries(parForme)) {
        boite.querySelector(`#citer-${forme}`).textContent = remplir(forme, modele, detail);
      }
    });
    document.dispatchEvent(new CustomEvent("memento:resultat-demande"));
  }
}

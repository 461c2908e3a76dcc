// Times what is typed in a search field, in the page itself: when keys come, when the results that they call are there.

(() => {
  const LIMITE = 10_000;
  let premiere, touche, traitee, changee;

  const oublier = () => {
    premiere = touche = traitee = changee = 0;
  };
  oublier();
  addEventListener("keydown", () => (premiere ||= performance.now()), true);
  // First and last to hear of a key: between the two, what the search does at once.
  addEventListener(
    "input",
    () => {
      touche = traitee = performance.now();
      premiere ||= touche;
      changee = 0;
    },
    true,
  );
  addEventListener("input", () => (traitee = performance.now()));

  /** Follow the changes inside what matches a selector, even what is not there yet. */
  const suivre = (liste) =>
    new MutationObserver((changements) => {
      if (changements.some(({ target }) => target.parentElement?.closest(liste) || target.matches?.(liste)))
        changee = performance.now();
    }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });

  const attendre = (fait, patienter = (voir) => setTimeout(voir, 2)) =>
    new Promise((resolve, reject) => {
      const debut = performance.now();
      const voir = () => {
        if (fait()) resolve();
        else if (performance.now() - debut > LIMITE) reject(new Error("La recherche ne répond pas."));
        else patienter(voir);
      };
      voir();
    });

  /** Milliseconds from the first key to the frame that shows a result. */
  const premier = async (lien) => {
    const vu = () => {
      const found = document.querySelector(lien);
      return premiere && found && found.getClientRects().length > 0;
    };
    await attendre(vu, requestAnimationFrame);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - premiere;
  };

  /** Milliseconds from the last key to the last change of the list, once nothing has moved for a while. */
  const derniere = async (calme, differee) => {
    await attendre(() => touche && (!differee || changee));
    const fin = () => Math.max(traitee, changee);
    await attendre(() => performance.now() - fin() > calme);
    return fin() - touche;
  };

  globalThis.chronometre = { oublier, suivre, premier, derniere };
})();

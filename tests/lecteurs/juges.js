// What judges a page from inside: axe-core, what is cut, what moves, where the focus goes. Put once on each page.
window.juges = (() => {
  // axe-core would leave alone a sign outside the usual letters, a lone letter, and what a small shape stands behind:
  // here they are judged as the rest.
  axe.configure({
    checks: [{
      id: "color-contrast",
      options: {
        ignoreUnicode: false,
        ignoreLength: true,
        ignorePseudo: true,
        boldValue: 700,
        boldTextPt: 14,
        largeTextPt: 18,
        contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
        pseudoSizeThreshold: 0.25,
        shadowOutlineEmMax: 0.1,
        textStrokeEmMin: 0.03,
      },
    }],
  });

  const raison = ({ any }) => any.map(({ data }) => data?.messageKey ?? "autre").join();
  const lignes = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => [id, raison(node), node.html.slice(0, 200)]));

  const nombres = (colour) => colour.match(/[\d.]+/g).map(Number);

  function clarte(colour) {
    const [r, g, b] = nombres(colour).map((one) => (one / 255 <= 0.04045 ? one / 3294.6 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** The words of a drawing whose colour is too near that of the page behind: axe-core does not look at drawings. */
  function dessins() {
    return [...document.querySelectorAll("svg text")].filter((text) => text.checkVisibility()).flatMap((text) => {
      let behind = text.closest("svg");
      while (behind.parentElement && (nombres(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) {
        behind = behind.parentElement;
      }
      const ground = getComputedStyle(behind).backgroundColor;
      // Behind everything, the sheet is white.
      const grounds = (nombres(ground)[3] ?? 1) === 0 ? "rgb(255, 255, 255)" : ground;
      const [light, dark] = [getComputedStyle(text).fill, grounds].map(clarte).sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05) < 4.5 ? [["svg-text-contrast", "", text.outerHTML.slice(0, 200)]] : [];
    });
  }

  async function axe_core(partie) {
    // A part is judged where it is: what shows at the pointer would go with the scroll.
    if (!partie) {
      scrollTo(0, 0);
    }
    const options = { resultTypes: ["violations", "incomplete"], preload: false, selectors: false, reporter: "v2" };
    const { violations, incomplete } = await axe.run(partie || document, options);
    return { violations: [...lignes(violations), ...dessins()], incomplete: lignes(incomplete) };
  }

  const nommer = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 160);
  const cache = (style) => style.clipPath === "inset(50%)" || style.opacity === "0";

  /** An ancestor that the reader may scroll sideways, or that hides what it holds on purpose. */
  function abrite(element) {
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (["auto", "scroll"].includes(style.overflowX) || cache(style) || style.position === "fixed") {
        return true;
      }
    }
    return false;
  }

  /** What one cannot read at this width: beyond the edge, or cut by the box that holds it. */
  function coupes() {
    const found = [];
    if (document.scrollingElement.scrollWidth > innerWidth) {
      found.push(`la page déborde : ${document.scrollingElement.scrollWidth} pour ${innerWidth}`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!text || element.closest("svg, script, style, noscript, .md-header__title") || !element.checkVisibility({ visibilityProperty: true })) {
        continue;
      }
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const beyond = box.width && (box.right > innerWidth + 1 || box.left < -1);
      const cut = style.display !== "inline" && ["hidden", "clip"].includes(style.overflowX)
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2);
      if ((beyond || cut) && !abrite(element)) {
        found.push(`${beyond ? "hors de l’écran" : "coupé"} : ${nommer(element)}`);
      }
    }
    return found;
  }

  /** What would still move or fade although the reader has asked for no motion. */
  function mouvements() {
    const secondes = (text) => Math.max(...text.split(",").map((one) => parseFloat(one) * (one.includes("ms") ? 0.001 : 1)));
    const found = new Set();
    for (const element of document.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const anime = style.animationName !== "none" && secondes(style.animationDuration) > 0.01;
      if (anime || secondes(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth") {
        found.add(`${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
      }
    }
    return [...found];
  }

  const espacement = new CSSStyleSheet();
  espacement.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  `);

  /** The spacing of letters, words, lines and paragraphs that a reader may ask for (WCAG 1.4.12), or no longer. */
  function espacer(oui) {
    document.adoptedStyleSheets = oui ? [espacement] : [];
  }

  function ouvrir() {
    for (const details of document.querySelectorAll("details")) {
      details.open = true;
    }
  }

  // The focus, as the keyboard moves it.
  let passages = [];
  let sorti = false;
  // Where the list was left on the way there: one comes back to it by the other end.
  let quitte = null;

  /** A radio button stands for its group: forward one enters by the first, backward by the last. */
  const meme = (element) => (element.type === "radio" && !element.checked ? element.closest("form, fieldset, body") : element);

  const se_voit = (element) => element.checkVisibility({ opacityProperty: true }) && element.getBoundingClientRect().width > 1;

  /** Where the ring of an element is drawn: on itself, or on the label beside a field that is not seen. */
  function montre(element) {
    return [element, element.nextElementSibling, ...(element.labels ?? [])].find((one) => one && se_voit(one)) ?? element;
  }

  /** The day, the month and the year of a date are in the browser, which marks them itself, out of reach from here. */
  function entoure(element) {
    if (element.type === "date") {
      return true;
    }
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && !/, 0\)$|transparent/.test(style.outlineColor);
    return ring || style.boxShadow !== "none";
  }

  /** True when at least a point of it is seen: not under the head of the page, nor under anything else. */
  function vu(element) {
    return [...element.getClientRects()].some((box) => {
      // Of what is taller than the window, what is in it.
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      return [0.5, 0.15, 0.85].some((part) => {
        // What the focus of the one before has made appear is leaving.
        const hit = document.elementsFromPoint(box.left + box.width * 0.5, top + (bottom - top) * part)
          .find((one) => !one.closest("[role='tooltip']"));
        return hit && (element.contains(hit) || hit.contains(element));
      });
    });
  }

  // Once the page has done what it does when the focus comes.
  addEventListener("focusin", ({ target }) => {
    if (sorti) {
      return;
    }
    const shown = montre(target);
    passages.push({ target, entoure: entoure(shown), vu: vu(shown) });
  });
  addEventListener("focusout", ({ relatedTarget }) => { sorti ||= relatedTarget === null; }, true);
  // Keys are sent several at a time: once out, the focus waits outside.
  addEventListener("keydown", (event) => { if (sorti && event.key === "Tab") { event.preventDefault(); } }, true);

  /** From the top of the page, wherever the page has put the focus; or from its end, where one has just gone out. */
  async function suivre(retour) {
    scrollTo(0, retour ? document.body.scrollHeight : 0);
    // The shell follows the scroll and the size of the window a frame later.
    await deux();
    if (!retour) {
      const top = document.createElement("span");
      top.tabIndex = -1;
      document.body.prepend(top);
      top.focus();
      top.remove();
    }
    passages = [];
    sorti = false;
    quitte = retour ? quitte : null;
  }

  const ARRETS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

  /** A long list is gone into and out of: of what lies between its first and its last stops, nothing is gone through. */
  function sauter(debut, fin, retour) {
    if (retour) {
      quitte?.focus();
      return;
    }
    const stops = [...document.querySelectorAll(ARRETS)].filter((stop) =>
      !stop.disabled && stop.tabIndex === 0 && stop.checkVisibility({ visibilityProperty: true }) && !stop.closest("[inert]"));
    quitte = stops.length > debut + fin ? document.activeElement : null;
    if (quitte) {
      stops.at(-fin).focus();
    }
  }

  const deux = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));

  /** What the focus found covered, once the page has settled: keys come faster than frames. */
  async function revu(target, retour) {
    target.focus();
    await deux();
    const seen = vu(montre(target));
    // Out again, by the end that the way back starts from.
    const end = document.createElement("span");
    end.tabIndex = -1;
    document.body[retour ? "prepend" : "append"](end);
    end.focus();
    end.remove();
    return seen;
  }

  /** What was wrong on the way, and the elements in the order of the journey. */
  async function parcours(retour) {
    const targets = passages.map(({ target }) => target);
    const wrong = [];
    for (const { target, entoure: ring, vu: seen } of passages) {
      if (!ring) {
        wrong.push(`le focus ne se voit pas (${getComputedStyle(montre(target)).outline}) : ${nommer(target)}`);
      }
      if (!seen && !(await revu(target, retour))) {
        wrong.push(`le focus est recouvert : ${nommer(target)}`);
      }
    }
    // What asks to come first comes before the top, where one starts from here.
    for (const first of document.querySelectorAll("[tabindex]")) {
      if (first.tabIndex > 0) wrong.push(`l’ordre n’est pas celui de la page : ${nommer(first)}`);
    }
    const { DOCUMENT_POSITION_PRECEDING: before, DOCUMENT_POSITION_FOLLOWING: after } = Node;
    targets.slice(1).forEach((target, rank) => {
      if (target !== targets[rank] && !(targets[rank].compareDocumentPosition(target) & (retour ? before : after))) {
        wrong.push(`l’ordre n’est pas celui de la page : ${nommer(target)}`);
      }
    });
    // A page without a shell has nothing to skip.
    if (!retour && !targets[0]?.matches(".md-skip") && document.querySelector(".md-skip")) {
      wrong.push("le lien d’évitement n’est pas le premier arrêt");
    }
    return { sorti, fautes: wrong };
  }

  let aller = [];
  const retenir = () => { aller = passages.map(({ target }) => meme(target)); };

  /** What one meets one way and not the other, save « back to the top », which comes and goes with the scroll. */
  function differences() {
    const there = new Set(aller);
    const back = new Set(passages.map(({ target }) => meme(target)));
    return [...there].filter((one) => !back.has(one)).concat([...back].filter((one) => !there.has(one)))
      .filter((one) => !one.matches(".md-top")).map(nommer);
  }

  return { axe_core, coupes, mouvements, espacer, ouvrir, suivre, sauter, parcours, retenir, differences, sorti: () => sorti };
})();

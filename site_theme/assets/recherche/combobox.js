/* A field and the list that it commands: the keys of the « combobox » pattern of WAI-ARIA, where options are links. */

export class Combobox {
  /** Options are named after the list. `valider` is called by Enter when no option is active. */
  constructor(champ, liste, valider) {
    Object.assign(this, { champ, liste, valider, active: null });
    champ.addEventListener("keydown", (event) => this.touche(event));
  }

  montrer(options) {
    options.forEach((option, rang) => {
      option.id = `${this.liste.id}-${rang + 1}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1;
    });
    this.activer(null);
    this.liste.replaceChildren(...options);
    this.liste.scrollTop = 0;
    this.liste.hidden = !options.length;
    this.champ.setAttribute("aria-expanded", String(options.length > 0));
  }

  activer(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.champ.setAttribute("aria-activedescendant", option.id);
    else this.champ.removeAttribute("aria-activedescendant");
  }

  touche(event) {
    if (event.isComposing) return;
    const options = [...this.liste.children];
    const rang = options.indexOf(this.active);
    switch (event.key) {
      // Past the last option, and before the first, is the field itself.
      case "ArrowDown":
        this.activer(options[rang + 1] ?? null);
        break;
      case "ArrowUp":
        this.activer(options.at(rang < 0 ? -1 : rang - 1 < 0 ? options.length : rang - 1) ?? null);
        break;
      case "Enter":
        if (this.active) this.ouvrir(event);
        else this.valider();
        break;
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        // The cursor moves in what was typed.
        this.activer(null);
        return;
      default:
        return;
    }
    event.preventDefault();
  }

  /** As a click would: with the key that asks for another tab, in another tab. */
  ouvrir({ ctrlKey, metaKey, shiftKey }) {
    this.active.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  }
}

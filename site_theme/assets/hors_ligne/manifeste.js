/* The list of the files of the site with their hashes: the one that was published with this worker. */
import { empreinte } from "./empreinte.js";
import { VERSION } from "./version.js";

export const NOM = "hors-ligne.json";

/** Read the manifest of this worker, kept or asked again. It throws when the site holds another one, or is out of reach. */
export class Manifeste {
  constructor(depot) {
    this.depot = depot;
    this.lu = null;
  }

  lire() {
    this.lu ??= this.chercher().catch((erreur) => {
      this.lu = null;
      throw erreur;
    });
    return this.lu;
  }

  async chercher() {
    const garde = await this.depot.lire(NOM, VERSION);
    if (garde) return garde.json();
    const reponse = await fetch(this.depot.portee + NOM, { cache: "no-store" });
    if (!reponse.ok) throw new Error(`${NOM} : ${reponse.status}`);
    const octets = await reponse.clone().arrayBuffer();
    if ((await empreinte(octets)) !== VERSION) throw new Error(`${NOM} : une autre version est en ligne`);
    const manifeste = JSON.parse(new TextDecoder().decode(octets));
    await this.depot.garder(NOM, VERSION, reponse, manifeste.etat_au);
    return manifeste;
  }
}

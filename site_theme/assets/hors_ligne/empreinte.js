/* The hash of a content, as the manifest writes it. */

/** The first sixteen hexadecimal digits of SHA-256. */
export async function empreinte(octets) {
  const condense = new Uint8Array(await crypto.subtle.digest("SHA-256", octets));
  return [...condense.slice(0, 8)].map((octet) => octet.toString(16).padStart(2, "0")).join("");
}

/* The page said without network when the one that is asked for was never kept. */
import { FEUILLE } from "./version.js";

/** `portee` is the address of the site. The answer is no success: it is never kept, and a reload tries again. */
export function absente(portee) {
  const texte = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Page non gardée, hors ligne</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${portee}${FEUILLE}">
</head>
<body class="m-seul" data-md-color-scheme="default">
<main class="md-typeset">
<h1>Cette page n’est pas gardée dans ce navigateur</h1>
<p>Le réseau ne répond pas, et cette page n’a pas été gardée lors d’une visite. Elle s’ouvrira quand le réseau reviendra :
rechargez-la alors.</p>
<p>Ce qui est gardé se lit : l’<a href="${portee}">accueil</a>, et <a href="${portee}hors-ligne/">ce que ce navigateur garde du mémento</a>.</p>
</main>
</body>
</html>
`;
  return new Response(texte, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

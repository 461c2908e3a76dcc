"""MEM4xx: words and templates."""

from generator.diagnostics import Code

HTML_BRUT = Code(
    "MEM401",
    "Le texte contient du HTML.",
    "Le site n'accepte que du Markdown : du HTML pourrait cacher un script, ou casser la page à l'impression.",
    "Écrivez la même chose en Markdown, ou retirez la balise ; un « < » isolé s'écrit &lt;.",
)
LIEN_DANGEREUX = Code(
    "MEM402",
    "Un lien emploie un protocole qui n'est pas admis.",
    "Un lien « javascript: » ou « data: » exécuterait du code chez le lecteur.",
    "Gardez des adresses en https://, mailto:, ou un lien interne comme [[regle:identifiant]].",
)
CIBLE_INCONNUE = Code(
    "MEM403",
    "Un lien interne désigne un sujet qui n'existe pas.",
    "Le lecteur arriverait sur une page absente.",
    "Corrigez l'identifiant d'après la proposition.",
)
PARAMETRE_INCONNU = Code(
    "MEM404",
    "Le texte reprend un paramètre qui n'existe pas, ou mal indexé.",
    "Un chiffre absent laisserait une phrase sans valeur.",
    "Écrivez le nom du paramètre avec des soulignés, puis un code par index, séparés par des points.",
)
RENVOI_MAL_ECRIT = Code(
    "MEM405",
    "Un renvoi, ou l'adresse d'un lien, n'est pas bien écrit.",
    "Il serait affiché tel quel au lecteur.",
    "Écrivez [[genre:identifiant]] ou [[genre:identifiant|texte]], {{ parametre }} pour un chiffre, [mots](adresse) "
    "pour un lien.",
)
GRAPHIQUE_VIDE = Code(
    "MEM406",
    "Un graphique ne montre rien.",
    "Un cadre vide ferait croire que le calcul n'a pas de résultat.",
    "Vérifiez la date et les réponses du graphique : ses résultats doivent se calculer sur toute l'étendue choisie.",
)
PAPIER = Code(
    "MEM407",
    "Le corps d'un module emploie une construction que les fiches imprimées ne savent pas rendre.",
    "Ce passage manquerait sur le papier sans que personne le sache.",
    "Gardez titres, paragraphes, listes, tableaux, citations, liens, gras et italiques ; pas de note de bas de page.",
)
BALISAGE_REFUSE = Code(
    "MEM408",
    "Une page contient une balise, un attribut ou une adresse qui n'est pas admis.",
    "Ce qu'un texte a fait passer malgré la première vérification s'exécuterait peut-être chez le lecteur.",
    "Retirez du fichier ce que montre le message ; si rien de tel n'y est écrit, c'est un gabarit du site : "
    "signalez-le.",
)

CODES = (
    HTML_BRUT,
    LIEN_DANGEREUX,
    CIBLE_INCONNUE,
    PARAMETRE_INCONNU,
    RENVOI_MAL_ECRIT,
    GRAPHIQUE_VIDE,
    PAPIER,
    BALISAGE_REFUSE,
)

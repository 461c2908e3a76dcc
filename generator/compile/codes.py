"""MEM3xx: formulas and units."""

from generator.diagnostics import Code

SYNTAXE = Code(
    "MEM301",
    "La formule n'est pas écrite dans la langue des formules.",
    "Une formule à moitié comprise donnerait un montant faux.",
    "Regardez le caractère souligné : parenthèse ou « sinon » manquant, virgule décimale, texte entre « », "
    "`*` pour multiplier, `=` pour comparer.",
)
NOM_INCONNU = Code(
    "MEM302",
    "La formule emploie un nom qui n'est ni une entrée, ni une étape, ni un paramètre.",
    "Le calcul ne saurait pas quelle valeur prendre.",
    "Corrigez le nom d'après la proposition ; le nom d'un paramètre est son identifiant avec des soulignés.",
)
UNITES = Code(
    "MEM303",
    "La formule mêle des grandeurs qui ne se mesurent pas de la même façon.",
    "Ajouter des euros à des heures, c'est une erreur de raisonnement que personne ne verrait dans le résultat.",
    "Vérifiez l'unité des entrées et des paramètres, et celle que déclare l'étape.",
)
TYPE = Code(
    "MEM304",
    "Une opération reçoit une valeur du mauvais genre (texte, nombre, date, oui/non).",
    "Le calcul s'arrêterait, ou répondrait à côté.",
    "Comparez des nombres entre eux, un choix avec l'un de ses codes, une date avec une date.",
)
UNITE_INCONNUE = Code(
    "MEM305",
    "Une unité n'existe pas.",
    "Une unité mal écrite empêcherait de vérifier le calcul.",
    "Prenez €, %, h, mois, an, jour, ETP, poste… ; un quotient s'écrit €/ETP/an.",
)
CYCLE = Code(
    "MEM306",
    "Des étapes, ou des questions, dépendent l'une de l'autre en rond.",
    "Aucune ne pourrait être calculée, ou posée, la première.",
    "Retirez l'un des renvois que le message énumère ; posez d'abord la question dont une autre dépend.",
)
INDICE = Code(
    "MEM307",
    "Un paramètre n'est pas indexé comme il doit l'être.",
    "On lirait le montant d'une autre structure.",
    "Donnez entre crochets un choix par liste, dans l'ordre de « par » : aide_au_poste_socle[territoire, siae].",
)
RESULTAT_INCONNU = Code(
    "MEM308",
    "Un résultat ou un exemple nomme une étape ou une entrée qui n'existe pas.",
    "Le résultat ne serait jamais affiché, ou jamais vérifié.",
    "Corrigez le nom d'après la proposition.",
)
CODE_IMPOSSIBLE = Code(
    "MEM309",
    "Un choix est comparé à un code qu'il ne peut pas prendre.",
    "La condition serait toujours fausse, sans que personne ne le voie.",
    "Prenez l'un des codes que le message énumère.",
)
BRANCHE_MORTE = Code(
    "MEM310",
    "Une condition est toujours vraie ou toujours fausse.",
    "Une branche qui ne sert jamais cache une erreur.",
    "Retirez la condition, ou corrigez-la.",
)
ZERO = Code(
    "MEM311",
    "La formule divise par zéro.",
    "Le résultat n'existerait dans aucune situation.",
    "Corrigez le diviseur.",
)
ARGUMENTS = Code(
    "MEM312",
    "Une fonction ne reçoit pas le bon nombre de valeurs.",
    "On ne saurait pas ce qui manque.",
    "La page du langage des formules donne un exemple de chaque fonction.",
)
NOM_PRIS = Code(
    "MEM313",
    "Une entrée ou une étape porte un nom qui désigne déjà autre chose.",
    "La formule prendrait l'un pour l'autre, sans que personne ne le voie.",
    "Choisissez un autre nom : ni celui d'un paramètre, ni « date_reference », ni un mot de la langue des formules.",
)

PAR_NOM = {
    "syntaxe": SYNTAXE,
    "nom": NOM_INCONNU,
    "unite": UNITES,
    "type": TYPE,
    "unite-inconnue": UNITE_INCONNUE,
    "cycle": CYCLE,
    "indice": INDICE,
    "resultat": RESULTAT_INCONNU,
    "code": CODE_IMPOSSIBLE,
    "branche": BRANCHE_MORTE,
    "zero": ZERO,
    "arguments": ARGUMENTS,
    "nom-pris": NOM_PRIS,
}
CODES = tuple(PAR_NOM.values())

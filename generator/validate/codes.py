"""MEM1xx: what a file must hold."""

from generator.diagnostics import Code

CHAMP_INCONNU = Code(
    "MEM101",
    "Un champ n'existe pas pour ce genre de fichier.",
    "Un nom mal écrit serait ignoré, et le lecteur ne verrait jamais ce que vous avez écrit.",
    "Corrigez le nom du champ d'après la proposition, ou supprimez-le.",
)
CHAMP_MANQUANT = Code(
    "MEM102",
    "Un champ obligatoire manque.",
    "Une règle sans source, sans date ou sans portée ne peut pas être opposée ni vérifiée.",
    "Ajoutez le champ demandé ; le guide de contribution en donne un exemple.",
)
MAUVAIS_TYPE = Code(
    "MEM103",
    "La valeur n'est pas du genre attendu (texte, nombre, date, liste…).",
    "Un nombre lu comme un texte, ou l'inverse, fausserait les calculs et les dates.",
    "Écrivez un nombre avec un point décimal, une date AAAA-MM-JJ, un texte entre guillemets s'il ressemble "
    "à un nombre, une liste avec un tiret par ligne.",
)
HORS_LISTE = Code(
    "MEM104",
    "La valeur n'est pas l'une de celles qui sont admises.",
    "La portée, le statut ou le type ont un sens précis : un mot voisin n'en est pas un synonyme.",
    "Choisissez l'une des valeurs proposées par le message.",
)
MAUVAISE_FORME = Code(
    "MEM105",
    "Le texte n'a pas la forme attendue.",
    "Les identifiants deviennent des adresses permanentes : minuscules sans accent, chiffres et tirets.",
    "Écrivez l'identifiant en minuscules, sans accent ni espace, mots séparés par un tiret ; un nom de variable "
    "s'écrit avec des soulignés.",
)
HORS_BORNES = Code(
    "MEM106",
    "Le nombre est hors des bornes admises.",
    "Le Pacte compte trente mesures et cinq engagements : au-delà, il s'agit d'une faute de frappe.",
    "Corrigez le nombre d'après les bornes que donne le message.",
)
VIDE = Code(
    "MEM107",
    "Une liste ou un texte est vide alors qu'il faut au moins un élément.",
    "Un fait sans source ou sans destinataire ne peut pas être publié.",
    "Ajoutez au moins un élément, ou retirez le champ s'il est facultatif.",
)
MAL_RANGE = Code(
    "MEM108",
    "Le fichier n'est pas à une place connue.",
    "Le dossier dit ce qu'est le fichier : rangé ailleurs, il ne serait publié nulle part.",
    "Déplacez le fichier dans le dossier de son genre : rules/regles/<theme>/, rules/parametres/, rules/sources/, "
    "rules/calculateurs/, content/…",
)
NOM_DIFFERENT = Code(
    "MEM109",
    "L'identifiant n'est pas le nom du fichier.",
    "Un seul nom désigne un sujet partout : fichier, adresse, liens et exports.",
    "Renommez le fichier, ou corrigez « id » ; si la page est déjà publiée, gardez l'adresse publiée.",
)
EN_DOUBLE = Code(
    "MEM110",
    "Deux fichiers ou deux lignes portent le même identifiant.",
    "Les liens ne sauraient pas lequel des deux désigner.",
    "Renommez l'un des deux, ou fusionnez-les.",
)
INCOHERENT = Code(
    "MEM111",
    "Deux champs se contredisent ou ne vont pas ensemble.",
    "Le lecteur ne pourrait pas savoir lequel croire.",
    "Suivez le message : gardez l'un des deux champs, ou corrigez celui qu'il nomme.",
)

CODES = (
    CHAMP_INCONNU,
    CHAMP_MANQUANT,
    MAUVAIS_TYPE,
    HORS_LISTE,
    MAUVAISE_FORME,
    HORS_BORNES,
    VIDE,
    MAL_RANGE,
    NOM_DIFFERENT,
    EN_DOUBLE,
    INCOHERENT,
)

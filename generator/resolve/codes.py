"""MEM2xx: links between files, and dates."""

from generator.diagnostics import Code

REFERENCE_INCONNUE = Code(
    "MEM201",
    "Le fichier cite un identifiant qui n'existe pas.",
    "Un lien vers rien laisse le lecteur sans source.",
    "Corrigez l'identifiant d'après la proposition, ou créez le fichier cité.",
)
DATES_INVERSEES = Code(
    "MEM202",
    "Une période finit avant d'avoir commencé, ou une liste de dates n'est pas dans l'ordre.",
    "On ne saurait pas quel droit s'applique ce jour-là.",
    "« du » est le premier jour, « au » le dernier jour inclus : remettez-les dans l'ordre.",
)
CHEVAUCHEMENT = Code(
    "MEM203",
    "Deux périodes se recouvrent.",
    "Le même jour, deux règles ou deux montants différents s'appliqueraient.",
    "Arrêtez la première la veille du jour où la seconde commence.",
)
TROU = Code(
    "MEM204",
    "Entre deux périodes, rien n'est dit, et aucune lacune ne l'avoue.",
    "Un trou passerait pour une continuité : le lecteur croirait un montant qui n'a pas été vérifié.",
    "Ajoutez la valeur manquante, ou une entrée de « lacunes » avec son motif.",
)
CYCLE = Code(
    "MEM205",
    "Des noms se renvoient l'un à l'autre en rond.",
    "Le lecteur tournerait sans jamais arriver au nom d'aujourd'hui.",
    "Retirez l'un des renvois que le message énumère.",
)
VERSION_INCONNUE = Code(
    "MEM206",
    "La version citée n'est pas une version connue de cette source, ou n'était pas en vigueur alors.",
    "Citer une autre version que celle en vigueur, c'est citer un autre texte.",
    "Prenez l'identifiant de la version en vigueur au premier jour de la période, parmi celles de la source.",
)
MEME_DATE = Code(
    "MEM207",
    "Deux versions d'une règle commencent le même jour.",
    "Chaque version a son adresse permanente, qui porte sa date : elles auraient la même.",
    "Donnez à chacune son premier jour ; une proposition porte le jour où elle a été faite.",
)
MAUVAIS_DOSSIER = Code(
    "MEM208",
    "Le fichier n'est pas dans le dossier que dit son contenu.",
    "Le dossier d'une règle est son premier thème, le fichier d'une structure son code : on la chercherait en vain.",
    "Déplacez le fichier, ou corrigez son contenu.",
)
CELLULE_INCONNUE = Code(
    "MEM209",
    "Un tableau de valeurs emploie un code qui n'est pas dans la liste qui l'indexe.",
    "La valeur ne serait jamais trouvée.",
    "Prenez les codes de la liste, dans rules/listes.yaml, à la profondeur voulue.",
)
SIGLE_EN_DOUBLE = Code(
    "MEM210",
    "Le même nom est défini deux fois dans le même fichier.",
    "Le lecteur aurait deux définitions pour un mot.",
    "Fusionnez les deux entrées.",
)

CODES = (
    REFERENCE_INCONNUE,
    DATES_INVERSEES,
    CHEVAUCHEMENT,
    TROU,
    CYCLE,
    VERSION_INCONNUE,
    MEME_DATE,
    MAUVAIS_DOSSIER,
    CELLULE_INCONNUE,
    SIGLE_EN_DOUBLE,
)

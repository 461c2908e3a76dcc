"""MEM0xx: what makes a file unreadable."""

from generator.diagnostics import Code

SYNTAXE = Code(
    "MEM001",
    "Le fichier n'est pas écrit comme du YAML : guillemet ou crochet resté ouvert, décalage, deux-points en trop.",
    "Un fichier mal ponctué peut se lire de plusieurs façons : le mémento n'en choisit aucune au hasard.",
    "Allez à la ligne et à la colonne indiquées et suivez la phrase du message ; en cas de doute, mettez le texte "
    "entre guillemets doubles.",
)
CLE_EN_DOUBLE = Code(
    "MEM002",
    "Le même champ est écrit deux fois au même endroit.",
    "Une seule des deux valeurs serait gardée, sans que personne sache laquelle.",
    "Supprimez l'une des deux lignes, ou renommez-la.",
)
ANCRE = Code(
    "MEM003",
    "Une ancre YAML (« &nom ») est posée sur une valeur.",
    "Une ancre sert à recopier une valeur ailleurs : chaque fait doit être écrit en toutes lettres, à sa place.",
    "Supprimez « &nom » ; si le texte commence vraiment par « & », mettez-le entre guillemets.",
)
ALIAS = Code(
    "MEM004",
    "Un renvoi YAML (« *nom ») tient lieu de valeur.",
    "Un renvoi cache la valeur à celui qui relit, et quelques lignes de renvois suffisent à bloquer un ordinateur.",
    "Écrivez la valeur elle-même ; si le texte commence vraiment par « * », mettez-le entre guillemets.",
)
ETIQUETTE = Code(
    "MEM005",
    "Une étiquette YAML (« !nom ») précède une valeur.",
    "Une étiquette change le sens de la valeur, et certaines font exécuter un programme.",
    "Supprimez l'étiquette ; si le texte commence vraiment par « ! », mettez-le entre guillemets.",
)
FUSION = Code(
    "MEM006",
    "Une fusion YAML (« <<: ») recopie les champs d'un autre groupe.",
    "Celui qui relit ne verrait pas les champs recopiés.",
    "Écrivez les champs en toutes lettres.",
)
PAS_UTF8 = Code(
    "MEM007",
    "Le fichier n'est pas enregistré en UTF-8.",
    "Les accents seraient faux sur le site.",
    "Rouvrez le fichier dans votre éditeur et enregistrez-le avec l'encodage UTF-8.",
)
TABULATION = Code(
    "MEM008",
    "Le fichier contient une tabulation.",
    "Une tabulation ressemble à des espaces sans en avoir la largeur : le décalage des lignes, qui a un sens, "
    "devient faux.",
    "Remplacez chaque tabulation par deux espaces ; la plupart des éditeurs savent le faire d'un coup.",
)
CARACTERE_INVISIBLE = Code(
    "MEM009",
    "Le texte contient un caractère de commande ou un caractère invisible.",
    "Il ne se voit pas à la relecture, mais il casse la recherche, les liens ou l'ordre de lecture du texte.",
    "Supprimez le caractère à la place indiquée ; il vient souvent d'un copier-coller : retapez le mot.",
)
TROP_GROS = Code(
    "MEM010",
    "Le fichier dépasse 1 Mio (1 048 576 octets).",
    "Un fichier tient un seul fait ; un fichier de cette taille est presque toujours une image ou un export égaré.",
    "Découpez le fichier, ou retirez ce qui n'est pas du texte.",
)
TROP_IMBRIQUE = Code(
    "MEM011",
    "Les listes et les groupes sont imbriqués sur plus de 50 niveaux.",
    "Personne ne peut relire un tel fichier, et il peut bloquer l'ordinateur qui le lit.",
    "Supprimez les crochets ou les accolades en trop.",
)
PLUSIEURS_DOCUMENTS = Code(
    "MEM012",
    "Le fichier contient plusieurs documents YAML séparés par « --- ».",
    "Un fichier tient un seul sujet : ce qui suit le séparateur ne serait pas lu.",
    "Faites un fichier par sujet, ou supprimez la ligne « --- » en trop.",
)
FICHIER_VIDE = Code(
    "MEM013",
    "Le fichier, ou son en-tête, ne contient rien.",
    "Une page vide serait publiée, ou un lien mènerait à rien.",
    "Remplissez le fichier d'après un fichier voisin, ou supprimez-le.",
)
PAS_UN_GROUPE = Code(
    "MEM014",
    "Le fichier n'est pas un groupe de champs « nom: valeur ».",
    "Sans nom de champ, le mémento ne sait pas ce que les valeurs veulent dire.",
    "Commencez chaque ligne par le nom d'un champ suivi de « : », comme dans un fichier voisin.",
)
CLE_PAS_TEXTE = Code(
    "MEM015",
    "Le nom d'un champ n'est pas un texte.",
    "Un nombre, une date, true, false, null, une liste ou rien du tout ne peut pas nommer un champ.",
    "Corrigez le nom du champ, ou mettez-le entre guillemets s'il doit s'écrire ainsi.",
)
DATE_INEXISTANTE = Code(
    "MEM016",
    "La date n'existe pas dans le calendrier.",
    "Une règle entre en vigueur un jour précis : le 30 février n'arrive jamais.",
    "Corrigez la date (AAAA-MM-JJ) d'après le texte officiel.",
)
NOMBRE_TROP_LONG = Code(
    "MEM017",
    "Le nombre a plus de 30 chiffres.",
    "Aucun montant, taux ni délai n'a cette longueur : c'est une faute de frappe ou un identifiant.",
    "Corrigez le nombre, ou mettez-le entre guillemets si c'est un identifiant.",
)
VIRGULE = Code(
    "MEM018",
    "Une virgule coupe une valeur en deux entre des accolades ou des crochets.",
    "Entre accolades et entre crochets, la virgule sépare deux éléments : « 0,01 € » y devient « 0 » et « 01 € ».",
    "Mettez la valeur entre guillemets ou écrivez le nombre avec un point ; pour une liste, mettez une espace après "
    "chaque virgule.",
)
SANS_EN_TETE = Code(
    "MEM019",
    "La page ne commence pas par un en-tête.",
    "L'en-tête donne le titre, le résumé et les références : sans lui, la page ne peut être ni rangée ni trouvée.",
    "Commencez le fichier par une ligne « --- », les champs de l'en-tête, puis une autre ligne « --- ».",
)
EN_TETE_OUVERT = Code(
    "MEM020",
    "L'en-tête de la page n'est pas fermé.",
    "Le mémento ne sait pas où finissent les champs et où commence le texte.",
    "Ajoutez une ligne « --- », seule et sans décalage, entre le dernier champ et le texte.",
)
CONFLIT = Code(
    "MEM021",
    "Le fichier contient les marques d'un conflit de fusion.",
    "Deux contributions ont changé les mêmes lignes : quelqu'un doit choisir.",
    "Gardez la bonne version, puis supprimez les lignes « <<<<<<< », « ======= » et « >>>>>>> ».",
)
LIEN_SYMBOLIQUE = Code(
    "MEM022",
    "Le fichier ou le dossier est un lien symbolique.",
    "Un lien peut mener hors du mémento et publier un fichier qui ne lui appartient pas.",
    "Remplacez le lien par une copie du fichier.",
)
EXTENSION = Code(
    "MEM023",
    "L'extension du fichier n'est pas celle que le mémento lit.",
    "Le fichier serait ignoré en silence.",
    "Renommez le fichier : « .yaml » pour une règle, « .md » pour une page, en minuscules.",
)
ILLISIBLE = Code(
    "MEM024",
    "L'ordinateur refuse de lire le fichier ou le dossier.",
    "Un fichier que l'on ne peut pas lire manquerait au site sans que personne le sache.",
    "Vérifiez son nom et ses droits de lecture, et que c'est bien un fichier ordinaire.",
)
ADRESSE_MAL_ECRITE = Code(
    "MEM025",
    "Une ligne de urls.lock n'est ni une adresse, ni un renvoi.",
    "Une adresse que personne ne peut lire n'est plus tenue : la page qu'elle promettait peut mourir sans bruit.",
    "Écrivez « dossier/page/ », sans barre au début, ou « ancienne/ -> nouvelle/ » : une page mène à une page, un "
    "fichier à un fichier.",
)
ADRESSE_EN_DOUBLE = Code(
    "MEM026",
    "La même adresse est deux fois dans urls.lock.",
    "Deux lignes peuvent se contredire : l'une renvoie ailleurs, l'autre dit que la page est toujours là.",
    "Gardez une seule ligne ; « memento adresses --verrouiller » remet le fichier en ordre.",
)

CODES: tuple[Code, ...] = (
    SYNTAXE,
    CLE_EN_DOUBLE,
    ANCRE,
    ALIAS,
    ETIQUETTE,
    FUSION,
    PAS_UTF8,
    TABULATION,
    CARACTERE_INVISIBLE,
    TROP_GROS,
    TROP_IMBRIQUE,
    PLUSIEURS_DOCUMENTS,
    FICHIER_VIDE,
    PAS_UN_GROUPE,
    CLE_PAS_TEXTE,
    DATE_INEXISTANTE,
    NOMBRE_TROP_LONG,
    VIRGULE,
    SANS_EN_TETE,
    EN_TETE_OUVERT,
    CONFLIT,
    LIEN_SYMBOLIQUE,
    EXTENSION,
    ILLISIBLE,
    ADRESSE_MAL_ECRITE,
    ADRESSE_EN_DOUBLE,
)

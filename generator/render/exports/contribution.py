"""What helps those who write a file, made from the models and from the subjects that exist."""

from generator.render.exports.editeurs import fichiers_des_editeurs
from generator.render.exports.formulaires import fichiers_de_formulaires
from generator.render.exports.schemas import fichiers_de_schemas
from generator.render.exports.sveltia import fichier_de_sveltia
from generator.resolve import KnowledgeBase


def fichiers_pour_contribuer(base: KnowledgeBase) -> dict[str, bytes]:
    """Every file that `memento schemas` writes, by path from the root of the repository."""
    return {
        **fichiers_de_schemas(base),
        **fichiers_des_editeurs(),
        **fichier_de_sveltia(base),
        **fichiers_de_formulaires(base),
    }

// Une page de test n'a pas de calcul.

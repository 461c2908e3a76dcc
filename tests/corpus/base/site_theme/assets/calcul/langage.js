// Une page de test n'a pas d'exemple.

/* Un petit mémento n’a pas de recherche. */

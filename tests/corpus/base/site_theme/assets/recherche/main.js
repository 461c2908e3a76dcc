/* Un petit mémento n’a pas besoin de ce programme. */

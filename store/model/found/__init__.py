"""Why a record was found: frozen data that finding makes and that a reader is told in words."""

"""Words of the text: the query language, the index, filters, order and quotation."""

"""Words of the text: the query language, the index, filters, order and quotation.

A connection and a query as typed come in; ids, hits and their highlights go out.
"""

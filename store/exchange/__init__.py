"""Records in and out of a store: imports, exports, reports, the guide."""

"""The first screen: an overview of the store, where nobody has asked for a record yet."""

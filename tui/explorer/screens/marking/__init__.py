"""Stars for records one by one or by the range, and the way back from them."""

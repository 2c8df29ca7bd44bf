"""Records to Adaptive Cards and sentences in Danish and English; pure functions."""

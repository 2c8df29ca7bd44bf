"""The agenda of a meeting, what was decided at it, and its minutes from draft to final."""

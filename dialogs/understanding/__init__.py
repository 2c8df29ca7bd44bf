"""Free text to intent and slots, from sentence files that a non-programmer can edit."""

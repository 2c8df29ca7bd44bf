"""Sample data of the invented Ravnsø Kommune: fixed minutes in `documents`, and a living part computed from a day."""

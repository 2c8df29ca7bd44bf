"""Finding: Danish analysis, glossary, candidates, ranking and the choice of the fact that answers."""

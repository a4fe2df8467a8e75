"""Is the record whole? Reads everything that is stored back and recomputes it; changes nothing."""

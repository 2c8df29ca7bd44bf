"""What the assistant does next: a flow takes a turn and returns an outcome; it sends nothing and opens no session."""

"""What we know: content written by people, checked, built into a database and asked through typed queries."""

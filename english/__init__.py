"""Small pieces of English that every process needs. Standard library only."""

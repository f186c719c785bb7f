"""What is said of published figures, in words, without drawing."""

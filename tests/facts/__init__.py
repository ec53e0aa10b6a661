"""What an office enters."""

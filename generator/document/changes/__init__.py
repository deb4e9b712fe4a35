"""What a change of the handbook says to people, as rows and pictures for any renderer."""

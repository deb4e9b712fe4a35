"""How people write dates, times, amounts and ticks: what has one meaning is read, never guessed."""

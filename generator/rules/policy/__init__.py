"""What a change of the handbook must respect: rules over a handbook and an earlier state of it."""

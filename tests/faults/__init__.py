"""What breaks a bot, and what must hold all the same: `make faults`, described in docs/faults.md."""

"""The days that words name: dates as people write them, feast days, how long an absence lasts. Text -> date; pure."""

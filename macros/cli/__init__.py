"""The command `summaries`: parses its arguments, runs one command, prints results and mistakes."""

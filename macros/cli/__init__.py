"""The command `summaries`: lists, checks, collects, merges, rolls forward and renders.

`main` parses the command line and turns mistakes into exit statuses; each group of commands has a
module of its own (`list_commands`, `facts_commands`, `render_command`), and a whole folder is
rendered by `render_folder` with worker processes (`batch`).  No other room imports this one.
"""

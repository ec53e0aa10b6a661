"""The command `summaries`: lists, checks, collects, merges, rolls forward and renders.

`main` parses the command line and turns mistakes into exit statuses; each group of commands has a
module of its own (`list_commands`, `facts_commands`, `content_commands`, `render_command`).
`render_folder` renders a whole folder with worker processes (`worker_pool`), keeps a `manifest` of
what each document was made from, and writes a report (`folder_report`).  No other room imports this
one.
"""

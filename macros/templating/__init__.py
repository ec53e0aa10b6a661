"""The language of the section templates: what it allows, checking, compiling and rendering.

Gives the others: the table of its functions (`language`), the check that reports every mistake at
its line (`template_checks`, with `expressions` and `expression_kinds`), the brief or detailed form
of a template (`form_branches`), the JSON that the browser interprets (`compiler`), and rendering
with Jinja (`render`).
"""

"""The marks around the HTML of our macros; raw_html.py, which any host loads, removes them."""

RAW_START, RAW_END = "<!-- raw -->", "<!-- /raw -->"

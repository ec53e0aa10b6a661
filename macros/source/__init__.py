"""Files in and out: bytes to a tree in which every node knows its place, and safe writing.

Gives the others: reading text and YAML (`encoding`, `yaml_reader`, `front_matter`), the base class
of the data files' models (`model`), one shape for every message, with `file:line:column`
(`report`), and writing that never leaves half a file (`atomic_write`, `run_lock`).
"""

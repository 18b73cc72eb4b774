"""How right the reading is: extraction records against annotated articles, as figures.

`python -m tests.accuracy` prints them with the change against `baseline.json`; docs/accuracy.md says
what each figure means. Nothing here reads the clock or the network.
"""

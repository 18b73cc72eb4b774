"""Run the command line as `python -m casetrack`."""

from __future__ import annotations

from casetrack.cli import main

if __name__ == "__main__":
    main()

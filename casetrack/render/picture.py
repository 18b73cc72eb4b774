"""What a terminal shows as an SVG picture that stands alone: no font is fetched, nothing runs.

The drawing is rich's own export, with a frame of ours around it. Words stay words: they can be searched,
copied and read aloud, and no text of an article can become a tag.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, TextIO

from casetrack.render.text import clean_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.terminal_theme import TerminalTheme

WIDTH = 100
NOT_XML_RE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 20 {{width}} {{height}}" role="img">
<title>{title}</title>
<style>
.{{unique_id}}-matrix {{{{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {{char_height}}px; line-height: {{line_height}}px; white-space: pre; }}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal">
<rect width="{{terminal_width}}" height="{{terminal_height}}"/>
</clipPath>
{{lines}}
</defs>
<rect x="0" y="20" width="100%" height="100%" rx="8" fill="#ffffff"/>
<g transform="translate({{terminal_x}}, {{terminal_y}})" clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix" xml:space="preserve">
{{matrix}}
</g>
</g>
</svg>
"""


def write_svg(
    build: Callable[[Console], RenderableType], title: str, stream: TextIO, *, width: int = WIDTH
) -> None:
    """Write what `build` makes for a console of that many cells as a picture."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(), record=True, width=width, force_terminal=True, color_system="truecolor",
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip
    console.print(build(console))
    console.print()
    frame = FRAME.format(title=escape(clean_line(title)).replace("{", "{{").replace("}", "}}"))
    drawn = console.export_svg(title="", theme=_make_theme(), code_format=frame, unique_id="casetrack")
    stream.write(NOT_XML_RE.sub("", drawn))


def _make_theme() -> TerminalTheme:
    """Make colours that can be read on white paper."""
    from rich.terminal_theme import TerminalTheme

    ink, white = (28, 30, 33), (255, 255, 255)
    normal = [ink, (176, 32, 32), (22, 115, 52), (138, 94, 0), (30, 82, 170), (130, 50, 140), (0, 110, 120),
              (95, 102, 112)]  # fmt: skip
    return TerminalTheme(white, ink, normal, normal)

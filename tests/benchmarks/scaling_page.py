"""docs/scaling.md, worked out from figures that were measured; every assumption is a value of `Task`."""

from __future__ import annotations

from dataclasses import dataclass

from tests.benchmarks.scaling import Figures, Kind

HOUR = 3600
TEXT = 3000
"""Characters of an article as it comes, assumed; the cost of those measured is scaled to it."""
SHARDS = 13
"""One for each federal circuit, with the state courts in it."""
LARGEST = 0.2
"""Share of the court news that the largest shard gets, assumed."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to read: so many articles, of which this share is about courts (assumed)."""

    name: str
    articles: int
    court: float


TASKS = (
    Task("a year of a national feed (2,000 a day)", 730_000, 0.10),
    Task("a day of Common Crawl's news", 1_000_000, 0.05),
    Task("a year of Common Crawl's news", 365_000_000, 0.05),
    Task("ten years of Common Crawl's news", 3_650_000_000, 0.05),
)


@dataclass(frozen=True, slots=True)
class Need:
    """What a task needs: core hours to read, hours of the writer, and the size of the database in bytes."""

    read: float
    written: float
    written_court: float
    """Hours of the writer if only court news is written."""
    stored: float
    stored_court: float

    @property
    def limit(self) -> float:
        """The cores beyond which the one writer decides how long it takes."""
        return self.read / self.written


def work_out(task: Task, figures: Figures) -> Need:
    """Work out what a task needs, at the speeds measured and for articles of the length assumed."""
    court, other = task.articles * task.court, task.articles * (1 - task.court)

    def hours(number: float, kind: Kind, speed: float) -> float:
        return number * (TEXT / kind.characters) / speed / HOUR

    written_court = hours(court, figures.court, figures.court.written_late)
    stored_court = court * figures.court.stored * TEXT / figures.court.characters
    return Need(
        read=hours(court, figures.court, figures.court.read)
        + hours(other, figures.other, figures.other.read),
        written=written_court + hours(other, figures.other, figures.other.written_late),
        written_court=written_court,
        stored=stored_court + other * figures.other.stored * TEXT / figures.other.characters,
        stored_court=stored_court,
    )


def write_figures(figures: Figures) -> str:
    """Write the table of what was measured."""
    rows = [
        ("articles measured", *(f"{kind.articles:,}" for kind in (figures.court, figures.other))),
        ("characters an article", *(f"{kind.characters:,.0f}" for kind in (figures.court, figures.other))),
        ("read by one core, articles a second", *(_speed(k.read) for k in (figures.court, figures.other))),
        (
            "written by the one writer, articles a second: the first half",
            *(_speed(kind.written) for kind in (figures.court, figures.other)),
        ),
        ("the second half", *(_speed(kind.written_late) for kind in (figures.court, figures.other))),
        ("both, by the clock", *(_speed(k.written_by_clock) for k in (figures.court, figures.other))),
        ("rows an article", *(f"{kind.rows:.1f}" for kind in (figures.court, figures.other))),
        (
            "rows a second, second half",
            *(_speed(kind.rows * kind.written_late) for kind in (figures.court, figures.other)),
        ),
        ("bytes of the database an article", *(_speed(k.stored) for k in (figures.court, figures.other))),
    ]
    lines = ["| measured | court news | other news |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def write_needs(figures: Figures) -> str:
    """Write the table of what the tasks need."""
    lines = [
        "| worked out | core hours to read | cores that keep the writer busy | hours it then takes "
        "| database |",
        "|---|---|---|---|---|",
    ]
    for task in TASKS:
        need = work_out(task, figures)
        lines.append(
            f"| {task.name}, {task.court:.0%} of courts | {_hours(need.read)} "
            f"| {need.limit:.0f} | {_hours(need.written)} | {_size(need.stored)} |"
        )
    return "\n".join(lines)


def write_page(figures: Figures) -> str:
    """Write the page."""
    day, year, decade = (work_out(task, figures) for task in TASKS[1:])
    return PAGE.format(
        machine=figures.machine,
        figures=write_figures(figures),
        needs=write_needs(figures),
        processes=_speed(figures.processes),
        workers=_speed(figures.workers),
        text=f"{TEXT:,}",
        ratio=f"{figures.court.written_late / figures.court.read:.0f}",
        other_ratio=f"{figures.other.written_late / figures.other.read:.0f}",
        late=f"{figures.court.written / figures.court.written_late:.1f}",
        limit=f"{day.limit:.0f}",
        day_read=_time(day.read),
        day_writer=_time(day.written),
        day_court=_time(day.written_court),
        decade_writer=_time(decade.written),
        decade_court=_time(decade.written_court),
        year_size=_size(year.stored),
        year_court_size=_size(year.stored_court),
        shards=SHARDS,
        largest=f"{LARGEST:.0%}",
        shard_time=_time(decade.written_court * LARGEST),
        shard_size=_size(decade.stored_court * LARGEST),
        without=f"{figures.without_court:.0%}",
    )


def _speed(number: float) -> str:
    return f"{number:,.0f}"


def _hours(hours: float) -> str:
    return f"{hours:,.0f}" if hours >= 10 else f"{hours:.2f}"


def _time(hours: float) -> str:
    if hours < 1:
        return f"{hours * 60:.0f} minutes"
    return f"{hours:.1f} hours" if hours < 48 else f"{hours / 24:,.0f} days"


def _size(size: float) -> str:
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"


PAGE = """\
# Beyond one machine

Written by `make scaling`; change `tests/benchmarks/scaling_page.py`, not this page.

Reading is pure: an article gives the same report on any machine. So it can be spread over as many cores as
there are, while one process writes. `--jobs N` uses those of this machine; Dask's workers those of others.

## With Dask

    pip install 'casetrack[dask]'                # on every machine, the same casetrack
    casetrack ingest --engine dask clippings/    # workers of this machine, one a core

    dask scheduler                               # on one machine
    dask worker tcp://10.0.0.5:8786              # on every machine that is to read
    casetrack ingest --engine dask --scheduler tcp://10.0.0.5:8786 /shared/clippings/
    casetrack extract --engine dask --scheduler tcp://10.0.0.5:8786 s3://news/2017/ > reports.ndjson

- **Where the articles are.** On storage that all machines see under the same path, or at an address that
  [fsspec](https://filesystem-spec.readthedocs.io) knows: `s3://` with s3fs installed on all of them, `gs://`
  with gcsfs, and so on, with the settings of those libraries. `--engine processes` reads addresses too.
  `file://` is tested; `s3://` was tried by hand, against a server of its protocol on one machine (moto).
- **What is sent.** Files go to the workers by name, a few dozen at a time, and large files of JSON lines in
  stretches. Standard input and packed JSON lines (`*.jsonl.gz`), which cannot be entered in the middle, are
  read by the process that writes, and their texts are sent.
- **Order and memory.** At most four portions a thread (and eight in all, if that is more) are under way, and
  what comes of them is written in the order of the files, so that memory does not grow with the archive.
  The database is that of one process, row for row.
- **What may go wrong.** The work of a worker that dies is done by another. If the scheduler or all workers go
  away, the run ends with exit code 1 and says so; what came in is kept, and the same command goes on from
  there. A worker that takes its articles from another casetrack is not trusted: the run ends.
- **Who may connect.** A cluster of this machine's own takes no orders from others: its keys are made for the
  run. Whoever reaches a scheduler that you started can run code on its workers, so keep it on a network of
  your own, or set up TLS in Dask's configuration (`distributed.comm.tls`), and use `tls://`.
- **How long to wait** for a scheduler or workers: `DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT=60s`, else 30 s.

## Measured

On {machine}, one process, in seconds of its processor time: generated news,
in which every article about a court has a ruling or a hearing. By the clock, two processes (`--jobs 2`)
read {processes} articles of court news a second, two workers of Dask {workers}.

{figures}

The writer takes {ratio} times as many articles of court news as one core reads, {other_ratio} times as many
of the others. Its second half, about other cases, took {late} times as long as the first. What follows
reckons with the second half and with no further growth; `make bench` measures growth up to 100,000
articles. By the clock the machine's other work counts too.

## Worked out

On paper, from the figures above; nobody has run this. Assumed: articles of {text} characters, cost in
proportion to length, and the share of court news named. Of Common Crawl's million articles a day most are not
in English; those cost no less here than the others.

{needs}

## Where one writer ends, and what then

On paper as well.

1. **News as it comes**: a day of Common Crawl's keeps one core busy for {day_read} and the
   writer for {day_writer}. One machine and one writer are enough; with more than {limit} cores the
   writer is what one waits for. What runs out first is space: {year_size} a year, as every text is kept,
   whatever it is about.
2. **Keep out what is about no court.** `extract` tells; what is written is then {year_court_size} a
   year, and the writer is busy for {day_court} a day, at the price of reading the court news twice:

       casetrack extract --engine dask /shared/2017/ |
         jq -j 'select(.cases != []) | .path + "\\u0000"' > court
       casetrack ingest --engine dask --from-file0 court

3. **An archive at once**: one writer needs {decade_court} for the court news of ten years,
   {decade_writer} for all of it. Then shard by court: a database for each of the {shards} federal circuits,
   with the states in it, each with its own `casetrack ingest`. An article goes to the shard of each court
   that `extract` names in it. Appeals stay in the circuit, so cases and the links between them do not cross
   shards, but for those of the Supreme Court, which are looked up by name. Of the cases of the sample
   articles, {without} name no court that is known; they go to the shard of the article's other cases, else to
   one of their own, and what would have joined them to a case elsewhere is lost. If the largest circuit has
   {largest} of the news, its shard takes {shard_time} for ten years, and {shard_size}.
4. **Ask them together** with `ATTACH` (SQLite attaches up to ten): numbers of rows are those of one shard, so
   a row is known by its shard and its number; rulings and hearings have a `uid` besides.

   ```sql
   attach 'second.db' as second;
   attach 'ninth.db' as ninth;
   select 'second' as shard, c.caption, r.date, r.disposition
     from second.rulings r join second.cases c on c.id = r.case_id
   union all
   select 'ninth', c.caption, r.date, r.disposition
     from ninth.rulings r join ninth.cases c on c.id = r.case_id
   order by date desc limit 20;
   ```

   To make one database of them again, ingest the articles of all shards into one; decisions of people come
   along with `casetrack decisions dump` and `load`.
"""

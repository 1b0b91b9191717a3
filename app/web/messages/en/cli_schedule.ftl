# SPDX-License-Identifier: EUPL-1.2
### The timetable: help and what it says about its runs.

cli-schedule-short = harvest portals by the clock
cli-schedule-help = Harvests the portals with enabled = true when they are due by [timetable] and their own schedule, several at once, one for each host and port. What was missed is made up once. The command runs until it is ended (Ctrl+C or SIGTERM) and writes one line a run. On PostgreSQL any number of such processes share the work, on several machines too.
cli-schedule-example = datenspiegel schedule --json

schedule-open = Timetable for { $count ->
    [one] one portal
   *[other] { $count } portals
}; the next harvest: { $next }
schedule-idle = No portal is due: none in the configuration has enabled = true, or [timetable] enabled is false. The timetable waits until it is ended.
schedule-closed = The timetable has ended.
schedule-run = { $line }
schedule-busy = { $portal }: Somebody else is harvesting the portal. { $line }
schedule-late = { $portal }: The harvest was not done after its longest time (run_minutes) and was ended. What is stored stays as it was. Check the portal or raise run_minutes in its block.
schedule-stopped = { $portal }: The harvest was broken off because the timetable ends; it will be made up.
schedule-died = { $portal }: The process of the harvest ended without a word (status { $status }). What is stored stays as it was. Often memory was short; the next harvest comes by the timetable.
schedule-trouble = { $line }
schedule-queue = The queue in { $store } does not answer ({ $problem }). Check that PostgreSQL is running and that the user may create tables there.
schedule-packages = The timetable on PostgreSQL needs the package procrastinate, which is missing. "pip install 'datenspiegel[postgres]'" gets it.

portal-below = Fewer than expected: { $datasets } datasets, at least { $expected } are expected. Check the portal; if the number is right, lower expected in its block of the configuration.

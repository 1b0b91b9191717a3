# SPDX-License-Identifier: EUPL-1.2
# Portals that were rebuilt, and how the numbers went over the days.

cli-runs-relaunch = { $count } datasets were recognised under a new identifier. "datenspiegel runs accept --relaunch { $run }" carries them on with their address and history; without --relaunch all count as new.
cli-runs-relaunched = { $count } datasets had been recognised under a new identifier.
cli-runs-relaunch-more = … and { $count } more; --json names them all.
cli-option-run = number of a run: shows it alone and what it recognised under a new identifier
cli-option-relaunch = carries recognised datasets on with their address and history (portal rebuilt)
cli-head-former = former identifier
cli-head-identifier = new identifier
cli-head-because = recognised by
relaunch-identifier = UUID or address
relaunch-landing-page = landing page
relaunch-file = address of a file
relaunch-publisher = title and publisher
relaunch-title = title

# SPDX-License-Identifier: EUPL-1.2
### The demonstration portal: what "up" and "demo remove" say, and how pages mark its datasets.

cli-option-demo = show the demonstration portal, even after it was removed; with --no-demo do not harvest it this time
cli-demo-short = the demonstration portal that ships with the project
cli-demo-help = The demonstration portal ships with the project: invented datasets that show everything without a network. "up" harvests it once.
cli-demo-example = datenspiegel demo remove
cli-demo-remove-short = remove the demonstration portal
cli-demo-remove-help = Removes the demonstration portal with all it brought: datasets, history, findings, runs. "up" brings it back only with --demo.
cli-demo-remove-example = datenspiegel demo remove

demo-harvesting = Harvesting the demonstration portal that ships with the project …
demo-there = Demonstration portal: { $datasets } invented datasets with { $files } files and services. "datenspiegel demo remove" removes them.
demo-failed = The demonstration portal could not be harvested: { $reason } The pages are served nevertheless; the next start tries again.
demo-removed = The demonstration portal is removed: { $datasets } datasets, { $runs } runs. "datenspiegel up --demo" brings it back.
demo-not-there = The demonstration portal is not in the store. "up" harvests it only with --demo.
demo-not-by-harvest = "harvest" does not fetch the demonstration portal: "datenspiegel up" brings it and renews it when it has changed.
demo-other-port = Port { $busy } is taken; the pages are served at port { $port }. Choose another one with --port.
demo-no-port = None of the ports { $first } to { $last } on { $host } is free. Choose another one with --port.

demo-badge = Demonstration
demo-dataset = Invented example dataset from the demonstration portal that ships with the project. It says nothing about the Kommune it names.
demo-start = { $datasets } of the datasets are invented (demonstration portal that ships with this software). "datenspiegel demo remove" removes them.
demo-kommune = Datasets on this page come in whole or in part from the demonstration portal that ships with this software, and are invented.
demo-musterdatensatz = Kommunen marked like this have invented example datasets here, from the demonstration portal that ships with this software.

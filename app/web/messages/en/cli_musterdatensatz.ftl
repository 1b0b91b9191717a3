# SPDX-License-Identifier: EUPL-1.2

cli-musterdatensatz-short = Assign titles to Musterdatensätze
cli-musterdatensatz-help = Assigns titles to Musterdatensätze and learns the assignment anew.
cli-musterdatensatz-example = datenspiegel musterdatensatz read "Badestellen"
cli-musterdatensatz-read-short = assign titles
cli-musterdatensatz-read-help = Assigns titles to a Musterdatensatz. “-” reads one JSON object a line with title and description.
cli-musterdatensatz-read-example = datenspiegel musterdatensatz read "Badestellen"
cli-musterdatensatz-train-short = learn the weights anew
cli-musterdatensatz-train-help = Learns the weights from the tables in musterdaten/ and puts them into the data folder.
cli-musterdatensatz-train-example = datenspiegel musterdatensatz train
cli-musterdatensatz-trained = Weights written: { $file }
cli-musterdatensatz-needs-scipy = Learning needs the package scipy. Install “datenspiegel[train]”.

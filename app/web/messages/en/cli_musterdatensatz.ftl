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
cli-musterdatensatz-evaluate-short = measure how good the assignment is
cli-musterdatensatz-evaluate-help = Measures by cross-validation how often titles of a table (CSV with title, description, label_v4, cluster) are assigned correctly. Groups (cluster) are never split. Takes some minutes.
cli-musterdatensatz-evaluate-example = datenspiegel musterdatensatz evaluate titles.csv
cli-musterdatensatz-class = { $slug }: { $titles } titles, { $right } right, F1 { $f }
cli-musterdatensatz-figures = { $titles } titles: Bezeichnung { $accuracy }, among the first three { $top-three }, macro F1 { $macro-f1 }, Thema { $thema }; sure { $sure } (of these right { $precision }), Thema sure { $thema-sure } (of these right { $thema-precision }); calibration error { $calibration }
cli-musterdatensatz-too-few = { $file } has too few titles: cross-validation needs at least { $least }.
cli-musterdatensatz-no-file = { $file } is no file. Give a CSV table with the columns title and label_v4.
cli-musterdatensatz-correct-short = correct an assignment
cli-musterdatensatz-correct-help = Records which Musterdatensatz a dataset (id or title) belongs to: by URI, short name or label “Thema - Bezeichnung”; “Sonstiges” means none. Takes effect with the next “renormalise”.
cli-musterdatensatz-correct-example = datenspiegel musterdatensatz correct "Grün in der Stadt" floraUndFauna--baumbestand--baumkataster
cli-musterdatensatz-corrected = “{ $title }” now belongs to { $label }, recorded in { $file }. “datenspiegel renormalise” applies it to what is stored.
cli-musterdatensatz-none = no Musterdatensatz
cli-musterdatensatz-no-kind = “{ $value }” is neither URI nor short name nor label of a Musterdatensatz. The nearest is { $near }.
cli-musterdatensatz-untitled = The dataset { $id } has no title; a correction always holds for a title.
cli-musterdatensatz-correct-reason = why, kept in the table

# SPDX-License-Identifier: EUPL-1.2
### Combining licences: answers of the command line, help, wrong requests.

licensing-says = { $verdict } (confidence: { $confidence }).
licensing-verdict-compatible = Agrees with the licence texts
licensing-verdict-conditional = Agrees only after the step named
licensing-verdict-unclear = Cannot be answered
licensing-verdict-incompatible = Does not agree with the licence texts
licensing-confidence-settled = settled
licensing-confidence-majority-view = majority view
licensing-confidence-disputed = disputed
licensing-target = Licence of the result: { $target }
licensing-steps = Needed first:
licensing-clash = Does not go together:
licensing-reasons = Reasons:
licensing-duties = Duties:
licensing-ask = To be cleared up:
licensing-targets = Possible targets:
licensing-hints = Remarks:
licensing-no-advice = This is no legal advice.

licensing-no-json = The request is not valid JSON. An object with inputs, result_type, commercial, modify and target is expected.
licensing-no-object = The request is no JSON object. An object with inputs, result_type, commercial, modify and target is expected.
licensing-too-long = The request is longer than { $most } characters. Please shorten it.
licensing-key-misspelt = There is no entry “{ $key }”; perhaps “{ $near }” is meant.
licensing-inputs-missing = inputs lacks what is to be combined. Please give at least one licence or dataset:ID.
licensing-inputs-no-list = inputs has to be a list of texts. Please give even a single licence as a list.
licensing-too-many = There are { $count } inputs; at most { $most } are checked at once. Please split them or sum them up by licence.
licensing-input-no-text = The input “{ $value }” is no text. Please give the id of a licence or dataset:ID.
licensing-input-unreadable = The input “{ $value }” is too long or holds control characters. Please give the id of a licence or dataset:ID.
licensing-input-unknown = There is no licence “{ $value }” here. All ids are shown by: datenspiegel licence list.
licensing-input-unknown-but = There is no licence “{ $value }” here; perhaps “{ $near }” is meant.
licensing-dataset-unknown = There is no dataset with the id “{ $dataset }” in the store. Please take the id from the address of its page.
licensing-result-missing = --result is missing, the kind of result: { $known }.
licensing-result-type = There is no kind of result “{ $value }”. result_type may be: { $known }.
licensing-flag = { $key } has to be true or false, not “{ $value }”.
licensing-target-no-text = The target “{ $value }” is no text. It may be the id of a licence, none, proprietary or null for a suggestion.
licensing-target-unknown = There is no target licence “{ $value }” here. It may be the id of a licence, none or proprietary.
licensing-target-unknown-but = There is no target licence “{ $value }” here; perhaps “{ $near }” is meant.

cli-licence-check-help = Checks whether licences or datasets (dataset:ID) can be combined for a result. With - one JSON request a line is read. No legal advice.
cli-licence-check-example = datenspiegel licence check cc-by-4.0 dl-by-de-2.0 --result derived_database --target cc-by-4.0
cli-option-result = kind of result
cli-option-target = licence of the result: an id, none or proprietary; suggested where left out
cli-option-commercial = whether the result is used commercially (else: yes)
cli-option-modify = whether the data are changed (else: yes, except for unmodified redistribution)
cli-vocab-matrix-help = Prints all rules by which licences are combined, as CSV for review.
cli-vocab-matrix-example = datenspiegel vocab matrix
cli-option-result-type = kind of result: derived_database, collective_database, produced_work, internal_use or unmodified_redistribution
cli-licence-check-short = checks whether licences or datasets can be combined
cli-vocab-matrix-short = prints all rules of combination as CSV
licensing-key-twice = “{ $key }” stands twice in the request. Please give every member once.

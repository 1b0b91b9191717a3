# SPDX-License-Identifier: EUPL-1.2
# Combining data: question, answer, basket

kombinieren-title = Combine data
kombinieren-lead = Can these data be put together, and which licence can the result have? For every statement the answer names the place in the licence text.
kombinieren-no-advice = This check applies rules to the licences that are stated. It is no legal advice and does not replace it.
kombinieren-inputs = What goes in
kombinieren-nothing = Nothing is chosen yet. Below you can add datasets, one kind of data of several municipalities, or licences. In the search, “Keep” collects datasets.
kombinieren-lost = { $count ->
    [one] One id belongs to no dataset; it is left aside.
   *[other] { $count } ids belong to no dataset; they are left aside.
}
kombinieren-cut = { $count ->
    [one] One further dataset of the chosen municipalities is not checked, as only the first 20 of each municipality are taken.
   *[other] { $count } further datasets of the chosen municipalities are not checked, as only the first 20 of each municipality are taken.
}
kombinieren-question = What shall become of them?
kombinieren-result = Result
kombinieren-result-derived-database = A new database made of the data
kombinieren-result-collective-database = A collection in which the data stay apart
kombinieren-result-produced-work = A map, picture, report or view in an app
kombinieren-result-internal-use = Internal use only
kombinieren-result-unmodified-redistribution = Passing on unmodified
kombinieren-result-hint-derived-database = The data are changed or taken into one another and passed on as data.
kombinieren-result-hint-collective-database = Each source can still be told apart.
kombinieren-result-hint-produced-work = Not the database is published but something made from it.
kombinieren-result-hint-internal-use = Nothing of it leaves the house.
kombinieren-result-hint-unmodified-redistribution = The data are passed on as they are.
kombinieren-commercial = Commercial?
kombinieren-commercial-hint = If in doubt, “yes”: the result then stays usable for everybody.
kombinieren-modify = Will the data be changed?
kombinieren-modify-hint = Selecting, reshaping and merging are changes too. What is passed on unmodified is never changed.
kombinieren-ja = yes
kombinieren-nein = no
kombinieren-target = Licence of the result
kombinieren-target-suggest = suggest one
kombinieren-target-none = no single licence for the whole
kombinieren-target-proprietary = all rights reserved on one's own part
kombinieren-add = Add
kombinieren-add-dataset = Id or address of a dataset
kombinieren-add-dataset-hint = Several ones with a comma or blank between.
kombinieren-search = Search datasets
kombinieren-search-hint = The hits then stand at the foot of the page.
kombinieren-choose = please choose
kombinieren-topic-hint = Together with municipalities: all their datasets of this kind.
kombinieren-submit = Check
kombinieren-clear = Remove everything
kombinieren-hits = Datasets found
kombinieren-add-hit = Add
kombinieren-remove = Remove
kombinieren-from-kommune = chosen by its municipality
kombinieren-verdict = Result of the check
kombinieren-says-compatible = By the licence texts this is compatible. The duties further down remain.
kombinieren-says-conditional = By the licence texts this is compatible only once the named step is taken.
kombinieren-says-incompatible = By the licence texts this is not compatible, unless the holders of the rights grant something else.
kombinieren-says-unclear = What is stated does not answer this: a licence is missing or ambiguous, or the law is disputed.
kombinieren-asked = The question was:
kombinieren-purpose-yes-yes = commercial, with changes
kombinieren-purpose-no-yes = non-commercial, with changes
kombinieren-purpose-yes-no = commercial, unchanged
kombinieren-purpose-no-no = non-commercial, unchanged
kombinieren-under = result under
kombinieren-suggested = suggested for the result:
kombinieren-steps = What has to be done for it
kombinieren-clash = What does not go together
kombinieren-clash-lead = This is the smallest group that cannot be reconciled. Without one of them the answer differs.
kombinieren-ask = Ask the publisher
kombinieren-ask-lead = These questions can be copied and sent as they are.
kombinieren-ask-to = Question to: { $names }
kombinieren-provider = the publisher
kombinieren-duties = What remains to be done
kombinieren-because-of = asked by
kombinieren-of-datasets = { $count ->
    [one] for one dataset
   *[other] for { $count } datasets
}
kombinieren-targets = Possible licences for the result
kombinieren-targets-lead = International licences come first. A click checks with that licence.
kombinieren-no-target = There is no licence the whole result could have.
kombinieren-try = Try other purposes
kombinieren-credit = Credit line
kombinieren-credit-lead = To be copied. It holds what the licences ask; what the publisher did not supply is missing.
kombinieren-credit-text = Text
kombinieren-credit-more = As HTML and Markdown
kombinieren-credit-missing = Not supplied: { $names }
kombinieren-hints = Good to know
kombinieren-reasons = Reasons
kombinieren-source = Source
kombinieren-head-input = Input
kombinieren-head-verdict = Verdict
kombinieren-head-why = Why
kombinieren-head-clause = Place in the licence text
kombinieren-head-remove = Remove
kombinieren-permalink = This check has a lasting address:

korb-title = Kept datasets
korb-keep = Keep
korb-held = Kept
korb-drop = remove
korb-full = No more than { $most } datasets can be kept.
korb-count = { $count ->
    [one] One dataset kept
   *[other] { $count } datasets kept
}
korb-check = Check whether they can be combined
korb-empty = Remove all
kombinieren-head-with = Together with
kombinieren-head-target = Licence of the result
kombinieren-change = Change inputs or question

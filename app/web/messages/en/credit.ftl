# SPDX-License-Identifier: EUPL-1.2
### The credit line: words of the line, notes, questions to publishers.

credit-source = Data source:
credit-sources = Data sources:
credit-result = Result:
credit-holds = contains data from:
credit-holds-changed = contains modified data from:
credit-proprietary = all rights in own parts reserved
credit-title = “{ $title }”
credit-date = last updated { $date }
credit-day = { $year }-{ $month }-{ $day }
credit-changed = data changed
credit-changed-so = data changed ({ $what })
credit-hint-non-commercial = for non-commercial use only
credit-may-name = May be named, there is no duty to: { $name }

credit-note-free = { $licence }: naming the source is not prescribed.
credit-note-official-work = This holds for official works under section 5(1) of the German Copyright Act. For those under section 5(2) the source is to be named (section 63) and changes are ruled out (section 62).
credit-note-no-wording = The publisher gave no wording for the credit line; its name stands here instead.
credit-note-own-statement = The publisher gave no wording for the credit line; the sentence the licence provides for that stands here.
credit-note-no-name = Neither a wording for the credit line nor a publisher is given. Ask who is to be named, and how.
credit-note-recommended = { $licence }: the licence's name, a link to its text and to the dataset are recommended, not prescribed; so the credit line leaves them out.
credit-note-no-derivatives = By the text of { $licence }, changed versions may not be passed on. The credit line does not alter that.
credit-note-share-alike = { $licence }: an adapted version must also name its own licence. Choose a licence for the result.

credit-ask-missing = No licence is given, so there is no credit line. Ask the publisher: under which licence are the data, and how is the source to be named?
credit-ask-unknown = The licence statement “{ $raw }” is not known, so there is no credit line. Ask the publisher: which licence is meant, and how is the source to be named?
credit-ask-class = “{ $name }” may mean several licences{ $candidates ->
    [none] {""}
   *[other] {" "}({ $candidates })
}, so there is no credit line. Ask the publisher: which licence in which version is meant, and how is the source to be named?
credit-ask-statement = “{ $name }” is no licence{ $url ->
    [none] {""}
   *[other] {" "}({ $url })
}, so there is no credit line. Ask the publisher: is there a licence, and is the source to be named?
credit-ask-terms = What “{ $name }” wants in a credit line is not recorded here{ $url ->
    [none] {""}
   *[other] {" "}({ $url })
}. Read the terms or ask the publisher: how is the source to be named?

credit-missing-by-text = wording of the credit line
credit-missing-publisher = publisher
credit-missing-licence = licence
credit-missing-title = title
credit-missing-url = address of the dataset
credit-missing-date = date of the data

credit-error-no-source = No dataset is given. Name at least one dataset id, or give a line of JSON with “-”.
credit-error-too-many = { $count } datasets are given, at most { $most } go at once. Split the request.
credit-error-unknown-dataset = There is no dataset “{ $dataset }” in the store. The id stands at the end of its page's address (/datensatz/…).
credit-error-unknown-licence = There is no licence id “{ $licence }”{ $near ->
    [none] {""}
   *[other] ; perhaps { $near } is meant
}. “datenspiegel licence list” shows all, “licence read” reads licence texts.
credit-error-no-target = “{ $licence }” cannot be a target licence, as it stands for several licences or for none. Name a licence with its version, “none” or “proprietary”.
credit-error-dash-alone = “-” reads the datasets from standard input and stands alone. Give either “-” or ids.
credit-error-not-an-object = “{ $value }” is no JSON object with title, publisher, by_text, licence, url, changed, date. Give one such object a line.
credit-error-unknown-key = A request has no field “{ $key }”. Possible are: { $known }.
credit-error-not-a-text = The field “{ $key }” must be a text. Put the value in quotes or leave it out.
credit-error-too-long = The field “{ $key }” is longer than { $most } characters. Shorten it.
credit-error-nul = The field “{ $key }” holds the character NUL, which no text can hold. Remove it.
credit-error-no-date = “{ $value }” is no date. Write it like 2026-02-14.
credit-error-no-link = “{ $value }” is no http or https address. Mend the field url or leave it out.
credit-error-line-too-long = Line { $line } is longer than { $most } bytes. Split the request.
credit-error-in-line = Line { $line }: { $problem }

cli-licence-credit-short = credit line for datasets
cli-licence-credit-help = Writes the credit line: for each publisher, licence and dataset exactly what the licence's text provides for. Datasets are ids of the store; with “-” each line is a JSON object with title, publisher, by_text, licence, url, changed (text or true), date, part. The lines make one credit together; with --json each line has an answer of its own, and a line may also be a list of such objects.
cli-licence-credit-example = datenspiegel licence credit - --lang en --format text
cli-licence-credit-changed = what was changed, for example “filtered, geocoded”, or without a text; holds for all datasets
cli-licence-credit-target = licence of the result (none: no single one, proprietary: own rights)
cli-licence-credit-result = what is made (derived_database, collective_database, produced_work, internal_use, unmodified_redistribution); for maps and other works ODbL and ODC-By want another notice
cli-licence-credit-by = who publishes the result
cli-licence-credit-form = form of the output
cli-licence-credit-language = language of the credit line: de or en

web-credit-head = Credit line
web-credit-lead = What the licence's text provides for naming the source, for the unchanged data. No legal advice.
web-credit-copy = Credit line to copy
web-credit-more = As HTML and Markdown, basis
web-credit-missing = Not given by the publisher: { $names }.
web-credit-none-due = By the licence's text no credit line is prescribed.
web-credit-clause = Basis: { $clause }
web-credit-changed-hint = If the data were changed, some licences want the credit line to say so: “datenspiegel licence credit … --changed” adds it.

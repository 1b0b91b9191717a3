# SPDX-License-Identifier: EUPL-1.2
# Reading licence statements, listing and showing licences
cli-licence-short = read, show and combine licences
cli-licence-help = Reads licence statements, shows licences and checks what can be combined.
cli-licence-example = datenspiegel licence read "CC BY 4.0"
cli-licence-read-short = read licence statements
cli-licence-read-help = Says which licence a text or an address names. “-” reads a text, or a JSON object with text and source, from each line; an empty line is a missing statement.
cli-licence-read-example = datenspiegel licence read "Data licence Germany – Zero – version 2.0"
cli-licence-read-source = where the text comes from: name of a list or address of a portal
cli-licence-list-short = list all licences
cli-licence-list-help = Lists licences, class labels, and statements that are no licence.
cli-licence-list-example = datenspiegel licence list
cli-licence-show-short = show one licence
cli-licence-show-help = Shows what is known of a licence.
cli-licence-show-example = datenspiegel licence show dl-by-de-2.0
licence-status-exact = exact
licence-status-likely = likely
licence-status-ambiguous = ambiguous
licence-status-unknown = not recognised
licence-status-missing = not stated
licence-reading-no-text = “text” and “source” must be texts, for example {"{"}"text": "CC BY 4.0"{"}"}.
licence-reading-broken-json = The line begins like a JSON object but is none; check brackets and quotes.
licence-reading-nul = The text contains a NUL character; remove it.
licence-reading-too-long = The text is longer than { $longest } characters; give the licence statement only.
licence-reading-no-such-id =
    { $near ->
        [none] There is no licence “{ $value }” here. All ids: datenspiegel licence list.
       *[other] There is no licence “{ $value }” here. Did you mean { $near }? All ids: datenspiegel licence list.
    }
licence-fact-id = Id
licence-fact-name = Name
licence-fact-kind = Kind
licence-fact-open = open
licence-fact-hvd = fit for high-value datasets
licence-fact-spdx = SPDX
licence-fact-url = licence text
licence-fact-members = may mean
licence-fact-grants = Agreed by the licence text
licence-fact-asks = The licence text asks for
licence-fact-excludes = The licence text excludes
licence-kind-licence = licence
licence-kind-class = class label
licence-kind-statement = statement, no licence
licence-kind-none = no statement
licence-flag-yes = yes
licence-flag-no = no
licence-flag-unclear = unclear
licence-flag-equivalent = equivalent
licence-flag-not-a-licence = not a licence
licence-flag-not-reviewed = not reviewed
licence-flag-approved-as-group-only = approved as a group only
licence-flag-yes-if-the-statement-is-right = yes, if the statement is right
licence-fact-no-advice = No legal advice. The licence text prevails.
licence-default = The licence statement “{ $value }” is this portal's default; nobody declared it for these data.
licence-default-mend = State the actual licence with its URI from http://dcat-ap.de/def/licenses, or leave the field empty.
config-licence-unread = { config-place }: “{ $key }” is no licence known here: “{ $value }”. All ids: datenspiegel licence list.
web-status-default = default of the portal
licence-reading-half-signs = The text holds halves of Unicode characters (lone surrogates); remove them.

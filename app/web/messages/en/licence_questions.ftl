# SPDX-License-Identifier: EUPL-1.2
# Questions about licences: Offenheit, Kombinierbarkeit, Lizenzwechsel

question-offenheit-title = Openness
question-offenheit-short = Openness
question-offenheit-description = Which share of the holdings is under an open licence, can be used commercially and meets the conditions for high-value datasets (HVD)?

choice-nach = Group by
choice-nach-kommune = Municipality
choice-nach-land = State
choice-nach-groesse = Size class (KGSt)
choice-nach-thema = Topic

column-grundlage = Base
column-kommerziell-nutzbar = Commercially usable
column-kommerziell-anteil = Share commercially usable
column-hvd-geeignet = Licence fit for HVD
column-hvd-anteil = Share fit for HVD
column-nicht-gelesen = Licence not recognised
column-nicht-angegeben = Licence not given
grundlage-klein = small base
grundlage-genug = sufficient
offenheit-thema-none = without topic

note-offenheit-reading = A holding counts as “open”, “commercially usable” and “fit for HVD” when at least one of its files or services is under a licence whose text, as we read it, surely provides for that. This is no legal advice.
note-offenheit-apart = Holdings whose licence was not recognised or not given are part of the base but count nowhere as open; they are named apart. Ambiguous statements do not count as open either where version or variant matter.
note-offenheit-small = “Small base” marks fewer than { $count } holdings: a share then says little.
note-offenheit-thema = A holding with datasets in several topics stands in each of them.

cli-option-nach = Openness: one row per kommune, land, groesse or thema; combinability: per kommune, ziel or lizenz

question-kombinierbarkeit-title = Combinability
question-kombinierbarkeit-short = Combinability
question-kombinierbarkeit-description = Which municipalities publish the same data in a way that the licence texts let them be merged, under which licence, and what stands against it?
choice-nach-ziel = Target licence
choice-nach-lizenz = Licence that stands against it
choice-ziel = Target licence of the result
choice-ziel-vorschlag = Suggestion
choice-zweck = Purpose
choice-zweck-kommerziell = commercial as well
choice-zweck-nichtkommerziell = not commercial
choice-ergebnis = Result
choice-ergebnis-derived-database = merged data
choice-ergebnis-collective-database = collection, parts stay apart
column-urteil = Compatibility
column-massgeblich = Deciding licence
column-begruendung = Reason
column-fundstelle = Clause
column-ziel = Target licence
column-kommunen-passend = Largest compatible set (municipalities)
column-kommunen-passt = compatible
column-kommunen-bedingt = under a condition
column-kommunen-strittig = disputed
column-kommunen-unklar = unclear
column-kommunen-unvereinbar = not compatible
column-wechsel-zu = Compatible would be, for instance
column-betroffene = Municipalities (most datasets first)
urteil-passt = compatible by the licence text
urteil-bedingt = compatible under a condition
urteil-strittig = disputed
urteil-unklar = unclear
urteil-unvereinbar = not compatible by the licence text
kombinierbarkeit-pruefen = Check this set with its duties and credit line
kombinierbarkeit-all-fit = No licence stands against this target.
note-kombinierbarkeit-base = Target “{ $target }”, { $purpose ->
        [kommerziell] commercially as well
       *[nichtkommerziell] not commercially
    }, { $result ->
        [derived_database] merged
       *[collective_database] as a collection
    }: by the licence texts, the data of { $count } of the { $all } municipalities with this data can be merged ({ $passt } compatible, { $bedingt } under a condition); { $strittig } disputed, { $unklar } unclear, { $unvereinbar } not compatible.
note-kombinierbarkeit-advice = This is no legal advice. It follows the licence texts as the portals name them; in doubt, ask the publisher.
note-kombinierbarkeit-pruefen = The clearing of this set for the target “{ $target }”: { $path }
note-kombinierbarkeit-vorschlag = “{ $target }” is the suggestion: first a licence under which everybody's data are compatible without a condition, then one under which they are with conditions, else the one of most municipalities; of equals the one with fewest conditions, and international before national ones.
note-kombinierbarkeit-lizenzen = The set has { $count } municipalities. That is too many for the address of the check, which takes their { $licences } licences instead. A credit line is made for datasets only.
note-kombinierbarkeit-ausgelassen = { $count ->
    [one] One rarer licence of the set is not part of this check: { $names }.
   *[other] { $count } rarer licences of the set are not part of this check: { $names }.
}
note-kombinierbarkeit-unblock = { $count ->
    [one] A change at { $names } would achieve most: one municipality with { $datasets } datasets would join.
   *[other] A change at { $names } would achieve most: { $count } municipalities with { $datasets } datasets together would join.
}
note-kombinierbarkeit-zeilen = A row names all licences that stand against together and counts all municipalities that would join if all of these were changed; so a row of several licences holds the rows of each.
note-kombinierbarkeit-whole = A municipality takes part with all its datasets of this kind: where they carry several licences, all must fit. Missing and unrecognised licences are unclear, never compatible.
note-kombinierbarkeit-disputed = What experts dispute is no part of the compatible set. Combinations as a map or another work can be checked on the page “Combine licences”.
cli-option-ziel = combinability: licence of the result, or vorschlag
cli-option-zweck = combinability: kommerziell or nichtkommerziell
cli-option-ergebnis = combinability: derived_database or collective_database

question-lizenzwechsel-title = Changes of licences
question-lizenzwechsel-short = Changes of licences
question-lizenzwechsel-description = Of which datasets has the stated licence changed, when, and has it become more open or stricter?
column-gesehen = Seen on
column-vorher = Before
column-nachher = After
column-richtung = Direction
column-beispiel = Example
richtung-offener = fewer conditions
richtung-gleich = equal conditions
richtung-strenger = more conditions
richtung-unklar = not comparable
licence-state-ambiguous = stated ambiguously
licence-state-mixed = several licences
note-lizenzwechsel-base = { $count ->
    [0] No change of a licence has been seen in this selection.
    [one] One dataset of this selection has changed its licence.
   *[other] { $count } datasets of this selection have changed their licence: { $offener } have fewer conditions, { $gleich } equal ones, { $strenger } more; { $unklar } cannot be compared.
}
note-lizenzwechsel-watched = Watched since { $day }; what portals stated before is not known here.
note-lizenzwechsel-since = The earliest change of this selection was seen on { $day }.
note-lizenzwechsel-reading = Counted is what the portal states differently than at the harvest before; what was only read anew is no change. The day is that of our harvest. “modified_since” chooses the beginning.
note-lizenzwechsel-order = “More conditions” means: attribution, share-alike, exclusion of commercial use or of changes are added and none of them goes. Missing, ambiguous and mixed statements cannot be compared. This is no legal advice.

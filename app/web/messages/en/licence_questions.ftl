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

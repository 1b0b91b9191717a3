# SPDX-License-Identifier: EUPL-1.2
### The vocabularies as linked data.

vocab-title-licences = Licences
vocab-title-standards = Data standards
vocab-title-musterdatensaetze = Musterdatensätze (kinds of municipal data)
vocab-title-kommunen = Kommunen (municipalities, districts, states)

vocab-index-title = Vocabularies
vocab-index-what = Datenspiegel reads with these lists what portals state. They are offered as linked data (SKOS), licences with their conditions, too (ODRL).
vocab-index-name = Vocabulary
vocab-index-concepts = Entries
vocab-index-address = Address
vocab-index-files = Files
vocab-index-use-title = How to use them
vocab-index-use = The address of a vocabulary answers in the syntax a program asks for (header “Accept”), else as Turtle. An entry's identifier is the address with its key, such as /vocab/licences#cc-by-4.0.
vocab-about-licences = Licences, classes of licences and statements that are no licence, with rights, duties and the clause of the text
vocab-about-standards = Data standards with the bodies that keep them
vocab-about-musterdatensaetze = Themes and names of the Musterdatenkatalog
vocab-about-kommunen = States, districts, associations and municipalities with their official keys

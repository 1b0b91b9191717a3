# SPDX-License-Identifier: EUPL-1.2
### The pages of formats: all that are in use, and one.

question-formate-title = Formats
question-formate-short = Formats
question-formate-description = Which formats of files and services are offered, what one can do with them, and how common they are.
frame-nav-formate = Formats
frame-start-formate = What CSV, GeoJSON or PDF are good for, and how their use changes.
formate-name = Name, file ending or media type
column-format = Format
column-formatart = Kind
column-maschinenlesbar = Machine-readable
column-offenes-format = Open format
formatart-file = file
formatart-service = service
formatart-view = view
formatart-none = –
maschinenlesbar-yes = yes
maschinenlesbar-no = no
maschinenlesbar-unclear = unclear
offenes-format-yes = yes
offenes-format-no = no
offenes-format-unclear = unclear
note-formate-counts = Datasets count under each format that one of their files or services has, so the numbers do not add up. Kommunen count as soon as they offer a Musterdatensatz in the format.
note-formate-words = "Machine-readable" means that values can be processed without interpretation. "Open" means that the format's description is free to read and to implement. Neither says anything about the licence.
format-description = what one can do with it, how common it is, and how that changes
format-stars = { $stars } of at most 5 stars for open data can be reached with this format, the licence aside.
format-search = Search datasets in this format
format-compare = Datenbestände that exist in this format
format-nobody = No dataset is offered in this format today.
format-facts = Features
format-key = Key
format-extensions = File endings
format-media-types = Media types
format-uri = Official address (EU)
format-unknown = The format "{ $key }" is not in the vocabulary. /formate shows all that are in use.

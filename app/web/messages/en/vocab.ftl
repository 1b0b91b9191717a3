# SPDX-License-Identifier: EUPL-1.2
### The vocabularies as linked data.

vocab-title-licences = Licences
vocab-title-standards = Data standards
vocab-title-musterdatensaetze = Musterdatensätze (kinds of municipal data)
vocab-title-kommunen = Kommunen (municipalities, districts, states)

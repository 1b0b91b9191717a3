# SPDX-License-Identifier: EUPL-1.2
"""The only reader of vocab/: what licences, formats, places and data themes mean, by exact look-up.

Importing this package reads nothing; ``load()`` gives a Vocabulary whose parts are read when used.
"""

from app.vocabulary.concepts import Concept, Concepts
from app.vocabulary.errors import VocabularyError
from app.vocabulary.formats import Format, Formats
from app.vocabulary.licences import Licence, Licences
from app.vocabulary.media_types import MediaTypes
from app.vocabulary.musterdaten import Musterdaten, Musterdatensatz
from app.vocabulary.register import Kommune, Register
from app.vocabulary.standards import Standard, Standards
from app.vocabulary.vocabulary import Vocabulary, load

__all__ = [
    "Concept",
    "Concepts",
    "Format",
    "Formats",
    "Kommune",
    "Licence",
    "Licences",
    "MediaTypes",
    "Musterdaten",
    "Musterdatensatz",
    "Register",
    "Standard",
    "Standards",
    "Vocabulary",
    "VocabularyError",
    "load",
]

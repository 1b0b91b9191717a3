# SPDX-License-Identifier: EUPL-1.2
"""Pages, programs' interface and the message catalogues: where codes become text."""

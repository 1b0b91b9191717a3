# SPDX-License-Identifier: EUPL-1.2
"""The configuration: defaults, precedence, and a clear sentence for all that can be wrong."""

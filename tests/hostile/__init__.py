# SPDX-License-Identifier: EUPL-1.2
"""A hostile portal: what it may do wrong, and that nothing is lost, hangs or grows by it."""

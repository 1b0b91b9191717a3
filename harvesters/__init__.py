# SPDX-License-Identifier: EUPL-1.2
"""One module a kind of portal: fetch() reads the network, the rest reads bytes."""

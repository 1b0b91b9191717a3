# SPDX-License-Identifier: EUPL-1.2
# Combining data: inputs, result, basket

kombinieren-title = Combine data

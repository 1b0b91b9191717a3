# SPDX-License-Identifier: EUPL-1.2
answer-too-much = { $page }: the page says more than is read at once. It is therefore not taken; the portal's operator can spread the catalogue over several pages.
item-too-much = The dataset has more files or statements than are read for one dataset. The portal should split it.
run-too-many-rejects = The run ends after { $limit } datasets that could not be read. The portal's operator should check what its interface delivers.

# SPDX-License-Identifier: EUPL-1.2
"""What runs in an environment of its own: ckanext-dcat's parser and serialiser, and their pins."""

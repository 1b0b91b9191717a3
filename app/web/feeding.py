# SPDX-License-Identifier: EUPL-1.2
"""Who publishes the feed: from the settings, for pages and command line alike."""

from app.config import Settings
from app.export.site import FeedSite
from app.web import messages


def feed_site(settings: Settings) -> FeedSite:
    """Who publishes the feed, for the web and for the command ``export`` alike."""
    site, feed = settings.site, settings.feed
    titles = [(feed.title.de or site.title, "de"), (feed.title.en, "en")]
    descriptions = [(feed.description.de, "de"), (feed.description.en, "en")]
    return FeedSite(
        url=site.url,
        titles=tuple(pair for pair in titles if pair[0]),
        descriptions=tuple(pair for pair in descriptions if pair[0]),
        publisher=feed.publisher or site.operator or site.title,
        publisher_url=feed.publisher_url,
        licence=feed.licence,
        page_size=feed.page_size,
        language=site.language,
        say=messages.say,
    )

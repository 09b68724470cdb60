# What python3-feedparser makes of the feeds at the addresses given: a line of JSON for each. Its media fields keep the last of several captions, so they are left alone.
import json, sys, feedparser

for address in sys.argv[1:]:
    print(json.dumps([{
        "guid": entry.get("id", ""),
        "title": entry.get("title", ""),
        "date": entry.get("published", ""),
        "authors": ", ".join(author.get("name", "") for author in entry.get("authors", [])),
        "html": "".join(content.value for content in entry.get("content", [])),
    } for entry in feedparser.parse(address).entries]))

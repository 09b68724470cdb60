# What the W3C feed validator finds in the files given, errors and warnings: a line of JSON for each. The first argument is the folder its package lies in.
import json, re, sys

sys.path.insert(0, sys.argv[1])
import feedvalidator
from feedvalidator import compatibility
from feedvalidator.formatter.text_plain import Formatter

for file in sys.argv[2:]:
    with open(file, encoding="utf-8") as opened:
        text = opened.read()
    base = re.search(r'rel="self"[^>]*href="([^"]*)"', text)[1]
    try:
        events = feedvalidator.validateString(text, firstOccurrenceOnly=0, base=base)["loggedEvents"]
    except feedvalidator.logging.ValidationFailure as failure:
        events = [failure.event]
    print(json.dumps(list(Formatter(compatibility.AA(events)))))

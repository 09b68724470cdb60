// Cleans text for the way out: what no XML document may hold goes, line ends become `\n`; everything else stays as the wire wrote it.

/** All that may have to go: controls, surrogates, two non-characters. With tabs and line ends in it the pattern runs half as long again as quick. */
const doubtful = /[\0-\x1F\x7F-\x9F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Text as XML 1.0 §2.2 allows it. Half a surrogate pair becomes U+FFFD, so that a reader sees that something stood there. */
export function cleanText(text: string): string {
  if (!doubtful.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?|\x85/g, '\n')
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/g, '');
}

/** Clean text on one line: white space is one space each, none stands at the ends. For headlines, names and attributes. */
export function oneLine(text: string): string {
  const clean = cleanText(text);
  return /[\t-\r\u2028\u2029]|  |^ | $/.test(clean) ? clean.replace(/[\t-\r \u2028\u2029]+/g, ' ').trim() : clean;
}

// Lines of an ANPA head that are no headline: notes to editors, pictures that go with the story, release times, titles below a byline.

/** "Eds: Adds quotes.", "(Eds: With AP Photos.)", "EDITOR'S NOTE _ Part of a series." → what is said. */
export const editorsNote =
  /^\(?\s*(?:eds\.?|editors|ed\.? note|editor[’']?s[’']? notes?|note to editors|attention(?: all)? editors|editors please note)\s*(?::|—|–|-{1,2}|_)\s*(.{0,4000})$/i;

/** "AP Photo XNP101, XNP102", "AP Graphic …", "AP Video"; "$adv29" is the code of an advance. */
export const picturesNote =
  /^\$adv\d*$|^\(?(?:with )?[A-Z]{2,6} (?:photos?|graphics?|video|audio|interactive|photo advisory)\b/i;

/** "For release Sunday, Nov. 5, and thereafter"; "for immediate release" holds nothing back. */
export const releaseLine =
  /^[\s$(]*(?:(?:hold )?for release|embargoed(?: until| till| for release)?|not for release (?:before|until)|hfr)\s*:?\s+(?!immediate)(?=.*\d)(.{3,100}?)(?:,?\s+and thereafter)?[\s).]*$/i;

/** Which is below a byline: an agency, or a trade. */
export const bylineTitle =
  /^(?:(?:the )?associated press|for the associated press|[A-Z]{2,5}|(?:the )?[\p{Lu}][\p{L}.'’& -]{1,50}(?:press|news|times|post|tribune|herald|journal|gazette|globe|star|union-tribune|chronicle|agency|service)|(?:[\p{Lu}][\p{L}.'’&-]*[ ,]+){0,6}(?:writers?|editors?|correspondents?|reporters?|columnists?|critics?|analysts?|staff|bureau chief|director|photographers?|contributors?|producer)(?:, [\p{L} .'’&-]{1,60})?)$/iu;

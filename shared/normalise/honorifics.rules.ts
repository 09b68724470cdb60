// Words before and after a name that are no part of it.

/** Go from before a name; Sir, Dame and Lord stay (decision 11 of the house's conventions). */
export const honorifics: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor rev reverend fr herr frau hr fru dhr mevr monsieur madame mademoiselle mme mlle sr sra srta señor señora don doña signor signora sig dott dottssa doc ing inż mgr pan pani'.split(
    ' ',
  ),
);

/** Single words that are names as well, and count as honorifics only with a stop behind them: "Fr. Brown", but "Don Roe". */
export const onlyWithStop: ReadonlySet<string> = new Set(
  'fr sr don doc ing hr sig pan ms mr mrs dr prof rev'
    .split(' ')
    .filter((word) => ['don', 'pan', 'fr', 'sr', 'doc', 'ing', 'hr', 'sig'].includes(word)),
);

/** Degrees and orders behind a name. */
export const degrees =
  /^(?:ph\.?\s?d\.?|d\.?phil\.?|m\.?d\.?|m\.?a\.?|m\.?sc\.?|b\.?a\.?|b\.?sc\.?|mba|esq\.?|j\.?d\.?|r\.?n\.?|frs|obe|mbe|cbe|dsc|llb|llm|dvm|dds|ll\.?d\.?|ed\.?d\.?)$/i;

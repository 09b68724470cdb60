// Marks of the plain look-alikes that AAP and its suppliers frame with ZCZC and NNNN: "#Legionella_BC1" → slugline, "@QLD" → place.

export type Mark =
  | 'slugline'
  | 'headline'
  | 'takeKey'
  | 'category'
  | 'subject'
  | 'format'
  | 'place'
  | 'genre'
  | 'colon'
  | 'codes'
  | 'service';

/** What a mark at the beginning of a line says, by the shape of its value: the senders do not agree. The first that matches counts. */
export const marks: ReadonlyMap<string, readonly (readonly [RegExp, Mark])[]> = new Map([
  [
    '%',
    [
      [/^\w$/, 'category'],
      [/./, 'codes'],
    ],
  ],
  ['#', [[/./, 'slugline']]],
  [
    '$',
    [
      [/^\w$/, 'category'],
      [/./, 'headline'],
    ],
  ],
  ['^', [[/./, 'headline']]],
  ['=', [[/./, 'takeKey']]],
  [':', [[/./, 'colon']]],
  [
    '*',
    [
      [/^[XT]$/i, 'format'],
      [/^\d{8}$/, 'subject'],
    ],
  ],
  ['+', [[/^\d{8}$/, 'subject']]],
  ['&', [[/./, 'service']]],
  ['@', [[/./, 'place']]],
  ['~', [[/./, 'genre']]],
]);

/** AAP's categories, which are not AP's. */
export const aapCategories: ReadonlyMap<string, string> = new Map([
  ['a', 'Australian general news'],
  ['e', 'Entertainment'],
  ['f', 'Finance'],
  ['h', 'Racing fields'],
  ['i', 'International news'],
  ['j', 'Media releases'],
  ['k', 'Investor relations'],
  ['r', 'Racing'],
  ['s', 'Overseas sport'],
  ['t', 'Domestic sport'],
]);

/** News Bites and others name their fields with two letters: `TI#UGL continues project delay negotiation`. */
export const letteredFields: ReadonlyMap<
  string,
  'headline' | 'standfirst' | 'byline' | 'created' | 'keywords' | 'company' | 'provider' | 'text'
> = new Map([
  ['TI', 'headline'],
  ['AB', 'standfirst'],
  ['BY', 'byline'],
  ['PD', 'created'],
  ['KY', 'keywords'],
  ['CO', 'company'],
  ['KN', 'provider'],
  ['TX', 'text'],
]);

// ANPA's letters: how urgent a story is ("u" → 3) and which category it belongs to ("i" → International), as ANPA 89-3 and AP's wires use them.

/** Priority letter → urgency from 1 to 9. */
export const priorities: ReadonlyMap<string, string> = new Map([
  ['f', '1'], // flash
  ['b', '2'], // bulletin
  ['u', '3'], // urgent
  ['r', '4'], // regular, also "rush"
  ['d', '5'], // deferred, daily
  ['a', '6'], // advance for a weekday
  ['s', '6'], // advance for the weekend
  ['w', '7'], // release at will
]);

export const categories: ReadonlyMap<string, string> = new Map([
  ['a', 'Domestic general news'],
  ['b', 'Special events'],
  ['c', 'Features'],
  ['d', 'Food and diet'],
  ['e', 'Entertainment'],
  ['f', 'Finance'],
  ['i', 'International'],
  ['j', 'Lottery results'],
  ['k', 'Commentary'],
  ['l', 'Lifestyle'],
  ['n', 'State and regional news'],
  ['o', 'Weather'],
  ['p', 'National politics'],
  ['q', 'Sports scores'],
  ['r', 'Racing'],
  ['s', 'Sports'],
  ['t', 'Travel'],
  ['v', 'Advisories'],
  ['w', 'Washington news'],
  ['z', 'Extended sports'],
]);

/** AP's second slug, which tells a sport: code of the subject → name. */
export const sports: ReadonlyMap<string, { readonly code: string; readonly name: string }> = new Map(
  (
    [
      ['BKC BKL BKN BKW BKO BKH', '15008000', 'basketball'],
      ['BBA BBC BBM BBN BBO BBY BBH BBI', '15007000', 'baseball'],
      ['BOX', '15014000', 'boxing'],
      ['CAR', '15039000', 'motor racing'],
      ['CYC', '15019000', 'cycling'],
      ['FBC FBL FBN FBO FBH', '15003000', 'American football'],
      ['FIG', '15025000', 'figure skating'],
      ['GLF', '15027000', 'golf'],
      ['HKN HKO HKC', '15031000', 'ice hockey'],
      ['RAC', '15030000', 'horse racing'],
      ['SOC', '15054000', 'soccer'],
      ['TEN', '15065000', 'tennis'],
      ['CRI', '15017000', 'cricket'],
      ['RGL', '15048000', 'rugby league'],
    ] as const
  ).flatMap(([prefixes, code, name]) => prefixes.split(' ').map((prefix) => [prefix, { code, name }] as const)),
);

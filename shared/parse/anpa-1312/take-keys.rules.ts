// Words behind the slug that say which take a story is: "1st Ld-Writethru" → update, "Bjt", "a0123".

export type TakeKeyRow = {
  /** Matches one part of the keyword line between commas. */
  readonly matches: RegExp;
  readonly signal?: 'update' | 'correction' | 'kill';
  /** Another piece of a story whose first piece came before. */
  readonly continues?: true;
  readonly sample: string;
};

const ordinal = '(?:\\d{1,2}(?:st|nd|rd|th)[\\s-]*)?';

export const takeKeyRows: readonly TakeKeyRow[] = [
  { matches: /^(?:mandatory[\s-]*)?(?:kill|elimination|withhold|withdrawal)$/i, signal: 'kill', sample: 'KILL' },
  {
    matches: new RegExp(
      `^${ordinal}(?:ld[\\s-]*)?(?:correct(?:ion|ive|ed)|corr)(?:[\\s-]+(?:of\\s+)?[a-z]?\\d*)?$`,
      'i',
    ),
    signal: 'correction',
    sample: 'Correction',
  },
  {
    matches: new RegExp(
      `^(?:\\d{1,2}(?:st|nd|rd|th)[\\s-]*(?:ld|lead)?|new[\\s-]*ld|ld|lead|top|insert|sub)[\\s-]*(?:writethru|write-thru|writethrough|rewrite|insert|sub|top)?(?:,?\\s*\\d{1,2}(?:st|nd|rd|th)?[\\s-]*graf.{0,20})?$`,
      'i',
    ),
    signal: 'update',
    sample: '1st Ld-Writethru',
  },
  {
    matches: new RegExp(`^${ordinal}(?:writethru|write-thru|rewrite|update|night ?ld|day ?ld)$`, 'i'),
    signal: 'update',
    sample: 'Writethru',
  },
  {
    matches: new RegExp(`^(?:${ordinal}(?:add|take)|add[\\s-]*\\d{1,2}|take[\\s-]*\\d{1,2})$`, 'i'),
    continues: true,
    sample: '1st Add',
  },
  {
    matches:
      /^(?:bjt|budget|urgent|bulletin|flash|newsalert|alert|adv\.?[\s-]*\d{0,2}|advisory|box|brief|optional|refile|repeat|rpt)(?:[\s-]+(?:bjt|adv\.?[\s-]*\d{0,2}))?$/i,
    sample: 'Bjt',
  },
  { matches: /^[a-z]\d{3,4}$/, sample: 'a0123' },
];

/** The take words of a part, or nothing. */
export function takeKeyRow(part: string): TakeKeyRow | undefined {
  const trimmed = part.trim();
  return trimmed.length > 40 ? undefined : takeKeyRows.find(({ matches }) => matches.test(trimmed));
}

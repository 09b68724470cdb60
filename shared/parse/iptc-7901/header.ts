// The lines above STX: "eca062 4 i 211 ccccb   dpa 061" and "Germany-politics/" → source, number, urgency, category, words, slugline and keywords.

export type MessageHeader = {
  /** `eca`, `APA`: the service that sent the message. */
  readonly service: string;
  /** `062`. */
  readonly sequence: string;
  /** `4`. */
  readonly urgency: string;
  /** `i`, `AI`. */
  readonly category: string;
  readonly words: string;
  /** What stands behind the word count: `ccccb dpa 061`. */
  readonly rest: string;
};

const headerLine = /^([A-Za-z][A-Za-z.-]{0,9}) ?(\d{1,6}) {1,3}(\d) {1,3}([A-Za-z]{1,4}) {1,3}(\d{1,5})(?:\s+(.*))?$/;

/** The header in a line, or nothing when it is none. */
export function readMessageHeader(line: string): MessageHeader | undefined {
  const [, service, sequence, urgency, category, words, rest = ''] = headerLine.exec(line.slice(0, 200).trim()) ?? [];
  if (
    service === undefined ||
    sequence === undefined ||
    urgency === undefined ||
    category === undefined ||
    words === undefined
  )
    return undefined;
  return { service, sequence, urgency, category, words, rest: rest.trim().replace(/\s+/g, ' ') };
}

/** `dpa 061`, `ccccb dpa-tns 0908`, `FRA /AFP-QX12`: the agency that numbered the message. */
export function agencyIn({ rest }: MessageHeader): string | undefined {
  return (
    /(?:^|\s)\/([A-Z]{2,6})-[A-Z0-9]{2,6}\b/.exec(rest)?.[1] ?? /(?:^|\s)([A-Za-z][\w-]{1,15}) \d{1,6}$/.exec(rest)?.[1]
  );
}

export type KeywordLines = { readonly slugline?: string; readonly keywords: readonly string[] };

/** `Switzerland/migration/UN/` → slugline without the last stroke, and each word; several lines are one. */
export function readKeywordLines(lines: readonly string[]): KeywordLines {
  const slugline = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/[/\s=]+$/, '');
  if (slugline === '') return { keywords: [] };
  return {
    slugline,
    keywords: slugline
      .split('/')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  };
}

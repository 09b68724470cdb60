// Text that was decoded wrongly before it reached us: "Japanâ€™s" → "Japan’s", C1 controls → the Windows-1252 characters meant.
// Mended only where the whole text makes sense afterwards.

import { atFirstNeed } from '../at-first-need.ts';
import type { Note } from '../story.ts';

export function mendMojibake(text: string): { readonly text: string; readonly notes: readonly Note[] } {
  const undone = undoDoubleEncoding(text);
  const mended = undone.replace(/[\u0080-\u009F]+/g, (controls) =>
    new TextDecoder('windows-1252').decode(Uint8Array.from(controls, (one) => one.charCodeAt(0))),
  );
  const notes: Note[] = [];
  if (undone !== text)
    notes.push({
      step: 'decode',
      rule: 'mojibake',
      text: 'The text had been encoded twice (“â€™” for “’”); that was undone.',
    });
  if (mended !== undone)
    notes.push({
      step: 'decode',
      rule: 'c1-controls',
      text: 'Quotation marks and dashes stood as control characters; they were read as Windows-1252.',
    });
  return { text: mended, notes };
}

/** What UTF-8 bytes of letters and punctuation look like when read as Windows-1252. */
const suspicious =
  /[\u00C2-\u00F4][\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]{1,3}/gu;

/** Each suspicious run is turned back by itself; when one of them makes no sense as UTF-8 the text is left alone. */
function undoDoubleEncoding(text: string): string {
  if (!/[\u00C2\u00C3\u00E2]/.test(text)) return text;
  let sure = true;
  const undone = text.replace(suspicious, (run) => {
    const decoded = decodeRun(run);
    if (decoded === undefined) sure = false;
    return decoded ?? run;
  });
  // Real text may hold a pair that looks suspicious by chance; then other letters of its kind stand alone as well.
  const alone = /[\u00C3\u00C2](?![\u0080-\u00BF\u0152-\u2122])/u.test(undone.replace(/\s[ÃÂ]\s/g, ''));
  return sure && !alone ? undone : text;
}

function decodeRun(run: string): string | undefined {
  const bytes = [...run].map(windows1252Byte);
  if (bytes.some((byte) => byte === undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]));
  } catch {
    return undefined;
  }
}

const highBytes = atFirstNeed(
  () =>
    new Map(
      Array.from(
        { length: 128 },
        (_, index) => [new TextDecoder('windows-1252').decode(Uint8Array.of(index + 128)), index + 128] as const,
      ),
    ),
);

function windows1252Byte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return code < 256 && !highBytes().has(character) ? code : highBytes().get(character);
}

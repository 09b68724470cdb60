// Racing copy that begins with the codes of its receivers: "YY TDR" / "RACING : Caulfield FIELDS Saturday" → headline "Caulfield FIELDS Saturday".

import type { Note } from '../../story.ts';

export type RoutedHead = {
  readonly routing: Note;
  readonly headline?: string;
  readonly slugline?: string;
  readonly rest: readonly string[];
};

/** Up to three lines below the codes name the story; the one marked SPORT is the headline, else the first. */
export function readRoutedHead([codes = '', ...lines]: readonly string[]): RoutedHead {
  const heads: { readonly label?: string; readonly value: string }[] = [];
  let at = 0;
  for (; at < lines.length && heads.length < 3; at += 1) {
    const line = lines[at]!;
    const [, label, labelled] = /^:?([A-Z][A-Z-]{2,15}) +[:-] ?(.*)$/.exec(line) ?? [];
    const colon = /^:(.*)$/.exec(line)?.[1];
    if (label !== undefined) heads.push({ label, value: labelled!.replace(/^:/, '').trim() });
    else if (colon !== undefined) heads.push({ value: colon.trim() });
    else if (heads.length === 0 && /^\S/.test(line)) {
      heads.push({ value: line.replace(/\s*[<=!>]+\s*$/, '').trim() });
      at += 1;
      break;
    } else break;
  }
  const said = heads.filter(({ value }) => value !== '');
  const headline = (said.find(({ label }) => label === 'SPORT') ?? said[0])?.value;
  return {
    routing: {
      step: 'parse',
      rule: 'routing-codes',
      before: codes.trim(),
      text: 'The codes of the receivers above the story were left out.',
    },
    ...(headline !== undefined && { headline, slugline: said[0]!.value }),
    rest: lines.slice(at),
  };
}

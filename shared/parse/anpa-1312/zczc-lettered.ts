// Stories whose fields have two letters and a hash: "TI#Miner lifts forecast" / "TX#" / paragraphs → headline and body.

import type { Draft } from '../../draft.ts';
import type { Note } from '../../story.ts';
import { defined } from '../body.ts';
import { readText } from './text.ts';
import { letteredFields } from './zczc.rules.ts';

/** A field goes on over the lines below it until the next one begins; the text is the last. */
export function readLettered(lines: readonly string[], notes: readonly Note[]): Draft {
  const fields = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    const [, letters, value = ''] = /^([A-Z]{2})#(.*)$/.exec(line) ?? [];
    const name = letters === undefined || fields.has('text') ? undefined : (letteredFields.get(letters) ?? letters);
    if (name === undefined) current.push(line);
    else fields.set(name, (current = [value]));
  }
  const say = (name: string): string | undefined => fields.get(name)?.join(' ').trim() || undefined;
  const byline = say('byline');
  return defined<Draft>({
    format: 'anpa-1312',
    headline: say('headline'),
    standfirst: say('standfirst'),
    bylines: byline === undefined ? [] : [byline],
    body: readText(fields.get('text') ?? [], 'text'),
    pictures: [],
    keywords: [...(say('keywords')?.split(/\s+/) ?? []), ...(say('company')?.split(/[\s,;]+/) ?? [])].filter(
      (word, index, all) => all.indexOf(word) === index,
    ),
    created: say('created'),
    provider: say('provider'),
    notes,
  });
}

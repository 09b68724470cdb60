// Settings as the stack hands them over: one JSON object that names what differs from the defaults. {"site":{"publicUrl":"https://wire.example.org"}}

import * as v from 'valibot';
import { describeIssue } from '../shared/describe-issue.ts';
import { objectionTo } from '../shared/push/outside-address.ts';
import { languageTag } from '../shared/publish/channels.ts';
import { feedExtensions } from '../shared/publish/feed-extensions.ts';
import { profiles } from '../shared/publish/profiles.rules.ts';
import { defaultSettings } from '../shared/settings.ts';
import type { Settings } from '../shared/settings.ts';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const text = v.pipe(v.string(), v.nonEmpty());
const style = {
  first: v.picklist(['people', 'agency']),
  joiner: v.picklist(['/', ' / ', ' | ', ' via ', ', ']),
  initials: v.picklist(['given', 'J.K.', 'J. K.', 'JK']),
  designations: v.boolean(),
};
const address = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s/]+(?:\/[^\s/]+)*$/u, 'must be absolute, without a slash at the end'),
);

/** On this machine too: whether those may be called is up to the ground. */
const hub = v.pipe(
  v.string(),
  v.check((value) => objectionTo(value, true) === undefined, 'must be an https address on the public internet'),
  v.transform((value) => new URL(value).href),
);

const words = v.optional(v.array(text));
/** Aggregators take no more at once. */
const mostItems = 60;
const channel = v.strictObject({
  name: v.pipe(
    text,
    v.regex(
      /^[\p{Ll}\p{Lo}\p{N}]+(?:[/-][\p{Ll}\p{Lo}\p{N}]+)*$/u,
      'must be lower-case words divided by dashes and slashes',
    ),
    v.notValue('embargoed', 'is taken: it holds the stories under embargo'),
  ),
  title: text,
  description: v.optional(text),
  language: v.optional(
    v.pipe(
      text,
      v.check((tag) => languageTag(tag) !== undefined, 'must be a language tag such as en-GB'),
    ),
  ),
  match: v.strictObject({
    sections: words,
    subjects: words,
    keywords: words,
    desks: words,
    languages: words,
    providers: words,
    places: words,
    text: words,
  }),
  items: v.optional(v.pipe(whole, v.maxValue(mostItems, `must be at most ${mostItems}`))),
  formats: v.optional(v.array(v.picklist(feedExtensions, `must be one of ${feedExtensions.join(', ')}`))),
  credits: v.optional(v.picklist(['house', 'wire'])),
  image: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/u, 'must be an absolute address'))),
  profile: v.optional(
    v.picklist(
      profiles.map(({ name }) => name),
      `must be one of ${profiles.map(({ name }) => name).join(', ')}`,
    ),
  ),
});

/** Strict: a name that is misspelt must not pass for a default. */
const given = v.strictObject({
  site: v.optional(v.partial(v.strictObject({ title: text, publicUrl: address, language: text }))),
  limits: v.optional(
    v.partial(
      v.strictObject({
        uploadBytes: whole,
        xmlDepth: whole,
        zipMembers: whole,
        zipBytes: whole,
        zipRatio: whole,
        imagePixels: whole,
      }),
    ),
  ),
  rules: v.optional(
    v.partial(
      v.strictObject({
        language: text,
        timeZone: text,
        boilerplate: v.array(v.string()),
        style: v.partial(v.strictObject(style)),
      }),
    ),
  ),
  tagAuthority: v.optional(text),
  openChannels: v.optional(v.array(text)),
  channels: v.optional(v.array(channel)),
  wireWording: v.optional(v.array(text)),
  hubs: v.optional(v.array(hub)),
  openDesk: v.optional(v.boolean()),
  sharedGuids: v.optional(v.boolean()),
  withdrawRemoved: v.optional(v.boolean()),
  requestsPerMinute: v.optional(whole),
  feedItems: v.optional(v.pipe(whole, v.maxValue(mostItems, `must be at most ${mostItems}`))),
  feedBytes: v.optional(whole),
});

/** What is not named is as in `defaults`. Throws one sentence that names the setting and what is wrong with it. */
export function readSettings(json: string, defaults: Settings = defaultSettings): Settings {
  const result = v.safeParse(given, parse(json));
  if (!result.success) throw new Error(`SETTINGS: ${describe(result.issues[0])}`);
  const { site, limits, rules, ...others } = result.output;
  return {
    ...defaults,
    ...others,
    site: { ...defaults.site, ...site },
    limits: { ...defaults.limits, ...limits },
    rules: { ...defaults.rules, ...rules, style: { ...defaults.rules.style, ...rules?.style } },
  };
}

function parse(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new Error('SETTINGS: this is no JSON object.');
}

function describe(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'the whole'}: ${describeIssue(issue)}`;
}

// The last look: what is still missing is filled from what is there, or the story is refused with a reason.

import type { Draft, DraftLink } from '../draft.ts';
import type { Rejection } from '../outcome.ts';
import { reject } from '../outcome.ts';
import type { Block, Instant, Note, Source, Story, StoryLink, StoryUri } from '../story.ts';
import { makeCopyright, withoutUndefined } from './credits.ts';
import { readInstant } from './dates.ts';
import { key } from './status.ts';
import { statusWords } from './status.rules.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';
import { oneLine } from './whitespace.ts';

/** A finished story that waits for its number. */
export type Candidate = {
  readonly story: Omit<Story, 'version'>;
  /** The provider's own number. */
  readonly givenVersion?: number;
  /** Whether the copy itself said its status: only then may it revive a killed story. */
  readonly statusGiven: boolean;
  /** What the copy itself says of an embargo; absent where it is silent, and one from before goes on. */
  readonly embargo?: EmbargoSaid;
};

/** Empty where there is none, or none any more. */
export type EmbargoSaid = {
  readonly until?: Instant;
  /** There is one, and nobody can say until when. */
  readonly isUnreadable?: true;
};

export type About = {
  readonly uri: StoryUri;
  readonly source: Source;
  readonly receivedAt: Instant;
  /** Who sends, where the wire does not say: the desk. */
  readonly provider: string;
};

/** Rejects with `bad-status` or `no-headline-no-body`. Pure: the moment of arrival is handed in. */
export function complete(copy: Copy, about: About, rules: Rules): Candidate | Rejection {
  const { draft, made } = copy;
  if (draft.status !== undefined && !made.status && !statusWords.has(key(draft.status))) return badStatus(draft.status);
  const embargo = readEmbargo(draft, rules.timeZone, about.receivedAt);
  const killed = made.status === 'canceled';
  const body = killed ? [] : draft.body;
  const headline = headlineOf(draft, body, killed);
  if (headline === undefined) return reject('no-headline-no-body', 'The story has neither a headline nor a body.');
  const notes = [
    ...copy.notes,
    ...embargo.notes,
    ...headline.notes,
    ...leftovers(draft, made),
    ...pastExpiry(made, about),
  ];
  const status = killed ? 'canceled' : embargo.said?.isUnreadable ? 'withheld' : (made.status ?? 'usable');
  const pictures = killed ? [] : (made.pictures ?? []);
  const isFirst = (versionOf(draft.version) ?? 1) <= 1;
  const versionCreatedAt =
    made.versionCreatedAt ?? (made.firstCreatedAt && isFirst ? made.firstCreatedAt : about.receivedAt);
  const story = withoutUndefined<Omit<Story, 'version'>>({
    ...made,
    uri: about.uri,
    status,
    edNote: draft.edNotes?.length ? draft.edNotes.map((note) => note.trim()).join('\n') : undefined,
    kind: draft.kind ?? 'text',
    language: made.language ?? rules.language,
    kicker: nonEmpty(draft.kicker),
    headline: headline.text,
    slugline: nonEmpty(draft.slugline),
    standfirst: killed ? undefined : nonEmpty(draft.standfirst),
    body: figuresThatExist(body, pictures),
    pictures,
    subjects: draft.subjects ?? [],
    genres: draft.genres ?? [],
    keywords: unique((draft.keywords ?? []).map(oneLine)),
    places: draft.places ?? [],
    urgency: urgencyOf(draft.urgency),
    copyright: makeCopyright(draft.copyrightHolder, draft.copyrightNotice, draft.copyrightYear),
    usageTerms: draft.usageTerms?.length ? draft.usageTerms.map(oneLine).join(' ') : undefined,
    firstCreatedAt: made.firstCreatedAt ?? versionCreatedAt,
    versionCreatedAt,
    // A kill clears the embargo.
    embargoedUntil: killed ? undefined : embargo.said?.until,
    provider: nonEmpty(draft.provider) ?? about.provider,
    links: (draft.links ?? []).map(linkOf),
    source: about.source,
    notes: [...(draft.notes ?? []), ...notes],
  });
  const givenVersion = versionOf(draft.version);
  const isOpen = (draft.status !== undefined && status === 'usable') || speaksByAbsence.has(draft.format);
  const said = killed ? {} : (embargo.said ?? (isOpen ? {} : undefined));
  return {
    story,
    ...(givenVersion !== undefined && { givenVersion }),
    statusGiven: draft.status !== undefined,
    ...(said && { embargo: said }),
  };
}

/** Standards in which an embargo that is not there is none: both call it `embargoed`. */
const speaksByAbsence: ReadonlySet<string> = new Set(['newsml-g2', 'ninjs']);

function badStatus(given: string): Rejection {
  return reject('bad-status', `“${given.slice(0, 60)}” is no status we know; use usable, withheld or canceled.`);
}

type Embargo = { readonly said?: EmbargoSaid; readonly notes: readonly Note[] };

/** An embargo that can't be read holds the story back rather than letting it out. */
function readEmbargo({ embargo, status }: Draft, timeZone: string, receivedAt: Instant): Embargo {
  // "Status: embargoed" is one without a moment.
  const given = embargo?.trim() || (/embargo/i.test(status ?? '') ? status!.trim() : '');
  if (given === '') return { notes: [] };
  if (/^(?:none|no|nil|-|keine?|aucun|lifted|immediate(?:ly)?|for immediate release)$/i.test(given))
    return { said: {}, notes: [] };
  const until = readInstant(
    given.replace(/^(?:not )?for (?:release|publication|broadcast|use)\b[\s:,]*(?:before|prior to)?\s+/i, ''),
    timeZone,
    receivedAt,
  );
  if (!until) {
    return {
      said: { isUnreadable: true },
      notes: [
        {
          step: 'dates',
          rule: 'unreadable-embargo',
          before: given,
          text: 'The embargo could not be read, so the story is held back until a version says more clearly when it may go out.',
        },
      ],
    };
  }
  // A past embargo is no embargo.
  return until <= receivedAt
    ? {
        said: {},
        notes: [
          {
            step: 'dates',
            rule: 'past-embargo',
            before: given,
            after: until,
            text: 'The embargo had passed when the story came in.',
          },
        ],
      }
    : { said: { until }, notes: [] };
}

type Headline = { readonly text: string; readonly notes: readonly Note[] };

/** A story without a headline is headed by its first sentence; a kill may have none at all. */
function headlineOf(draft: Draft, body: readonly Block[], killed: boolean): Headline | undefined {
  const given = nonEmpty(draft.headline);
  if (given) return { text: given, notes: [] };
  const shown = firstSentence(
    draft.pictures.map(({ headline, caption }) => ({ type: 'paragraph', text: headline ?? caption ?? '' })),
  );
  const handle = nonEmpty(draft.slugline);
  const instead = firstSentence(body) ?? (draft.kind === 'picture' ? (shown ?? handle) : (handle ?? shown));
  if (killed) return { text: nonEmpty(draft.slugline) ?? '', notes: [] };
  if (!instead) return undefined;
  const text = shorten(instead);
  return {
    text,
    notes: [
      {
        step: 'complete',
        rule: 'no-headline',
        after: text,
        text: 'The story came without a headline; its first words head it.',
      },
    ],
  };
}

function firstSentence(body: readonly Block[]): string | undefined {
  const text = body.map((block) => ('text' in block ? block.text.trim() : '')).find((words) => words !== '');
  return text === undefined
    ? undefined
    : (/^.{15,}?[.!?。！？](?=\s|$|[\p{Script=Han}])/su.exec(text)?.[0].replace(/[.。]$/u, '') ?? text);
}

/** At most 100 characters, cut between words. */
function shorten(text: string): string {
  const line = oneLine(text);
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/u, '')}…`;
}

function figuresThatExist(body: readonly Block[], pictures: Story['pictures']): readonly Block[] {
  const ids = new Set(pictures.map(({ id }) => id));
  return body.filter((block) => block.type !== 'figure' || ids.has(block.picture));
}

/** What the draft said and the story has no room for. */
function leftovers(draft: Draft, _made: Copy['made']): readonly Note[] {
  const notes: Note[] = [];
  if (draft.urgency !== undefined && urgencyOf(draft.urgency) === undefined)
    notes.push({
      step: 'complete',
      rule: 'urgency',
      before: draft.urgency,
      text: 'The urgency is no number from 1 to 9.',
    });
  if (draft.version !== undefined && !/^\s*0+\s*$/.test(draft.version) && versionOf(draft.version) === undefined)
    notes.push({
      step: 'complete',
      rule: 'version',
      before: draft.version,
      text: 'The version is no number; the story was numbered here.',
    });
  return notes;
}

/** Such a story is stored and seen by nobody, which its desk is told. */
function pastExpiry({ expiresAt }: Copy['made'], { receivedAt }: About): readonly Note[] {
  return expiresAt !== undefined && expiresAt <= receivedAt
    ? [
        {
          step: 'complete',
          rule: 'past-expiry',
          before: expiresAt,
          text: 'The time of this story had ended when it came in: no feed shows it.',
        },
      ]
    : [];
}

function urgencyOf(given: string | undefined): number | undefined {
  const digits = /^\s*0?([1-9])\s*$/.exec(given ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** `2`, `v1542761538`, `2.0`. */
function versionOf(given: string | undefined): number | undefined {
  const digits = /^\s*v?\.?(\d{1,15})(?:\.0+)?\s*$/i.exec(given ?? '')?.[1];
  return digits === undefined || Number(digits) < 1 ? undefined : Number(digits);
}

function linkOf({ rel, uri, version, title }: DraftLink): StoryLink {
  const number = versionOf(version);
  return {
    rel: relOf(rel),
    uri,
    ...(number !== undefined && { version: number }),
    ...(title !== undefined && { title }),
  };
}

function relOf(given: string): StoryLink['rel'] {
  const rel = given.replace(/^.*[:/]/, '').toLowerCase();
  if (/^(?:evolvedfrom|previousversion|replaces|supersedes|predecessor)$/.test(rel)) return 'evolvedFrom';
  if (/^(?:translationof|translatedfrom)$/.test(rel)) return 'translationOf';
  return /^(?:partof|memberof)$/.test(rel) ? 'partOf' : 'seeAlso';
}

function unique(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return words.filter((word) => word !== '' && !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()));
}

function nonEmpty(text: string | undefined): string | undefined {
  const line = text === undefined ? '' : oneLine(text);
  return line === '' ? undefined : line;
}

// Which channels a story goes to; they come by themselves: all, its desk, its section, its subjects, its language; others are defined by settings.
// {kicker: "Emergency", language: "en-GB", …} → all, desk/newsflash, section/emergency, language/en-GB, language/en.

import { atFirstNeed } from '../at-first-need.ts';
import type { Concept, Story } from '../story.ts';
import { remember } from '../remember.ts';
import { oneLine } from './clean-text.ts';
import { documentId } from './document-id.ts';
import { fitsChannel } from './defined-channels.ts';
import type { DefinedChannel } from './defined-channels.ts';
import type { Channel, Site } from './feed.ts';

/** Every channel the story belongs to, each once; a killed or held story has the same ones. */
export function channelsOf(story: Story, defined: readonly DefinedChannel[] = []): readonly Channel[] {
  const channels = [
    { name: 'all', title: 'All stories', description: 'Everything on the wire' },
    deskChannel(story),
    sectionChannel(story),
    ...story.subjects.slice(0, mostSubjects).map(subjectChannel),
    ...languageChannels(story),
    ...defined.filter((channel) => fitsChannel(story, channel)).map(channelOf),
  ].filter((channel) => channel !== undefined);
  return [...new Map(channels.map((channel) => [channel.name, channel])).values()];
}

/** As feeds name it. */
export function channelOf({ name, title, description = title, language, image, profile }: DefinedChannel): Channel {
  return {
    name,
    title,
    description,
    ...(language !== undefined && { language }),
    ...(image !== undefined && { image }),
    ...(profile !== undefined && { profile }),
  };
}

/** What a feed of the channel is called: `Emergency | Copytaster`. */
export function channelTitle({ title, name }: Channel, site: Site): string {
  return [...new Set([oneLine(title) || oneLine(name), oneLine(site.title)])].filter(Boolean).join(' | ');
}

/**
 * Lower-case letters and digits of any script, divided by single dashes: `Asia & Pacific` → `asia-pacific`; empty where nothing is left.
 * Long ones are cut and marked, so that two that begin alike stay apart.
 */
export function slugOf(text: string): string {
  const slug = text
    .slice(0, 1000)
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const characters = [...slug];
  return characters.length <= longest
    ? slug
    : `${characters
        .slice(0, longest - 9)
        .join('')
        .replace(/-$/, '')}-${documentId(text).slice(0, 8)}`;
}

const longest = 60;

/** A story tagged with more is not about anything; each channel costs a rendering. */
const mostSubjects = 20;

function deskChannel({ source }: Story): Channel | undefined {
  const slash = source.key.indexOf('/');
  const desk = source.key.slice(0, Math.max(0, slash));
  const name = /^[\p{L}\p{N}_-]{1,60}$/u.test(desk) ? desk : slugOf(desk);
  return name
    ? { name: `desk/${name}`, title: oneLine(desk), description: `Stories from ${oneLine(desk)}` }
    : undefined;
}

function sectionChannel({ kicker = '' }: Story): Channel | undefined {
  const slug = slugOf(kicker);
  return slug
    ? { name: `section/${slug}`, title: oneLine(kicker), description: `Stories headed ${oneLine(kicker)}` }
    : undefined;
}

function subjectChannel({ code = '', name }: Concept): Channel | undefined {
  const slug = slugOf(code);
  const title = oneLine(name ?? '') || oneLine(code);
  return slug ? { name: `subject/${slug}`, title, description: `Stories about ${title}` } : undefined;
}

/** Whoever takes English takes British English too. */
function languageChannels({ language }: Story): readonly Channel[] {
  const tag = languageTag(language);
  if (tag === undefined || tag === 'und') return [];
  return [...new Set([tag, tag.split('-', 1)[0]!])].map((each) => {
    const title = languageName(each);
    return { name: `language/${each}`, title, description: `Stories in ${title}`, language: each };
  });
}

/** The tag as BCP 47 writes it, `en-GB`; `undefined` for what is none. */
export const languageTag = remember((language: string): string | undefined => {
  try {
    const [tag] = Intl.getCanonicalLocales(language);
    return tag && /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
});

function languageName(tag: string): string {
  return languageNames().of(tag) ?? tag;
}

const languageNames = atFirstNeed(() => new Intl.DisplayNames(['en'], { type: 'language' }));

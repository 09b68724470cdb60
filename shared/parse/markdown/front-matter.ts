// Front matter → the head of a Draft, read as the header lines of plain text are: "title: Ferries stop\nauthors: [Jane Doe, John Roe]" → headline, byline.
// Values are strings as written, never dates or numbers; broken YAML is read line by line.

import type { Draft, DraftPicture } from '../../draft.ts';
import type { Note } from '../../story.ts';
import { defined, fileNameOf } from '../body.ts';
import { webAddress } from '../html/addresses.ts';
import { joinNames } from '../html/authors.ts';
import { isObject, objectsIn, textIn, textsIn } from '../json-fields.ts';
import type { JsonObject } from '../json-fields.ts';
import { readPlainText } from '../plain-text.ts';
import type { HeaderField } from '../plain-text/header-lines.rules.ts';
import { headerFields } from '../plain-text/header-lines.rules.ts';
import { frontMatterNames, pictureNames } from './front-matter.rules.ts';

export type FrontMatter = { readonly head: Draft; readonly rest: string };

const yamlMatter = /^\s*---[ \t]*\n([^]{0,60000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const tomlMatter = /^\s*\+\+\+[ \t]*\n([^]{0,60000}?)\n\+\+\+[ \t]*(?:\n|$)/;

/** Whether the text begins with lines of names and values between two rules. */
export function hasFrontMatter(text: string): boolean {
  const start = text.slice(0, 65_000);
  const matter = yamlMatter.exec(start)?.[1];
  const isYaml = matter !== undefined && isNamed(matter, /^["']?[\p{L}_][\p{L}\p{N} _.-]{0,40}["']?[ \t]*:(?:\s|$)/u);
  return isYaml || isNamed(tomlMatter.exec(start)?.[1] ?? '', /^[\w-]{1,40}[ \t]*=/);
}

/** Every line is a name with its value, a part of a list or a longer value, a comment or blank; the first names something. */
function isNamed(matter: string, name: RegExp): boolean {
  const lines = matter.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return (
    lines.length > 0 &&
    name.test(lines[0]!) &&
    lines.every((line) => name.test(line) || /^\s|^-\s|^[\]}"',[]/.test(line))
  );
}

/** Takes front matter off the top; without any, the head is empty. */
export async function takeFrontMatter(text: string): Promise<FrontMatter> {
  const yaml = hasFrontMatter(text) ? yamlMatter.exec(text) : null;
  if (yaml) return { head: await readYaml(yaml[1]!), rest: text.slice(yaml[0].length) };
  const toml = hasFrontMatter(text) ? tomlMatter.exec(text) : null;
  if (toml)
    return {
      head: readLines(withoutTables(toml[1]!).replace(/^([\w-]{1,40})[ \t]*=/gm, '$1:')),
      rest: text.slice(toml[0].length),
    };
  return { head: readPlainText(''), rest: text };
}

/** `[cover]` / `image = "a.jpg"` → `cover.image`'s value under its own name: the table's name belongs to no value. */
function withoutTables(toml: string): string {
  return toml.replace(/^[ \t]*\[{1,2}[\w.-]{1,60}\]{1,2}[ \t]*$/gm, '');
}

async function readYaml(text: string): Promise<Draft> {
  const value = await parseYaml(text);
  if (isObject(value)) return readFields(value);
  const note: Note = {
    step: 'parse',
    rule: 'front-matter',
    before: text.slice(0, 2000),
    text: 'The front matter is broken YAML; it was read line by line.',
  };
  const head = readLines(text);
  return { ...head, notes: [note, ...(head.notes ?? [])] };
}

/** `undefined` for broken YAML, and for such as was made to grow. */
async function parseYaml(text: string): Promise<unknown> {
  const { parseDocument } = await import('./yaml.ts');
  try {
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 });
  } catch {
    return undefined;
  }
}

/** The header a name stands for, whatever its spelling: `publishDate`, `publish_date`, `Publish-Date`. */
function headerOf(name: string): string | undefined {
  const spaced = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return (
    frontMatterNames.get(spaced) ??
    (headerFields.has(spaced)
      ? spaced
      : (frontMatterNames.get(name.toLowerCase()) ??
        (headerFields.has(name.toLowerCase()) ? name.toLowerCase() : undefined)))
  );
}

/** Fields that list names of people: their names are joined as a byline joins them. */
const named: ReadonlySet<HeaderField | undefined> = new Set(['byline'] as const);

/** One line a value, so that one table of names and one reader serve plain text and front matter; pictures are read apart. */
function readFields(value: JsonObject): Draft {
  const lines: string[] = [];
  const pictures: Omit<DraftPicture, 'id'>[] = [];
  const unknown: string[] = [];
  for (const name of Object.keys(value)) {
    const header = headerOf(name);
    const field = header === undefined ? undefined : headerFields.get(header);
    if (header === undefined || field === undefined) unknown.push(name);
    else if (field === 'picture' && (objectsIn(value, name).length > 0 || textsIn(value, name).length > 1))
      pictures.push(...picturesIn(value, name));
    else lines.push(...linesOf(value, name, header, field));
  }
  const head = readPlainText(`${lines.join('\n')}\n`);
  const hidden =
    /^(?:true|yes|1)$/i.test(textIn(value, 'draft') ?? '') ||
    /^(?:false|no|0)$/i.test(textIn(value, 'published') ?? '');
  return withPictures(
    {
      ...head,
      ...(hidden && { status: head.status ?? 'withheld' }),
      created: head.created === undefined || /^(?:true|false|yes|no)$/i.test(head.created) ? undefined : head.created,
      notes: [...(head.notes ?? []), ...unknownNotes(unknown)],
    },
    pictures,
  );
}

function unknownNotes(names: readonly string[]): readonly Note[] {
  const given = names.filter(
    (name) =>
      !/^(?:draft|layout|permalink|template|weight|toc|slug|featured|comments|math|type|theme|nav.*|aliases|published)$/i.test(
        name,
      ),
  );
  return given.length === 0
    ? []
    : [
        {
          step: 'parse',
          rule: 'unknown-front-matter',
          before: given.join(', ').slice(0, 500),
          text: 'These names in the front matter have no place in a story; their values were left out.',
        },
      ];
}

/** Notes and terms are given one by one; of everything else a list is one value. */
function linesOf(value: JsonObject, name: string, header: string, field: HeaderField): readonly string[] {
  const objects = objectsIn(value, name).map((object) =>
    [
      textIn(object, 'name', 'title', 'value', 'text'),
      field === 'byline' ? textIn(object, 'role', 'jobtitle', 'job_title', 'position') : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  );
  const values = [...textsIn(value, name), ...objects]
    .map((text) => withoutEmphasis(text.replace(/\s+/g, ' ').trim()))
    .filter((text) => text !== '');
  if (
    values.length === 0 ||
    (field === 'genre' && /^(?:post|page|article|blog|news)$/i.test(values[0]!)) ||
    (field === 'picture' && /^(?:true|false)$/i.test(values[0]!))
  )
    return [];
  if (/^(?:note|correction|usage|replaces|related)$/.test(field)) return values.map((text) => `${header}: ${text}`);
  if (field === 'keywords') return [`${header}: ${values.map((text) => text.replace(/^#(?=\p{L})/u, '')).join(', ')}`];
  if (field === 'kicker') return [`${header}: ${values[0]!}`];
  return [`${header}: ${named.has(field) ? joinNames(values) : values.join(', ')}`];
}

/** "By **Ann Poe**" → "By Ann Poe". */
function withoutEmphasis(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}*_])(\*{1,2}|__?)(?=\S)([^*_]{1,200})(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2');
}

function picturesIn(value: JsonObject, name: string): readonly Omit<DraftPicture, 'id'>[] {
  const addresses = textsIn(value, name).map((address) => ({ src: address }));
  return [...objectsIn(value, name), ...addresses].map((object) => {
    const address = textIn(object, ...pictureNames.address);
    return defined<Omit<DraftPicture, 'id'>>({
      href: webAddress(address),
      fileName: fileNameOf(address),
      caption: textIn(object, ...pictureNames.caption),
      credit: textIn(object, ...pictureNames.credit),
      altText: textIn(object, ...pictureNames.alt),
      width: textIn(object, 'width'),
      height: textIn(object, 'height'),
    });
  });
}

/** The pictures of the head stand above the text, each under an id of its own. */
function withPictures(head: Draft, more: readonly Omit<DraftPicture, 'id'>[]): Draft {
  const pictures = [
    ...head.pictures.map(({ id: _id, ...picture }) => ({
      ...picture,
      fileName: picture.fileName?.replace(/^.*[/\\]/s, '') ?? fileNameOf(picture.href),
    })),
    ...more,
  ].map((picture, index) => defined<DraftPicture>({ ...picture, id: `picture-${index + 1}` }));
  return { ...head, pictures, body: pictures.map(({ id }) => ({ type: 'figure', picture: id })) };
}

/** Names and values without YAML: quotation marks go, the items of a list join the line above, unknown names stay out of the story. */
function readLines(text: string): Draft {
  const fields = new Map<string, string>();
  let last: string | undefined;
  for (const line of text.split('\n')) {
    const [, name, value] = /^["']?([\p{L}_][\p{L}\p{N} _-]{0,40}?)["']?[ \t]*:[ \t]*(.*)$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields.set((last = name), unquote(value));
    else if (last !== undefined && line.trim() !== '' && !/^\s*#/.test(line))
      fields.set(
        last,
        [fields.get(last) ?? '', unquote(line.replace(/^\s*-\s+/, ''))]
          .filter((part) => part !== '')
          .join(/^\s*-\s/.test(line) ? ', ' : ' '),
      );
  }
  return readFields(Object.fromEntries([...fields].filter(([name]) => name !== '__proto__')));
}

/** The items of a list in brackets; else one value. */
function unquote(given: string): string {
  const list = /^\[(.*)\]$/.exec(given.trim())?.[1];
  return list === undefined
    ? bare(given)
    : list
        .split(',')
        .map(bare)
        .filter((part) => part !== '')
        .join(', ');
}

/** Quotation marks round a value go, and so does one that opens and never closes. */
function bare(given: string): string {
  return given
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^["']/, '')
    .trim();
}

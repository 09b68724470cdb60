// Who and what an item names: parties and concepts by code, by name or by literal. `<subject qcode="medtop:11000000"><name>politics</name></subject>` → {medtop, 11000000, politics}.

import type { Concept, Note } from '../../story.ts';
import { defined } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, child, children, descendants, isElement, textOf } from '../element.ts';

/** `by` says it in words; else the creators do, with their job titles. */
export function bylinesOf(content: Element | undefined): readonly string[] {
  const said = children(content, 'by')
    .map((by) => textOf(by))
    .filter((text) => text !== undefined);
  if (said.length > 0) return said;
  // Whoever supplies the story did not write it by that.
  const suppliers = new Set(
    ['creditline', 'infoSource', 'provider']
      .flatMap((name) => children(content, name))
      .map((party) => partyName(party)?.toLowerCase()),
  );
  const writers = children(content, 'creator').filter(
    (creator) => !suppliers.has(partyName(creator)?.toLowerCase()) && !isOrganisation(creator) && !isLogin(creator),
  );
  return writers
    .map((creator) => {
      const title = descendants(creator, 'related')
        .map((related) => textOf(child(related, 'name')))
        .find((text) => text !== undefined);
      const name = partyName(creator);
      return name && title ? `${name}, ${title}` : name;
    })
    .filter((text) => text !== undefined);
}

/** The notes on creators that name nobody. */
export function loginNotes(content: Element | undefined): readonly Note[] {
  const logins = children(content, 'creator')
    .filter(isLogin)
    .map((creator) => partyName(creator)!);
  return logins.map((before) => ({
    step: 'parse',
    rule: 'no-name',
    before,
    text: 'The creator is a user of the sender’s own system and names nobody.',
  }));
}

/** dpa's editing system gives its users' names, "mueller" of `dpa-ad:mueller`: nobody signs so. */
function isLogin(creator: Element): boolean {
  return /^\p{Ll}[\p{Ll}\d._-]*$/u.test(partyName(creator) ?? '');
}

function isOrganisation(creator: Element): boolean {
  return /organisation|organization/i.test(attribute(creator, 'type') ?? '');
}

/** The name in words; else a literal or the local part of a code, as long as it looks like a name and not like a number. */
export function partyName(party: Element | undefined): string | undefined {
  const name = children(party, 'name')
    .map((each) => textOf(each))
    .find((text) => text !== undefined);
  const said = name ?? (party?.children.some(isElement) ? undefined : textOf(party));
  if (said) return said;
  const code = attribute(party, 'literal') ?? attribute(party, 'qcode')?.replace(/^[^:]*:/, '');
  return code && /\p{L}/u.test(code) && !/^\w*\d{3,}\w*$/.test(code) ? code : undefined;
}

export function saysSomething({ code, name }: Concept): boolean {
  return code !== undefined || name !== undefined;
}

export function conceptOf(element: Element): Concept {
  const code = attribute(element, 'qcode');
  const colon = code?.indexOf(':') ?? -1;
  const literal = attribute(element, 'literal');
  const name = children(element, 'name')
    .map((each) => textOf(each))
    .find((text) => text !== undefined);
  return defined<Concept>({
    scheme: code && colon > 0 ? code.slice(0, colon) : undefined,
    // A literal that is all an element says is the name of what it means, unless it looks like a code: "TT:02000000:LAG".
    code:
      code && colon > 0
        ? code.slice(colon + 1)
        : (code ??
          attribute(element, 'uri') ??
          (isCode(literal) || (name !== undefined && name !== literal) ? literal : undefined)),
    name: name ?? (code === undefined && !isCode(literal) ? literal : undefined),
  });
}

function isCode(literal: string | undefined): boolean {
  return literal !== undefined && /^\S*\d\S*$/.test(literal);
}

// Headlines and descriptions of an item, told apart by role and rank: `<headline rank="1">Ferries stop</headline><headline rank="3">Storm</headline>` → headline "Ferries stop", kicker "Storm".

import type { Element } from '../element.ts';
import { attribute, child, children, textOf } from '../element.ts';

type Headline = { readonly role: string; readonly rank: number; readonly text: string };

/** In the order of their ranks, where they have any. */
function headlinesOf(content: Element | undefined): readonly Headline[] {
  const all = children(content, 'headline').map((headline) => ({
    role: attribute(headline, 'role') ?? '',
    rank: Number(attribute(headline, 'rank') ?? 1),
    text: textOf(headline),
  }));
  return all
    .filter((headline): headline is Headline => headline.text !== undefined)
    .toSorted((a, b) => a.rank - b.rank);
}

const isKicker = ({ role }: Headline): boolean => /kicker|over|dach|strap/i.test(role);
const isSubHeadline = ({ role }: Headline): boolean => /sub|deck|unter/i.test(role);

/** The headline without a role, or with one that means the main one; a kicker, short or sub headline only where there is no other. */
function mainHeadline(all: readonly Headline[]): Headline | undefined {
  return (
    all.find(
      (headline) => !isKicker(headline) && !isSubHeadline(headline) && !/short|sms|alert|tag/i.test(headline.role),
    ) ?? all[0]
  );
}

export function headlineOf(content: Element | undefined): string | undefined {
  return mainHeadline(headlinesOf(content))?.text;
}

/** Marked as such, or, as dpa has it, a second headline of a lower rank. */
export function kickerOf(content: Element | undefined): string | undefined {
  const all = headlinesOf(content);
  const main = mainHeadline(all);
  return all.find(
    (headline) =>
      headline !== main &&
      (isKicker(headline) || (headline.role === '' && main !== undefined && headline.rank > main.rank)),
  )?.text;
}

export function subHeadlineOf(content: Element | undefined): string | undefined {
  const all = headlinesOf(content);
  const main = mainHeadline(all);
  return all.find((headline) => headline !== main && isSubHeadline(headline) && headline.text !== main?.text)?.text;
}

export function descriptionOf(content: Element | undefined, role: RegExp): string | undefined {
  return children(content, 'description')
    .filter((description) => role.test(attribute(description, 'role') ?? ''))
    .map((description) => textOf(description))
    .find((text) => text !== undefined);
}

/** TT calls the summary of a text its caption; a video's says what to see where. */
export function summaryOf(content: Element | undefined): string | undefined {
  const summary =
    descriptionOf(content, /summary|abstract|teaser|lead|synopsis/i) ??
    descriptionOf(content, /^(?!.*(?:video|audio|shot|word|alt)).*$/i);
  // Reuters' introduction is slugline, colon and headline.
  const slugline = textOf(child(content, 'slugline'));
  return slugline !== undefined && summary?.startsWith(`${slugline}:`) ? undefined : summary;
}

// How to reach a writer: "Jane Doe, email: jane@x.org" → jane@x.org; "(Twitter: @janedoe)" → @janedoe.

const contactPattern = /[\w.+%-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\w.])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/u;

/** What announces a contact, or stands between it and the name. */
const announced =
  /(?:[\s:.,<>()|–-]|(?<!\p{L})(?:(?:on |follow (?:him|her|them|me) on |follow (?:him|her|them|me) )?(?:twitter|instagram|bluesky|mastodon|threads)|(?:on |at )?e-?mail|mail(?:to)?|contact|x(?=\s*:)|on x|at)(?!\p{L}))+$/iu;

export function hasContact(text: string): boolean {
  return contactPattern.test(text);
}

/** The contact, and what is left of the text without it and its announcement. */
export function cutContact(text: string): { readonly contact: string; readonly rest: string } | undefined {
  const match = contactPattern.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index).slice(-60);
  const front = text.slice(0, match.index - before.length) + before.replace(announced, '');
  const back = text.slice(match.index + match[0].length).replace(/^[\s:,.<>()-]+/u, '');
  return { contact: match[0], rest: `${front} ${back}`.trim() };
}

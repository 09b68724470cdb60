// Who wrote an item, as feeds say it: one name an element, an address with a name in brackets, or an account of the blog.
// `<author>jane@example.org (Jane Doe)</author>` → "Jane Doe, jane@example.org".

/** The names as one byline; bare addresses name nobody. */
export function bylineOf(names: readonly string[]): readonly string[] {
  const real = [...new Set(names.map((name) => spelt(name.trim())))].filter(
    (name) => name !== '' && !/^(?:https?:\/\/\S+|\S+@\S+)$/.test(name),
  );
  // A statement that holds titles or addresses stands by itself.
  return real.length < 2 || real.some((name) => name.includes(','))
    ? real
    : [`${real.slice(0, -1).join(', ')} and ${real.at(-1)!}`];
}

/** An address is written before the name in RSS, round it in mail: both come out as name, address. Journals put initials behind: "Poe, A. B." → "A. B. Poe". */
function spelt(given: string): string {
  const [, surname, initials] = /^(\p{Lu}[\p{L}'’ -]{1,40}), ((?:\p{Lu}\.[ -]?){1,4})$/u.exec(given) ?? [];
  if (surname !== undefined && initials !== undefined) return `${initials.trim()} ${surname}`;
  const [, address, name] = /^(\S+@\S+)\s*\(([^()]+)\)$/.exec(given) ?? [];
  if (address !== undefined && name !== undefined) return `${name.trim()}, ${address}`;
  const [, display, mailbox] = /^"?([^"<>]+?)"?\s*<(\S+@\S+)>$/.exec(given) ?? [];
  return display !== undefined && mailbox !== undefined ? `${display.trim()}, ${mailbox}` : given;
}

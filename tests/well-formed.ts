// A strict XML parser as judge of what is well-formed.

import { SaxesParser } from 'saxes';

/** What it says against the text, as "line:column message"; empty when the text is well-formed. Namespaces are checked too. */
export function parseErrors(text: string): readonly string[] {
  const errors: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => errors.push(message));
  parser.write(text).close();
  return errors;
}

/** The same for a fragment. */
export function fragmentErrors(markup: string): readonly string[] {
  return parseErrors(`<fragment>${markup}</fragment>`);
}

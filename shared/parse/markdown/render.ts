// Markdown → HTML by `marked`, kept from nesting without end: "> > > > …" two hundred times over → its words alone.

/** Nobody quotes a quotation, or indents a list, more often than this; each level costs stack and time. */
const deepQuote = /^(?:[ \t]{0,8}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40,}/gm;
const deepIndent = /^[ \t]{80,}/gm;

/** `undefined` where the library gives up. */
export async function renderMarkdown(text: string): Promise<string | undefined> {
  const { marked } = await import('marked');
  try {
    return marked.parse(text.replace(deepQuote, '').replace(deepIndent, ''), { async: false, gfm: true });
  } catch {
    return undefined;
  }
}

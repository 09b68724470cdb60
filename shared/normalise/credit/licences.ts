// Creative Commons and public domain, as SPDX writes them: "CC BY-SA 3.0 IGO" → CC-BY-SA-3.0-IGO.

export type FoundLicence = { readonly licence: string; readonly rest: string; readonly words: string };

const short =
  /\(?\b(?:licen[cs]ed under (?:an? |the )?|under (?:an? |the )?)?(?:Creative Commons )?CC[\s-]*(BY(?:[\s-]*(?:NC|ND|SA))*)(?:[\s-]+(IGO)\b)?(?:[\s-]*(?:v\.?\s*)?(\d(?:\.\d)?))?/iu;
const port = /^[\s-]+(IGO|igo|[A-Z]{2})\b(?![\w-])/u;
const scope = /^(?:[\s-]*(?:International|Unported|Generic|Deed|licen[cs]ed?))*\)?/iu;
const zero =
  /\(?\bCC[\s-]?0(?:[\s-]*(?:v\.?\s*)?(1\.0))?(?:\s+(?:Universal|Public Domain Dedication|licen[cs]e))*\)?/iu;
const long =
  /\(?\b(?:licensed under (?:a |the )?|under (?:a |the )?)?Creative Commons(?:\s+(?:Licen[cs]e))?[\s:–-]*(?:(Attribution|BY)((?:[\s-]*(?:Share\s?Alike|Non-?\s?Commercial|No\s?Deriv(?:ative)?s?|SA|NC|ND|\/))*))?[\s-]*(\d\.\d)?(?:\s+(?:International|Unported|Generic|Licen[cs]e))*\)?/iu;
const publicDomain =
  /\(?(?<![\p{L}])(?:public[\s-]domain(?: image| photo| picture| mark(?: 1\.0)?)?|gemeinfrei|domaine public|dominio público|domínio público|pubblico dominio|PD-(?:USGov|US|self|old)[\w-]*)(?![\p{L}])\)?/iu;

const address =
  /[<(]?\s*\bhttps?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]{2,10})\/(\d\.\d)[^\s>)]*\s*[>)]?/iu;

/** Takes the licence out of the text: its name, its address, or the one that stands beside the other. */
export function takeLicence(given: string): FoundLicence | undefined {
  const linked = /creativecommons/i.test(given) ? address.exec(given) : null;
  if (!linked) return takeNamed(given);
  const { rest, words } = cut(given, linked.index, linked[0], '');
  const [, code = '', version = ''] = linked;
  return (
    takeNamed(rest) ?? {
      licence: code === 'zero' ? 'CC0-1.0' : code === 'mark' ? 'public domain' : `CC-${code.toUpperCase()}-${version}`,
      rest,
      words,
    }
  );
}

function takeNamed(text: string): FoundLicence | undefined {
  if (!/\bcc|creative|domain|dominio|domínio|gemeinfrei|pd-/i.test(text)) return undefined;
  return readZero(text) ?? readShort(text) ?? readLong(text) ?? readPublicDomain(text);
}

function readZero(text: string): FoundLicence | undefined {
  const match = zero.exec(text);
  return match ? cut(text, match.index, match[0], 'CC0-1.0') : undefined;
}

function readShort(text: string): FoundLicence | undefined {
  const match = short.exec(text);
  if (!match) return undefined;
  const [, terms = '', organisation, version] = match;
  const behind = text.slice(match.index + match[0].length);
  // Two small letters are a word: "CC BY 2.0 by Jane Roe".
  const ported = organisation === undefined ? port.exec(behind) : null;
  const tail = (ported?.[0] ?? '') + scope.exec(behind.slice(ported?.[0].length ?? 0))![0];
  const suffix = organisation ?? ported?.[1];
  const licence = [
    'CC-BY',
    ...inTheirOrder(terms.toUpperCase().split(/[\s-]+/)),
    fullVersion(version),
    suffix?.toUpperCase(),
  ]
    .filter((part) => part !== undefined)
    .join('-');
  return cut(text, match.index, match[0] + tail, licence);
}

function readLong(text: string): FoundLicence | undefined {
  const match = long.exec(text);
  if (!match) return undefined;
  const [, , terms = '', version] = match;
  const codes = [...terms.matchAll(/share\s?alike|non-?\s?commercial|no\s?deriv|SA|NC|ND/giu)].map(([word]) =>
    code(word.toLowerCase()),
  );
  return cut(
    text,
    match.index,
    match[0],
    ['CC-BY', ...inTheirOrder(codes), fullVersion(version)].filter((part) => part !== undefined).join('-'),
  );
}

/** SPDX has one order for them: CC-BY-NC-SA. */
function inTheirOrder(codes: readonly string[]): readonly string[] {
  return ['NC', 'ND', 'SA'].filter((term) => codes.includes(term));
}

function code(word: string): string {
  if (word.startsWith('share') || word === 'sa') return 'SA';
  return word.startsWith('non') || word === 'nc' ? 'NC' : 'ND';
}

function readPublicDomain(text: string): FoundLicence | undefined {
  const match = publicDomain.exec(text);
  return match ? cut(text, match.index, match[0], 'public domain') : undefined;
}

function fullVersion(version: string | undefined): string | undefined {
  return version && (version.includes('.') ? version : `${version}.0`);
}

function cut(text: string, from: number, words: string, licence: string): FoundLicence {
  return { licence, words, rest: `${text.slice(0, from)} , ${text.slice(from + words.length)}` };
}

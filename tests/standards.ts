// The standards as judges: IPTC's schemas for NewsML-G2, NITF and ninjs, the Atom grammar, and a strict XML parser.
// Schemas lie in `.schemas/` (`npm run schemas`), in the folder NEWSML_G2_SCHEMAS names, or in `../shared/standards`.

import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RelaxNGValidator, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

export { fragmentErrors, parseErrors } from './well-formed.ts';

type Judge = (text: string) => readonly string[];

/** Each gives what is invalid in a text, or is `undefined` where its schema is not at hand. */
export const newsmlErrors: Judge | undefined = xsdJudge(
  findFile('newsml-g2', 'g2+nitf.xsd') ?? findFile('newsml-g2', 'NewsML-G2_*-spec-All-Power.xsd'),
);
export const nitfErrors: Judge | undefined = xsdJudge(
  findFile('nitf', 'nitf-3-6.xsd') ?? findFile('newsml-g2', 'nitf-3-6.xsd'),
);
export const atomErrors: Judge | undefined = relaxNgJudge(findFile('atom', 'atom.rng'));
export const ninjsErrors: Judge | undefined = jsonJudge(findFile('ninjs', 'ninjs-schema_3.1.json'));

/** Aliases that IPTC's catalog declares, by its file name; empty where the catalogs are not at hand. */
export function catalogAliases(name: string): ReadonlySet<string> {
  const file = findFile('newsml-g2', `catalogs/${name}`);
  return new Set(
    file === undefined
      ? []
      : [...readFileSync(file, 'utf8').matchAll(/<scheme alias="([^"]+)"/g)].map(([, alias]) => alias!),
  );
}

function findFile(standard: string, pattern: string): string | undefined {
  const named = process.env['NEWSML_G2_SCHEMAS'];
  const own = named === undefined ? [] : existsSync(named) && statSync(named).isFile() ? [dirname(named)] : [named];
  const folders = [...own, '.schemas', '../shared/standards'].flatMap((folder) => [join(folder, standard), folder]);
  for (const folder of folders) {
    const [found] = globSync(join(folder, pattern)).sort();
    if (found !== undefined) return resolve(found);
  }
  return undefined;
}

function xsdJudge(file: string | undefined): Judge | undefined {
  return file === undefined ? undefined : xmlJudge(file, (schema) => XsdValidator.fromDoc(schema));
}

function relaxNgJudge(file: string | undefined): Judge | undefined {
  return file === undefined ? undefined : xmlJudge(file, (schema) => RelaxNGValidator.fromDoc(schema));
}

type XmlValidator = { readonly validate: (document: XmlDocument) => void };

/** The schema is compiled on first use. */
function xmlJudge(file: string, compile: (schema: XmlDocument) => XmlValidator): Judge {
  let validator: XmlValidator | undefined;
  return (text) => {
    validator ??= compile(readSchema(file));
    using document = XmlDocument.fromString(text);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      return [String(error instanceof Error ? error.message : error)];
    }
  };
}

function readSchema(file: string): XmlDocument {
  xmlRegisterInputProvider(fsInputProviders);
  return XmlDocument.fromBuffer(readFileSync(file), { url: file });
}

function jsonJudge(file: string | undefined): Judge | undefined {
  if (file === undefined) return undefined;
  let validate: ValidateFunction | undefined;
  return (text) => {
    validate ??= compileJson(file);
    return validate(JSON.parse(text))
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

function compileJson(file: string): ValidateFunction {
  const formats = { uri: isUri, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/ };
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats });
  // We send no geometry; the schema only has to find what it refers to.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
}

/** RFC 3986 as strict readers take it. */
function isUri(text: string): boolean {
  return (
    URL.canParse(text) &&
    /^[a-z][a-z\d+.-]*:(?:[^\s\x00-\x20<>"{}|\\^`%\x7F-\uFFFF]|%[\da-f]{2})+$/i.test(text) &&
    text.split('#').length <= 2
  );
}

// JSON Feed and HTML as judges, beside those of tests/standards.ts.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const text = { type: 'string', minLength: 1 };
const address = { type: 'string', pattern: '^https?://\\S+$' };
const date = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' };
const listOf = (items: object): object => ({ type: 'array', items });
/** Nothing but the version's own fields, and extensions, which start with `_` and are objects. */
const fields = (required: readonly string[], properties: object): object => ({
  type: 'object',
  required,
  properties,
  patternProperties: { '^_': { type: 'object' } },
  additionalProperties: false,
});

const author = { ...fields([], { name: text, url: address, avatar: address }), minProperties: 1 };
const attachment = fields(['url', 'mime_type'], {
  url: address,
  mime_type: { type: 'string', pattern: '^\\w+/[\\w.+-]+$' },
  title: text,
  size_in_bytes: { type: 'integer', minimum: 1 },
  duration_in_seconds: { type: 'number' },
});
const item = {
  ...fields(['id'], {
    id: text,
    url: address,
    external_url: address,
    title: text,
    content_html: { type: 'string' },
    content_text: { type: 'string' },
    summary: text,
    image: address,
    banner_image: address,
    date_published: date,
    date_modified: date,
    authors: listOf(author),
    tags: listOf(text),
    language: text,
    attachments: listOf(attachment),
  }),
  anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
};

/** https://www.jsonfeed.org/version/1.1/ as a schema. */
const jsonFeed = new Ajv2020({ allErrors: true }).compile(
  fields(['version', 'title', 'items'], {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    user_comment: text,
    next_url: address,
    icon: address,
    favicon: address,
    authors: listOf(author),
    language: text,
    expired: { type: 'boolean' },
    hubs: listOf(fields(['type', 'url'], { type: text, url: address })),
    items: listOf(item),
  }),
);

export function jsonFeedErrors(json: string): readonly string[] {
  return jsonFeed(JSON.parse(json))
    ? []
    : (jsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The rules of the standard alone: void elements may be closed as in XHTML, and how long a title is is the desk's affair. */
const htmlRules = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard'],
    rules: { 'void-style': 'off', 'long-title': 'off' },
  }),
);

export function htmlErrors(page: string): readonly string[] {
  return htmlRules
    .validateStringSync(page)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
}

// `npm run schemas`: fetches IPTC's schemas into .schemas/, so that the tests can judge NewsML-G2, NITF and ninjs by them.
// They are IPTC's (CC BY 4.0) and W3C's, and are not part of this project.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const folder = '.schemas';
const iptc = 'https://www.iptc.org/std';

const schemas = [
  {
    file: 'newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd',
    address: `${iptc}/NewsML-G2/2.35/specification/NewsML-G2_2.35-spec-All-Power.xsd`,
  },
  { file: 'newsml-g2/nitf-3-6.xsd', address: `${iptc}/NITF/3.6/specification/nitf-3-6.xsd` },
  { file: 'newsml-g2/nitf-3-6-ruby-include.xsd', address: `${iptc}/NITF/3.6/specification/nitf-3-6-ruby-include.xsd` },
  { file: 'newsml-g2/xml.xsd', address: 'https://www.w3.org/2001/xml.xsd' },
  {
    file: 'newsml-g2/catalogs/catalog.IPTC-G2-Standards_41.xml',
    address: `${iptc}/catalog/catalog.IPTC-G2-Standards_41.xml`,
  },
  { file: 'ninjs/ninjs-schema_3.1.json', address: `${iptc}/ninjs/ninjs-schema_3.1.json` },
];

/** The G2 schema alone lets any body pass; this one also judges NITF within it. */
const driver = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema targetNamespace="urn:copytaster:g2-nitf" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://iptc.org/std/nar/2006-10-01/" schemaLocation="NewsML-G2_2.35-spec-All-Power.xsd"/>
  <xs:import namespace="http://iptc.org/std/NITF/2006-10-18/" schemaLocation="nitf-3-6.xsd"/>
</xs:schema>
`;

try {
  // All arrive before any is written: half a set of schemas would judge wrongly.
  const texts = await Promise.all(
    schemas.map(async ({ file, address }) => ({ file, text: localise(await fetchText(address)) })),
  );
  for (const { file, text } of [...texts, { file: 'newsml-g2/g2+nitf.xsd', text: driver }])
    await write(join(folder, file), text);
  console.log(`${texts.length} schemas lie in ${folder}/; npm test now validates against them.`);
} catch (error) {
  console.error(
    `The schemas could not be fetched: ${(error as Error).message}. The tests that need them will step aside.`,
  );
  process.exitCode = 1;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch((error: Error) => {
    const cause = error.cause as { readonly code?: string } | undefined;
    throw new Error(`${address} does not answer (${cause?.code ?? error.name})`);
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.text();
}

/** Schemas that name each other by address find each other in the folder. */
function localise(text: string): string {
  return text.replace(/schemaLocation="https?:\/\/[^"]*\/([^"/]+\.xsd)"/g, 'schemaLocation="$1"');
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

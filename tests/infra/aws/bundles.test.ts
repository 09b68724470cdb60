// What is in the bundle of each function, and how large it is: whoever imports something in the wrong place sees it here, not in a slower start.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundle, entryFor, handlers } from '../../../infra/aws/bundling.ts';
import type { Handler } from '../../../infra/aws/bundling.ts';

type Contents = { readonly bytes: number; readonly files: readonly string[] };

const bundles: ReadonlyMap<Handler, Contents> = new Map(
  await Promise.all(
    handlers.map(async (handler): Promise<readonly [Handler, Contents]> => {
      const { outputs } = (await bundle(entryFor(handler))).metafile;
      const { bytes, inputs } = Object.values(outputs)[0]!;
      // A file of which nothing is used is still named.
      return [
        handler,
        {
          bytes,
          files: Object.entries(inputs)
            .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
            .map(([file]) => file),
        },
      ];
    }),
  ),
);

const rooms = {
  parsers: /^shared\/parse\//,
  formats: /^shared\/publish\/(?!channels|defined-channels|feed-extensions|document-id|clean-text|profiles\.rules)/,
  normalising: /^shared\/normalise\/(?!agencies\.rules|countries\.rules|authority|remember|rules|house-style)/,
  codecs: /^shared\/renditions\/|node_modules\/(?:@jsquash|utif2)\//,
  counter: /^shared\/(?:serve\/|answer)/,
  libraries: /node_modules\/(?:exifreader|yaml|marked|postal-mime|htmlparser2|fast-xml-parser|fflate)\//,
  commands: /node_modules\/(?:commander|chokidar|aws-cdk-lib|esbuild)\//,
} as const;

/** Files of a room that a bundle has. */
function filesOf(handler: Handler, room: keyof typeof rooms): readonly string[] {
  return bundles.get(handler)!.files.filter((file) => rooms[room].test(file));
}

describe('the bundle of', () => {
  it.each<[Handler, readonly (keyof typeof rooms)[]]>([
    ['ingest', ['codecs', 'counter', 'formats', 'commands']],
    ['publish', ['parsers', 'normalising', 'codecs', 'counter', 'libraries', 'commands']],
    ['push', ['parsers', 'formats', 'normalising', 'codecs', 'counter', 'libraries', 'commands']],
    ['release', ['parsers', 'formats', 'normalising', 'codecs', 'counter', 'libraries', 'commands']],
    ['renditions', ['formats', 'normalising', 'counter', 'commands']],
    ['replay', ['codecs', 'counter', 'formats', 'commands']],
    ['serve', ['parsers', 'normalising', 'codecs', 'libraries', 'commands']],
  ])('%s holds none of: %j', (handler, absent) => {
    expect(absent.flatMap((room) => filesOf(handler, room))).toEqual([]);
  });

  it('ingest holds the parsers, publish the formats, renditions the codecs, serve the counter', () => {
    for (const [handler, room] of [
      ['ingest', 'parsers'],
      ['ingest', 'normalising'],
      ['publish', 'formats'],
      ['renditions', 'codecs'],
      ['serve', 'counter'],
    ] as const)
      expect(filesOf(handler, room)).not.toEqual([]);
  });

  const most: readonly (readonly [Handler, number])[] = [
    ['ingest', 1600],
    ['publish', 700],
    ['push', 640],
    ['release', 660],
    ['renditions', 1100],
    ['replay', 1550],
    ['serve', 690],
  ];

  it.each(most)('%s has at most %d KB', (handler, bound) => {
    expect(bundles.get(handler)!.bytes / 1000).toBeLessThan(bound);
  });

  it('has that bound in docs/deploy.md', () => {
    const rows = [...readFileSync('docs/deploy.md', 'utf8').matchAll(/^\| (\w+) \| (\d+) KB \|/gm)].map(
      ([, handler, bound]) => [handler, Number(bound)],
    );
    expect(rows).toEqual(most);
  });
});

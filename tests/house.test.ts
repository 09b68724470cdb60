// The direction rules of the house: reads every import line and fails on one that points the wrong way.

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const rooms = globSync(['shared/**/*.ts', 'lambdas/**/*.ts', 'infra/**/*.ts'])
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

type Import = { readonly from: string; readonly to: string };

const imports: readonly Import[] = rooms.flatMap((from) =>
  [
    ...readFileSync(from, 'utf8').matchAll(
      /^(?:import|export)\s[^'";]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gmsu,
    ),
  ].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3])!;
    return { from, to: name.startsWith('.') ? normalize(join(dirname(from), name)) : name };
  }),
);

const stages = ['decode', 'parse', 'normalise', 'store', 'publish', 'serve'];

function breaches(rule: (edge: Import) => boolean): readonly string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);
}

function stageOf(file: string): string | undefined {
  return stages.find((stage) => file.startsWith(`shared/${stage}/`));
}

describe('the house', () => {
  it('has been read', () => {
    expect(rooms).toContain('shared/receive.ts');
    expect(imports.length).toBeGreaterThan(rooms.length);
  });

  it('never imports lambdas, infra, the AWS SDK or CDK from shared', () => {
    expect(
      breaches(
        ({ from, to }) => from.startsWith('shared/') && /^(lambdas|infra)\/|^@aws-sdk|^aws-cdk|^constructs/.test(to),
      ),
    ).toEqual([]);
  });

  it('never imports infra from lambdas', () => {
    expect(breaches(({ from, to }) => from.startsWith('lambdas/') && to.startsWith('infra/'))).toEqual([]);
  });

  it('imports the AWS SDK in lambdas/aws alone', () => {
    expect(breaches(({ from, to }) => to.startsWith('@aws-sdk/') && !from.startsWith('lambdas/aws/'))).toEqual([]);
  });

  it('imports the XML library in two files alone', () => {
    const allowed = ['shared/parse/xml.ts', 'shared/publish/xml.ts'];
    expect(breaches(({ from, to }) => to === 'fast-xml-parser' && !allowed.includes(from))).toEqual([]);
  });

  it('keeps the pure stages away from ports, stores and the machine', () => {
    const pure = ['decode', 'parse', 'normalise', 'publish'];
    const impure =
      /^shared\/(?:ports|ground|receive|emit|answer)\.ts$|^shared\/(?:store|serve)\/|^node:(?!crypto$|buffer$)/;
    expect(breaches(({ from, to }) => pure.includes(stageOf(from) ?? '') && impure.test(to))).toEqual([]);
  });

  it('never imports sideways between stages', () => {
    // serve reads publish's list for its routes, and the keys and pointers that store wrote; store keeps what normalise completed.
    const allowed = ['serve → publish', 'serve → store', 'store → normalise'];
    const sideways = breaches(({ from, to }) => {
      const [here, there] = [stageOf(from), stageOf(to)];
      return here !== undefined && there !== undefined && here !== there && !allowed.includes(`${here} → ${there}`);
    });
    expect(sideways).toEqual([]);
  });

  it('reads the environment in the grounds and settings alone', () => {
    const allowed =
      /^lambdas\/aws\/ground\.ts$|^infra\/(?:laptop\/(?:ground|start|copytaster)|rehearse\/(?:run|children)|aws\/settings|app|fetch-schemas)\.ts$/;
    const readers = rooms.filter((file) => /\bprocess\.env\b/.test(readFileSync(file, 'utf8')) && !allowed.test(file));
    expect(readers).toEqual([]);
  });

  it('has no cycles among values', () => {
    expect(findCycle()).toEqual([]);
  });

  it('reads no clock and rolls no dice in the pure stages', () => {
    const pure = rooms.filter((file) => ['decode', 'parse', 'normalise', 'publish'].includes(stageOf(file) ?? ''));
    const impure = pure.filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
  });

  it('names its files after the newsroom, not after drawers', () => {
    expect(rooms.filter((file) => /\/(?:index|utils?|helpers?|types|common)\.ts$/.test(file))).toEqual([]);
  });

  it('pins and justifies every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const names = new Set(
      [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) =>
        cell!.split(', '),
      ),
    );
    const all = Object.entries({ ...dependencies, ...devDependencies });
    expect(all.filter(([name]) => !names.has(name))).toEqual([]);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

/** Depth first over the imports; gives the first loop found. */
function findCycle(): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const to of next.get(file) ?? []) {
      const loop = walk(to, [...path, file]);
      if (loop.length > 0) return loop;
    }
    done.add(file);
    return [];
  };
  for (const file of rooms) {
    const loop = walk(file, []);
    if (loop.length > 0) return loop;
  }
  return [];
}

// How a function becomes one file: what NodejsFunction is told, and the same for those who bundle without CDK, to look into a bundle or to time it.

import { LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { BundlingOptions } from 'aws-cdk-lib/aws-lambda-nodejs';
import { build } from 'esbuild';
import type { BuildResult } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names exported by lambdas/main.ts. */
export const handlers = ['ingest', 'publish', 'push', 'release', 'renditions', 'replay', 'serve'] as const;
export type Handler = (typeof handlers)[number];

/** No source map: reading it would make every cold start a sixth longer. Stacks in the log then lead into the bundle; the message says what it was. */
const options = { minify: true, mainFields: ['module', 'main'], target: 'node24' };

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The same code as modules, of which esbuild leaves out what nobody calls: the package names it for browsers alone. */
const alias = { yaml: join(root, 'node_modules/yaml/browser/index.js') };

/** As NodejsFunction takes it. */
export const bundling: BundlingOptions = {
  ...options,
  format: OutputFormat.CJS,
  logLevel: LogLevel.ERROR,
  bundleAwsSDK: true,
  esbuildArgs: Object.fromEntries(Object.entries(alias).map(([name, file]) => [`--alias:${name}`, file])),
};

/**
 * A file that hands on one handler of lambdas/main.ts: what the others need is then left out of the bundle, so that serve loads no parser and ingest no codec.
 * It always lies at the same place, so that a bundle depends on nothing but its sources.
 */
export function entryFor(handler: Handler): string {
  const file = join(root, '.entries', `${handler}.ts`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `export { ${handler} } from '../lambdas/main.ts';\n`);
  return file;
}

/** Bundles any entry as functions are bundled. The metafile tells what went in; nothing is written without `outfile`. */
export function bundle(entry: string, outfile?: string): Promise<BuildResult<{ metafile: true }>> {
  return build({
    ...options,
    alias,
    format: 'cjs',
    logLevel: 'error',
    platform: 'node',
    bundle: true,
    metafile: true,
    entryPoints: [entry],
    outfile: outfile ?? 'index.js',
    write: outfile !== undefined,
  });
}

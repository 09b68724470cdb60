// Finds the codecs' .wasm files: beside the bundle in a function, in their packages on a laptop.
// mozjpeg_dec.wasm → <bundle>/wasm/mozjpeg_dec.wasm, else node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { WasmFile } from '../shared/renditions/codecs.ts';
import { wasmFiles } from '../shared/renditions/codecs.ts';

/** Throws when a file is neither beside the bundle nor installed. */
export async function readWasm(file: WasmFile): Promise<Uint8Array> {
  const shipped = join(import.meta.dirname ?? bundleFolder(), 'wasm', file);
  return readFile(existsSync(shipped) ? shipped : createRequire(import.meta.url).resolve(wasmFiles[file]));
}

/** A bundle is CommonJS, where import.meta is empty; the script Node was started to run, or the function's folder, tells. */
function bundleFolder(): string {
  return typeof __dirname === 'string' ? __dirname : dirname(process.argv[1] ?? '.');
}

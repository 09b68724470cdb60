// The WebAssembly codecs that open, scale and write pictures, made ready from the bytes of their .wasm files: where those lie is the caller's business.
// openCodecs(readWasm) → {decode, resize, encode}; the same on a laptop and in a function, whatever its processor.

import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js';
import resizePixels, { initResize } from '@jsquash/resize';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import { decodeTiff } from './decode-tiff.ts';
import type { Pixels } from './pixels.ts';

/** The .wasm files by the name they are shipped under, and where the packages keep them. */
export const wasmFiles = {
  'mozjpeg_dec.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  'mozjpeg_enc.wasm': '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  'squoosh_png_bg.wasm': '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  'squoosh_resize_bg.wasm': '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm',
  'webp_dec.wasm': '@jsquash/webp/codec/dec/webp_dec.wasm',
  'webp_enc_simd.wasm': '@jsquash/webp/codec/enc/webp_enc_simd.wasm',
} as const;

export type WasmFile = keyof typeof wasmFiles;
export type ReadWasm = (file: WasmFile) => Uint8Array | Promise<Uint8Array>;

export type Codecs = {
  /** Throws for what cannot be opened. The picture lies as the file stores it, not turned. */
  decode(bytes: Uint8Array, mediaType: string): Promise<Pixels>;
  resize(pixels: Pixels, width: number, height: number): Promise<Pixels>;
  /** `quality` from 0 to 100. */
  encode(pixels: Pixels, mediaType: 'image/jpeg' | 'image/webp', quality: number): Promise<Uint8Array>;
};

let opened: Promise<Codecs> | undefined;

/** Reads and compiles each file once for the life of the process, since the packages keep what they were given first. */
export function openCodecs(read: ReadWasm): Promise<Codecs> {
  opened ??= open(read).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** At runtime the packages take a compiled module, which their types do not say. */
type Init = (module: unknown, options?: unknown) => Promise<unknown>;

/** They keep quiet about broken pictures, and do not look for files themselves: in a CommonJS bundle they would fail to. */
const manners = { print: () => undefined, printErr: () => undefined, locateFile: (file: string) => file };

/** The language's own library does not declare it outside browsers. */
const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> };
};

async function open(read: ReadWasm): Promise<Codecs> {
  provideImageData();
  const inits: Readonly<Record<WasmFile, unknown>> = {
    'mozjpeg_dec.wasm': initJpegDecoder,
    'mozjpeg_enc.wasm': initJpegEncoder,
    'squoosh_png_bg.wasm': initPngDecoder,
    'squoosh_resize_bg.wasm': initResize,
    'webp_dec.wasm': initWebpDecoder,
    'webp_enc_simd.wasm': initWebpEncoder,
  };
  for (const [file, init] of Object.entries(inits)) {
    await (init as Init)(await wasm.compile(await read(file as WasmFile)), manners);
  }
  return { decode, resize, encode };
}

/** Browsers have it, Node does not, and the packages make their results with it. */
function provideImageData(): void {
  const scope = globalThis as { ImageData?: unknown };
  scope.ImageData ??= function ImageData(data: Pixels['data'], width: number, height: number): Pixels {
    return { data, width, height };
  };
}

async function decode(bytes: Uint8Array, mediaType: string): Promise<Pixels> {
  const buffer = new Uint8Array(bytes).buffer;
  switch (mediaType) {
    case 'image/jpeg':
      return (await decodeJpeg(buffer)) as unknown as Pixels;
    case 'image/png':
      return (await decodePng(buffer)) as unknown as Pixels;
    case 'image/webp':
      return (await decodeWebp(buffer)) as unknown as Pixels;
    case 'image/tiff':
      return decodeTiff(buffer);
    default:
      throw new Error(`Pictures of the kind ${mediaType} are not opened.`);
  }
}

async function resize(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  return (await resizePixels(pixels as never, { width, height, method: 'lanczos3' })) as unknown as Pixels;
}

async function encode(pixels: Pixels, mediaType: 'image/jpeg' | 'image/webp', quality: number): Promise<Uint8Array> {
  const encoded =
    mediaType === 'image/jpeg' ? encodeJpeg(pixels as never, { quality }) : encodeWebp(pixels as never, { quality });
  return new Uint8Array(await encoded);
}

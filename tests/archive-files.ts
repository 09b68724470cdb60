// ZIP archives made for tests, honest ones and ones that lie: every field of a member's two headers can be set to something else.

import { crc32, deflateRawSync } from 'node:zlib';

export type ZipMember = {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** Default 8, deflate. */
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says instead of the truth. */
  readonly says?: {
    readonly unpacked?: number;
    readonly packed?: number;
    readonly crc?: number;
    readonly name?: string;
    readonly offset?: number;
  };
  readonly unixMode?: number;
};

function numbers(...fields: readonly (readonly [value: number, size: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, size]) => {
      const bytes = Buffer.alloc(size);
      if (size === 2) bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
}

/** `comment` stands at the archive's very end; `count` is how many members the end record claims. */
export function zipFile(
  members: readonly ZipMember[],
  { comment = '', count = members.length }: { readonly comment?: string; readonly count?: number } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, central } = memberOf(member, offset);
    bodies.push(local);
    directory.push(central);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.concat([
    numbers(
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [listing.length, 4],
      [offset, 4],
      [comment.length, 2],
    ),
    Buffer.from(comment),
  ]);
  end.writeUInt16LE(count, 8);
  return Buffer.concat([...bodies, listing, end]);
}

function memberOf(
  { name: given, content = '', method = 8, flags = 0, says = {}, unixMode }: ZipMember,
  offset: number,
): { readonly local: Buffer; readonly central: Buffer } {
  const [name, plain] = [Buffer.from(given), Buffer.from(content)];
  const body = method === 8 ? deflateRawSync(plain) : plain;
  const [crc, packed, unpacked] = [says.crc ?? crc32(plain), says.packed ?? body.length, says.unpacked ?? plain.length];
  const shared = numbers([20, 2], [flags, 2], [method, 2], [0, 2], [0x5c76, 2], [crc, 4], [packed, 4], [unpacked, 4]);
  const local = Buffer.concat([numbers([0x04034b50, 4]), shared, numbers([name.length, 2], [0, 2]), name, body]);
  const listed = says.name === undefined ? name : Buffer.from(says.name);
  const madeBy = unixMode === undefined ? 20 : (3 << 8) | 20;
  const central = Buffer.concat([
    numbers([0x02014b50, 4], [madeBy, 2]),
    shared,
    numbers(
      [listed.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [((unixMode ?? 0) << 16) >>> 0, 4],
      [says.offset ?? offset, 4],
    ),
    listed,
  ]);
  return { local, central };
}

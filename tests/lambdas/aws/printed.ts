// What a function prints on the standard outputs, line by line, each a JSON object as CloudWatch reads it.

import { vi } from 'vitest';

export function printed(print: () => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const take = (text: unknown): boolean =>
    lines.push(
      ...String(text)
        .split('\n')
        .filter((line) => line !== ''),
    ) > 0;
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(take));
  try {
    print();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

// Several Node processes at once, for what must hold when the command line runs beside the server.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Runs the code of a module in `count` processes at once with `args` from process.argv[1] on; gives what each printed, as JSON. */
export async function inProcesses(
  count: number,
  code: string,
  ...args: readonly string[]
): Promise<readonly unknown[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', code, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [printed, complaint, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit') as Promise<[number]>,
      ]);
      if (status !== 0) throw new Error(complaint);
      return JSON.parse(printed) as unknown;
    }),
  );
}

export function moduleAt(path: string): string {
  return new URL(`../../../${path}`, import.meta.url).href;
}

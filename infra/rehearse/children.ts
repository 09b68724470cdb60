// The programs a rehearsal starts. Whatever happens, none of them outlives it.

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

export type Program = {
  readonly command: string;
  readonly argv: readonly string[];
  /** Beside what this process has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder where it looks for programs first. */
  readonly programs?: string;
  /** The file that takes what it says, behind what lies there. */
  readonly log: string;
};

/** Runs on until it is ended. */
export function start({ command, argv, environment, programs, log }: Program): ChildProcess {
  const said = openSync(log, 'a');
  // In a group of its own: Ctrl-C is for us to hear, and what it starts itself ends with it.
  const env = {
    ...process.env,
    ...environment,
    ...(programs !== undefined && { PATH: [programs, process.env['PATH']].join(delimiter) }),
  };
  const child = spawn(command, argv, { detached: true, stdio: ['ignore', said, said], env });
  closeSync(said);
  running.add(child);
  child.once('exit', () => running.delete(child)).once('error', () => running.delete(child));
  return child;
}

/** Runs to its end. Throws with the last it said when it fails. */
export async function run(program: Program): Promise<void> {
  const [code] = (await once(start(program), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${program.command} ${program.argv[0]} failed: ${lastWords(program.log)}`);
}

/** Asks it to end, and after five seconds makes it. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
  signalGroup(child, 'SIGTERM');
  await ended;
  clearTimeout(patience);
  // Those it had started itself may not have heard.
  signalGroup(child, 'SIGKILL');
}

/** The last lines of a log, without colours, in one line. */
export function lastWords(log: string, count = 8): string {
  const lines = readFileSync(log, 'utf8')
    .replace(/\u001B\[[\d;]*m/g, '')
    .split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-count)
    .join(' | ');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has gone already.
  }
}

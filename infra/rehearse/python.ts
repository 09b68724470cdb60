// The emulator's home: a Python of the machine, and a virtual environment with the pinned packages in a folder of the checkout.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { run } from './children.ts';

/** Nothing is wrong; only this machine cannot rehearse. */
export class CannotRehearse extends Error {}

const requirements = join(import.meta.dirname, 'requirements.txt');

/** Answers the folder of its programs. Made anew when the pinned versions change or it no longer runs; pip asks the index that its own configuration names. Throws CannotRehearse. */
export async function preparePython(folder: string, log: string): Promise<string> {
  const programs = join(folder, 'bin');
  const mark = join(folder, 'requirements.txt');
  const isCurrent = existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(requirements, 'utf8');
  // The Python it was made with may have gone meanwhile.
  if (isCurrent && (await canRun(join(programs, 'python'), 'import ministack, boto3'))) return programs;
  const python = await findPython();
  rmSync(folder, { recursive: true, force: true });
  try {
    await run({ command: python, argv: ['-m', 'venv', folder], log });
  } catch {
    throw new CannotRehearse(
      'Python cannot make a virtual environment here (on Debian that is the package python3-venv).',
    );
  }
  try {
    await run({
      command: join(programs, 'pip'),
      argv: ['install', '--quiet', '--retries', '1', '--timeout', '20', '--requirement', requirements],
      log,
    });
  } catch {
    throw new CannotRehearse(
      'The emulator cannot be installed: pip found no package index, or not these packages in it.',
    );
  }
  cpSync(requirements, mark);
  return programs;
}

async function findPython(): Promise<string> {
  for (const python of ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10']) {
    if (await canRun(python, 'import sys; sys.exit(sys.version_info < (3, 10))')) return python;
  }
  throw new CannotRehearse('The emulator needs Python 3.10 or newer, and there is none.');
}

function canRun(python: string, code: string): Promise<boolean> {
  return promisify(execFile)(python, ['-c', code]).then(
    () => true,
    () => false,
  );
}

// What start.ts starts: the whole service on this machine, from its options to Ctrl-C.

import { CommanderError } from 'commander';
import { readOptions } from './options.ts';
import { startLaptop } from './laptop.ts';
import { greet } from './greeting.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const laptop = await startLaptop(options);
  process.stdout.write(greet(options, laptop));
  const end = (): void => void laptop.stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
  await laptop.dropSamples();
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(0);
  process.stderr.write(`${explain(error)}\n`);
  process.exit(error instanceof CommanderError ? 2 : 1);
}

function explain(error: unknown): string {
  if (error instanceof Error) return error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  return String(error);
}

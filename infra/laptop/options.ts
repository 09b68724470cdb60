// What `npm start` may be told, checked before anything starts.

import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';

export type Options = {
  /** Where wire desks drop their files, one folder a desk. Default `./inbox`. */
  readonly inbox: string;
  /** Where everything else is kept. Default `./.data`. */
  readonly data: string;
  /** Default 8080. */
  readonly port: number;
  /** Whether a new data folder is filled with the shipped samples. Default true. */
  readonly samples: boolean;
  /** A JSON file of service settings. Default none. */
  readonly settings?: string;
};

/** Throws a CommanderError whose message is one clear line. */
export function readOptions(argv: readonly string[]): Options {
  const command = new Command('npm start --')
    .description('Runs Copytaster on this machine.')
    .option('--inbox <dir>', 'where wire desks drop their files, one folder a desk', './inbox')
    .option('--data <dir>', 'where everything else is kept', './.data')
    .option('--port <n>', 'the port of feeds and pages, on this machine only', readPort, 8080)
    .option('--settings <file>', 'a JSON file of service settings: {"rules":{"style":{"first":"agency"}}}')
    .option('--no-samples', 'do not fill a new data folder with samples')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse([...argv], { from: 'user' });
  const { inbox, data, port, samples, settings } = command.opts<Options>();
  return { inbox: resolve(inbox), data: resolve(data), port, samples, settings };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
  return port;
}

/** Makes the folder if need be; throws a sentence when it cannot be written. */
export function requireFolder(folder: string, what: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`The ${what} folder ${folder} can't be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

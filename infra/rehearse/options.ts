// What `npm run rehearse` may be told, checked before anything starts.

import { Command, InvalidArgumentError } from 'commander';

export type Options = {
  /** Rehearse on what is deployed already, and neither start an emulator nor deploy nor destroy. Default false. */
  readonly endpoint: boolean;
  /** The stage. Default `rehearsal`. */
  readonly stage: string;
};

/** Throws a CommanderError whose message is one clear line. */
export function readOptions(argv: readonly string[]): Options {
  const command = new Command('npm run rehearse --')
    .description(
      'Deploys the stacks to an emulator, sends stories through them and compares what comes out with what the laptop makes of the same stories.',
    )
    .option(
      '--endpoint',
      'only the stories: on the stage that is deployed at AWS_ENDPOINT_URL, or in the account of the environment',
    )
    .option('--stage <stage>', 'its name', readStage, 'rehearsal')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse([...argv], { from: 'user' });
  const { endpoint = false, stage } = command.opts<Partial<Options> & Pick<Options, 'stage'>>();
  if (!endpoint && stage !== 'rehearsal')
    command.error('Another stage than rehearsal goes with --endpoint: what is deployed here is torn down again.');
  return { endpoint, stage };
}

function readStage(text: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,15}$/.test(text))
    throw new InvalidArgumentError('A stage has up to 16 letters, digits and dashes.');
  return text;
}

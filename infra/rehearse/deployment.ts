// The real `cdk`, against whatever the environment names: bootstrap, deploy, destroy.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyBuckets, remainsOf } from '../../lambdas/aws/rehearsed-stage.ts';
import { lastWords, run } from './children.ts';

export type Deployment = {
  readonly stage: string;
  /** Takes the synthesised stacks and what cdk says. */
  readonly folder: string;
};

/** Without these nothing can be rehearsed. In the order in which they are deployed. */
const needed = ['Storage', 'Delivery', 'Pipeline'];

/** Deployed where the emulator knows how. */
const wanted = ['Watch'];

/** Everything by default but what a rehearsal has to change: `context` as `-c` takes it. */
export async function synthesise(deployment: Deployment, context: Readonly<Record<string, string>>): Promise<void> {
  const knobs = Object.entries({ stage: deployment.stage, ...context }).flatMap(([name, value]) => [
    '--context',
    `copytaster:${name}=${value}`,
  ]);
  await cdk(deployment, ['synth', '--quiet', ...knobs], ['--output', assembly(deployment)]);
}

export async function bootstrap(deployment: Deployment): Promise<void> {
  await cdk(deployment, ['bootstrap'], ['--app', assembly(deployment)]);
}

export type Deployed = {
  readonly stacks: readonly string[];
  /** Those the emulator cannot take, each with its reason. */
  readonly leftOut: readonly string[];
};

export async function deploy(deployment: Deployment): Promise<Deployed> {
  const named = (parts: readonly string[]): readonly string[] =>
    parts.map((part) => `Copytaster-${deployment.stage}-${part}`);
  const deployStacks = (stacks: readonly string[]): Promise<void> =>
    cdk(
      deployment,
      ['deploy', ...stacks, '--exclusively', '--require-approval', 'never'],
      ['--app', assembly(deployment)],
    );
  await deployStacks(named(needed));
  const leftOut: string[] = [];
  for (const stack of named(wanted)) {
    try {
      await deployStacks([stack]);
    } catch (error) {
      const reason = /AWS::\S+ [^|]*is not supported[^|]*/.exec(lastWords(logOf(deployment), 40))?.[0].trim();
      // Only what the emulator says it cannot do is excused.
      if (reason === undefined) throw error;
      leftOut.push(`${stack}: ${reason}`);
    }
  }
  return {
    stacks: named([...needed, ...wanted]).filter((stack) => !leftOut.some((line) => line.startsWith(stack))),
    leftOut,
  };
}

/** Answers what is left of the stage. */
export async function destroy(deployment: Deployment): Promise<readonly string[]> {
  await emptyBuckets(deployment.stage);
  await cdk(deployment, ['destroy', '--all', '--force'], ['--app', assembly(deployment)]);
  return remainsOf(deployment.stage);
}

async function cdk(deployment: Deployment, command: readonly string[], where: readonly string[]): Promise<void> {
  const argv = [program, ...command, ...where, '--ci', '--progress', 'events'];
  // Neither telemetry nor a look whether there is a newer version.
  await run({
    command: process.execPath,
    argv,
    environment: { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: '1' },
    log: logOf(deployment),
  });
}

const program = fileURLToPath(new URL('../../node_modules/aws-cdk/bin/cdk', import.meta.url));

function assembly({ folder }: Deployment): string {
  return join(folder, 'cdk.out');
}

function logOf({ folder }: Deployment): string {
  return join(folder, 'cdk.log');
}

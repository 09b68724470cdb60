// `npm run rehearse`: the whole service deployed, used, compared with the laptop and torn down again.
// Exits 0 when all was as it must be, 1 when not, 2 on bad usage, 3 when this machine cannot rehearse, 130 on Ctrl-C.

import { CommanderError } from 'commander';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRehearsedStage } from '../../lambdas/aws/rehearsed-stage.ts';
import { bootstrap, deploy, destroy, synthesise } from './deployment.ts';
import type { Deployment } from './deployment.ts';
import { startLaptop } from './laptop.ts';
import { startMiniStack } from './mini-stack.ts';
import type { Options } from './options.ts';
import { readOptions } from './options.ts';
import { firstRound } from './pieces.ts';
import { putRight, withUndo } from './put-right.ts';
import { CannotRehearse, preparePython } from './python.ts';
import type { Finding, Rehearsal } from './rehearsal.ts';
import { accountPace, emulatorPace, found } from './rehearsal.ts';
import type { Report } from './report.ts';
import { startReport } from './report.ts';
import { deployedSide, desk, laptopSide } from './sides.ts';
import { cleanUp } from './steps/clean-up.ts';
import { dieAndRise } from './steps/dead-letters.ts';
import { keepEmbargo } from './steps/embargo.ts';
import { replayAll } from './steps/replay.ts';
import { askAgain, compareAll, correctAndKill, sendFirstRound, sendSeedStory } from './steps/stories.ts';

/** Takes what the programs say. It stays when something went wrong. */
const folder = mkdtempSync(join(tmpdir(), 'copytaster-rehearsal-'));
process.on('exit', (status) => {
  if (status !== 1 || readdirSync(folder).length === 0) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  else process.stderr.write(`What cdk, the emulator and the laptop said is in ${folder}.\n`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void putRight().then(() => process.exit(130)));

type Step = (rehearsal: Rehearsal) => Promise<Finding>;

const steps: readonly (readonly [name: string, run: Step])[] = [
  ['seed story', sendSeedStory],
  ['golden stories', sendFirstRound],
  ['compared', compareAll],
  ['correction and kill', correctAndKill],
  ['compared again', compareAll],
  ['asked again', askAgain],
  ['embargo', keepEmbargo],
  ['dead letters', dieAndRise],
  ['replay', replayAll],
];

try {
  const options = readOptions(process.argv.slice(2));
  const report = startReport(`Rehearsal of the stage ${options.stage}`);
  await (options.endpoint ? rehearseThere(report, options) : rehearseHere(report, options));
  process.exitCode = report.close();
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(0);
  process.stderr.write(
    `${error instanceof Error ? error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ') : String(error)}\n`,
  );
  process.exitCode = error instanceof CommanderError ? 2 : error instanceof CannotRehearse ? 3 : 1;
}

/** On an emulator of its own. */
async function rehearseHere(report: Report, { stage }: Options): Promise<void> {
  const deployment: Deployment = { stage, folder };
  let programs = '';
  await report.step('python', async () => {
    programs = await preparePython(
      fileURLToPath(new URL('../../.rehearsal', import.meta.url)),
      join(folder, 'python.log'),
    );
    return found('ministack in a virtual environment of its own');
  });
  await using emulator = await startMiniStack(programs, folder);
  useEmulator(emulator.url);
  await report.step('cdk synth', async () => {
    // As any stage, but for the machine it runs on, data that goes with it, and a partner in a hurry.
    const architecture = process.arch === 'arm64' ? 'arm64' : 'x86_64';
    await synthesise(deployment, { architecture, keepData: 'false', service: '{"requestsPerMinute":1000000}' });
    return found(`for ${architecture}`);
  });
  await report.step('cdk bootstrap', async () => {
    await bootstrap(deployment);
    return found(emulator.url);
  });
  await report.step('cdk deploy', async () => {
    const { stacks, leftOut } = await deploy(deployment);
    for (const line of leftOut) report.note(`Left out: ${line}`);
    return found(stacks.join(', '));
  });
  await tellStories(report, stage, { pieces: firstRound(), pace: emulatorPace });
  await report.step('cdk destroy', async () => {
    const left = await destroy(deployment);
    return found(
      'nothing left but what cdk bootstrap made',
      left.length > 0 && `Left after the stacks: ${left.join(', ')}.`,
    );
  });
}

/** On what is there; AWS_ENDPOINT_URL names an emulator. */
async function rehearseThere(report: Report, { stage }: Options): Promise<void> {
  // A guid is the provider's own: what is sent here must not meet a story of the stage, nor of an earlier rehearsal.
  const pieces = firstRound().filter(({ hasGuid }) => !hasGuid);
  await tellStories(
    report,
    stage,
    { pieces, pace: process.env['AWS_ENDPOINT_URL'] ? emulatorPace : accountPace },
    cleanUp,
  );
}

/** `last` is done whatever happens, also on Ctrl-C. */
async function tellStories(
  report: Report,
  stageName: string,
  given: Pick<Rehearsal, 'pieces' | 'pace'>,
  last?: Step,
): Promise<void> {
  const stage = await findRehearsedStage(stageName);
  const aws = await deployedSide(stageName, stage);
  await withUndo(aws.revokeKeys, async () => {
    await using laptop = await startLaptop(folder, stage.environment['SETTINGS']!);
    const rehearsal: Rehearsal = {
      ...given,
      stageName,
      stage,
      aws,
      laptop: await laptopSide(laptop),
      prefix: `r-${Date.now().toString(36)}/`,
      startedAt: Date.now(),
      isFresh: (await aws.ask(`/feeds/desk/${desk}.rss`)).status === 404,
      receipts: new Map(),
      log: join(folder, 'programs.log'),
    };
    const step = (name: string, run: Step): Promise<void> => report.step(name, () => run(rehearsal));
    await withUndo(
      async () => last && step('cleaned up', last),
      async () => {
        for (const [name, run] of steps) await step(name, run);
      },
    );
  });
}

/** Nothing of this process or those it starts can reach an account any more. */
function useEmulator(url: string): void {
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_') && name !== 'AWS_CA_BUNDLE') delete process.env[name];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: join(folder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    NO_PROXY: [process.env['NO_PROXY'], 'localhost', '127.0.0.1'].filter(Boolean).join(','),
  });
}

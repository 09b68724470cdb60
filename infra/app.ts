// What `cdk` runs: the stacks of one stage. Storage outlives the others; delivery is made first since feeds name its address.

import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Delivery } from './aws/delivery.ts';
import { Pipeline } from './aws/pipeline.ts';
import { readDeploySettings } from './aws/settings.ts';
import { Storage } from './aws/storage.ts';

try {
  const app = new App();
  makeStage(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
} catch (error) {
  // One sentence: a knob that is wrong, not a stack trace.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function makeStage(app: App): void {
  const settings = readDeploySettings(app.node);
  const name = (part: string): string => `Copytaster-${settings.stage}-${part}`;
  const props = { env: { account: process.env['CDK_DEFAULT_ACCOUNT'], region: process.env['CDK_DEFAULT_REGION'] }, tags: { application: 'copytaster', stage: settings.stage } };
  const storage = new Storage(app, name('Storage'), settings, { ...props, description: 'Copytaster: buckets, table and queue' });
  const delivery = new Delivery(app, name('Delivery'), settings, { ...props, description: 'Copytaster: the HTTP counter' });
  delivery.addDependency(storage);
  new Pipeline(app, name('Pipeline'), settings, storage, delivery.publicUrl, { ...props, description: 'Copytaster: ingest, publish, release' });
}

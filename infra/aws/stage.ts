// The stacks of one stage. Storage outlives the others; delivery is made before the pipeline, since feeds name its address; watch looks at them all.

import type { App, Environment } from 'aws-cdk-lib';
import { Delivery } from './delivery.ts';
import { Edge } from './edge.ts';
import { Pipeline } from './pipeline.ts';
import { readDeploySettings } from './settings.ts';
import { Sftp } from './sftp.ts';
import { Storage } from './storage.ts';
import { Watch } from './watch.ts';

export type Stage = {
  readonly storage: Storage;
  readonly delivery: Delivery;
  readonly pipeline: Pipeline;
  readonly watch: Watch;
  readonly edge?: Edge;
  readonly sftp?: Sftp;
};

/** Throws one sentence that names the knob when a setting is wrong. */
export function makeStage(app: App, env: Environment): Stage {
  const settings = readDeploySettings(app.node);
  const name = (part: string): string => `Copytaster-${settings.stage}-${part}`;
  const props = { env, tags: { application: 'copytaster', stage: settings.stage } };
  const storage = new Storage(app, name('Storage'), settings, {
    ...props,
    description: 'Copytaster: buckets, table and queue',
  });
  const delivery = new Delivery(app, name('Delivery'), settings, {
    ...props,
    description: 'Copytaster: the HTTP counter',
  });
  delivery.addStackDependency(storage);
  const pipeline = new Pipeline(app, name('Pipeline'), settings, storage, delivery.publicUrl, {
    ...props,
    description: 'Copytaster: ingest, publish, release',
  });
  const watch = new Watch(
    app,
    name('Watch'),
    { settings, storage, delivery, pipeline },
    { ...props, description: 'Copytaster: alarms and dashboard' },
  );
  const { domain, certificateArn, webAclArn, sftpDesks } = settings;
  const edge =
    domain === undefined
      ? undefined
      : new Edge(
          app,
          name('Edge'),
          settings,
          { domain, certificateArn: certificateArn!, webAclArn },
          delivery.api.apiEndpoint,
          { ...props, description: 'Copytaster: CloudFront under a name of its own' },
        );
  const sftp =
    Object.keys(sftpDesks).length === 0
      ? undefined
      : new Sftp(app, name('Sftp'), settings, { ...props, description: 'Copytaster: intake by SFTP' });
  sftp?.addStackDependency(storage);
  return { storage, delivery, pipeline, watch, ...(edge && { edge }), ...(sftp && { sftp }) };
}

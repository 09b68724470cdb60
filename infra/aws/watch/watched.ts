// What is watched: the stacks of one stage.

import type { Delivery } from '../delivery.ts';
import type { Pipeline } from '../pipeline.ts';
import type { DeploySettings } from '../settings.ts';
import type { Storage } from '../storage.ts';

export type Watched = {
  readonly settings: DeploySettings;
  readonly storage: Storage;
  readonly pipeline: Pipeline;
  readonly delivery: Delivery;
};

// `npm start`: the whole service on this machine, through the same handlers as on AWS.

import { enableCompileCache } from 'node:module';

// As for copytaster.ts.
enableCompileCache();
await import('./service.ts');

// The command line: `npm run -s copytaster -- <command>`.

import { enableCompileCache } from 'node:module';

// What is compiled once is kept in the system's folder for temporary files: the next command starts in half the time.
enableCompileCache();
await import('./command-line.ts');

// The commands of copytaster.ts, each a file in commands/.

import { Command, CommanderError } from 'commander';
import { addCarryOver } from './commands/carry-over.ts';
import { addChannel } from './commands/channel.ts';
import { addCheckFeed } from './commands/check-feed.ts';
import { addConvert } from './commands/convert.ts';
import { addParsing } from './commands/parsing.ts';
import { addPartners } from './commands/partners.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addRedrive } from './commands/redrive.ts';
import { addReplay } from './commands/replay.ts';
import { addReport } from './commands/report.ts';
import { addRestore } from './commands/restore.ts';

const program = new Command('copytaster')
  .description('Tidies newswire stories and passes them on.')
  .showHelpAfterError('(copytaster --help shows the commands)')
  .exitOverride();

addConvert(program);
addCheckFeed(program);
addParsing(program);
addReport(program);
addPartners(program);
addReplay(program);
addRedrive(program);
addRebuild(program);
addChannel(program);
addCarryOver(program);
addRestore(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Bad usage is 2, help and version are 0; commander has said why.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

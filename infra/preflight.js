// Whether npm's scripts run on a Node that reads TypeScript; itself read by any. npm ci brings one along, unless it is told to run no scripts.

const needed = 24;

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(`Needs Node ${needed} or newer; got ${process.version}. Run npm ci without --ignore-scripts.`);
  process.exitCode = 1;
}

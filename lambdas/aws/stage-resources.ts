// Which of an account's resources are a stage's: CloudFormation begins their names with the stack's, and the name of one stage may begin with another's.
// Copytaster-prod-Storage-DeadUploads1A2B3C4D-x1y2z3 is of the stage prod; Copytaster-prod-eu-Storage-… is not.

const stacks = ['Storage', 'Delivery', 'Pipeline', 'Watch'];

/** What its stack calls it, with CDK's digest behind: `DeadUploads1A2B3C4D-x1y2z3`; nothing where it is none of the stage's. */
export function idInStage(name: string, stage: string): string | undefined {
  const stack = stacks.map((each) => `Copytaster-${stage}-${each}-`).find((each) => name.startsWith(each));
  return stack && name.slice(stack.length);
}

/** The name at the end of a queue's address. */
export function queueNameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

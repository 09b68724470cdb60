// An error as the log tells it: what it says, what it came of, and where it was thrown.

export type ToldError = { readonly error: string; readonly cause?: string; readonly stack?: string };

/** Causes of causes are told too: `Error: The story … is not in the feeds bucket. ← SyntaxError: …`. */
export function describeError(error: unknown): ToldError {
  const cause = causesOf(error).join(' ← ');
  const stack = error instanceof Error ? error.stack : undefined;
  return { error: String(error), ...(cause !== '' && { cause }), ...(stack !== undefined && { stack }) };
}

/** An error may lead back to itself. */
const mostCauses = 5;

function causesOf(error: unknown): readonly string[] {
  const causes: string[] = [];
  let next = error;
  while (next instanceof Error && next.cause !== undefined && causes.length < mostCauses) {
    next = next.cause;
    causes.push(String(next));
  }
  return causes;
}

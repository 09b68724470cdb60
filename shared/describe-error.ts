// An error as the log tells it: what it says, what it came of, and where it was thrown.

export type ToldError = { readonly error: string; readonly cause?: string; readonly stack?: string };

/** Causes of causes are told too: `Error: The story … is not in the feeds bucket. ← SyntaxError: …`. */
export function describeError(error: unknown): ToldError {
  const causes = causesOf(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return { error: String(error), ...(causes.length > 0 && { cause: causes.join(' ← ') }), ...(stack !== undefined && { stack }) };
}

/** An error may lead back to itself. */
const mostCauses = 5;

function causesOf(error: unknown): readonly string[] {
  const causes: string[] = [];
  for (let next = error; next instanceof Error && next.cause !== undefined && causes.length < mostCauses; next = next.cause) causes.push(String(next.cause));
  return causes;
}

// A request and a response as the counter sees them; lambdas/serve.ts turns the AWS shapes into these and back.

export type Request = {
  readonly method: string;
  /** Decoded, starting with a slash: `/feeds/desk/newsflash.rss`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: Uint8Array;
};

export type Response = {
  readonly status: number;
  /** Names as RFC 9110 writes them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
};

/** A problem in words and in a form machines read (RFC 9457). */
export function problem(status: number, title: string, detail?: string, headers: Response['headers'] = {}): Response {
  const body = new TextEncoder().encode(`${JSON.stringify({ type: 'about:blank', title, status, detail })}\n`);
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    body,
  };
}

// The authority list: which words name an organisation, and the short name it goes by. Built-in rows: agencies.rules.ts.

export type Organisation = {
  /** Canonical short name: `AFP`. */
  readonly name: string;
  /** `Agence France-Presse`. */
  readonly fullName: string;
  /** `agency`, `stock`, `platform`, `broadcaster`, `newspaper`, `military`, `government`, `science`, … decides which end of a chain supplies. */
  readonly kind: string;
};

export type Authority = {
  /** The organisation a whole token names, ignoring case, accents and punctuation; `undefined` when the list does not know it. */
  find(token: string): Organisation | undefined;
};

/** Placeholder until the rows are in. */
export const builtInAuthority: Authority = { find: () => undefined };

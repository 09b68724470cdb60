// Makes something when it is first needed and keeps it: tables and language data that a function would otherwise pay for in every cold start.

export function atFirstNeed<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

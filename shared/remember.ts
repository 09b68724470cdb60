// Keeps what a pure function said of a text: the same agencies, ranks and phrases come by all day. "REUTERS" is looked up once.

/** `make` with a memory of at most `most` answers; the memory begins anew when it is full. */
export function remember<T>(make: (text: string) => T, most = 5000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const made = make(text);
    if (known.size >= most) known.clear();
    // Long texts are rare and never the same twice.
    if (text.length <= 80) known.set(text, made);
    return made;
  };
}

/** The same for what depends on an authority list as well: a memory for each. */
export function rememberFor<K extends object, T>(make: (text: string, list: K) => T): (text: string, list: K) => T {
  const memories = new WeakMap<K, (text: string) => T>();
  return (text, list) => {
    let memory = memories.get(list);
    if (!memory) memories.set(list, (memory = remember((word) => make(word, list))));
    return memory(text);
  };
}

/** The same for what depends on two lists. */
export function rememberForBoth<K extends object, L extends object, T>(
  make: (text: string, list: K, other: L) => T,
): (text: string, list: K, other: L) => T {
  const memories = new WeakMap<L, (text: string, list: K) => T>();
  return (text, list, other) => {
    let memory = memories.get(other);
    if (!memory) memories.set(other, (memory = rememberFor((word, one) => make(word, one, other))));
    return memory(text, list);
  };
}

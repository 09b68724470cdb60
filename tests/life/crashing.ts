// A ground whose writes fail from the nth on, as under a process that is killed there. What is read between two writes changes nothing.

import type { Ground } from '../../shared/ground.ts';

export function crashing(ground: Ground, crashAt: number): Ground {
  let writes = 0;
  const guard =
    <A extends readonly unknown[], R>(write: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      writes += 1;
      if (writes >= crashAt) throw new Error('killed');
      return write(...given);
    };
  const { table, feeds, media } = ground;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return {
    ...ground,
    table: { ...table, put: guard(table.put.bind(table)), delete: guard(table.delete.bind(table)) },
    feeds: { ...feeds, put: guard(feeds.put.bind(feeds)), delete: guard(feeds.delete.bind(feeds)) },
    media: { ...media, put: guard(media.put.bind(media)) },
    log: silent,
  };
}

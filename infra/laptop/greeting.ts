// What the terminal shows when the service is up: where things are, and what to try next.

import { relative } from 'node:path';
import type { Laptop } from './laptop.ts';
import type { Options } from './options.ts';

export function greet({ inbox, data }: Options, { url }: Laptop): string {
  const near = (folder: string): string =>
    relative('.', folder).startsWith('..') ? folder : `./${relative('.', folder)}`;
  return `
Copytaster is running. Ctrl-C ends it; everything is kept in ${near(data)}.

  inbox      ${near(inbox)}/<desk>/           drop a story here: a folder for each desk
  feeds      ${url}/feeds/all.rss
             ${url}/feeds/all.newsml
  channels   ${url}/
  the desk   ${url}/desk              what became of each upload

Try next:

  curl -T story.txt ${url}/inbox/desk/story.txt
  curl ${url}/receipts/desk/story.txt
  curl ${url}/feeds/all.rss

`;
}

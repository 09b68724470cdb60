// A client in a process of its own, so that it takes nothing from the server's: asks for one address over several kept connections,
// each time with the tag it holds, and prints how many 304 a second came back.
// node ask-again.ts http://localhost:8080/feeds/all.rss '"tag"' 3

import { connect } from 'node:net';
import type { Socket } from 'node:net';

const connections = 8;
const [address = '', tag = '', seconds = '3'] = process.argv.slice(2);
const { hostname, port, pathname, host } = new URL(address);
const question = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\nIf-None-Match: ${tag}\r\n\r\n`;

let answers = 0;

function askOver(socket: Socket): void {
  let rest = '';
  socket
    .setNoDelay(true)
    .setEncoding('latin1')
    .on('data', (text: string) => {
      rest += text;
      if (!rest.endsWith('\r\n\r\n')) return;
      if (!rest.startsWith('HTTP/1.1 304')) throw new Error(rest.slice(0, 300));
      rest = '';
      answers += 1;
      socket.write(question);
    });
  socket.write(question);
}

for (let index = 0; index < connections; index += 1) askOver(connect(Number(port), hostname));

// The first half second warms the server up.
setTimeout(() => {
  const [before, start] = [answers, performance.now()];
  setTimeout(() => {
    process.stdout.write(`${((answers - before) * 1000) / (performance.now() - start)}\n`);
    process.exit();
  }, Number(seconds) * 1000);
}, 500);

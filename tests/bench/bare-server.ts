// node:http and nothing else: answers everything with 304 and the headers of a feed. What the machine can do just now; prints its port.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const headers = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const server = createServer((_, response) => response.writeHead(304, headers).end());
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

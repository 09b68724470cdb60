// Which addresses we call by ourselves: https on the public internet. A partner's address must not lead to our own network, nor to what a cloud
// tells the machines in it (169.254.169.254).

import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What is wrong with an address that somebody wants to be called at, in a sentence; `undefined` where it may be. `local`: also http and https on this machine itself. */
export function objectionTo(address: string, local: boolean): string | undefined {
  const url = URL.parse(address);
  if (!url) return 'This is no address.';
  if (url.username || url.password) return 'An address must not hold a name or password.';
  if (local && isThisMachine(url) && /^https?:$/.test(url.protocol)) return undefined;
  if (url.protocol !== 'https:') return 'An address must begin with https://.';
  const host = hostOf(url);
  if (isThisMachine(url)) return 'An address must not name this machine.';
  return (isIPv4(host) || isIPv6(host)) && !isPublic(host)
    ? `The address ${host} is not on the public internet.`
    : undefined;
}

/** `localhost` and what ends in it, whatever a resolver makes of it (RFC 6761). */
export function isThisMachine(url: URL): boolean {
  return /^(?:.+\.)?localhost\.?$/.test(url.hostname) || hostOf(url) === '127.0.0.1' || hostOf(url) === '::1';
}

/** The host as resolvers take it: IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** Whether an IP address is one of the public internet (IANA, special-purpose address registries). */
export function isPublic(ip: string): boolean {
  if (isIPv4(ip)) return !special.check(ip, 'ipv4');
  return isIPv6(ip) && globalUnicast.check(ip, 'ipv6') && !special.check(ip, 'ipv6');
}

/** All of IPv6 that is in use outside; private, link-local, mapped and translated addresses lie elsewhere. */
const globalUnicast = listOf('2000::/3');

const special = listOf(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Those that carry an IPv4 address within, and documentation.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
);

function listOf(...networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address, bits] = network.split('/') as [string, string];
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}

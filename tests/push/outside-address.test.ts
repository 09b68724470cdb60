// Which addresses may be called from inside: the table of what is refused, in every spelling that a resolver or a URL parser understands.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublic, objectionTo } from '../../shared/push/outside-address.ts';

describe('an IP address', () => {
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '169.254.170.2',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'febf::1',
    'fc00::1',
    'fd00:ec2::254',
    'fdff::1',
    'fec0::1',
    'ff02::1',
    '100::1',
    '2001:db8::1',
    '2001::1',
    '2002:a00:1::1',
    '3fff::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    'fe80::1%eth0',
    'localhost',
    '',
    '1.2.3',
    '1.2.3.4.5',
    '0177.0.0.1',
  ])('%s is not on the public internet', (ip) => {
    expect(isPublic(ip)).toBe(false);
  });

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001::200e',
    '2400:cb00::1',
  ])('%s is', (ip) => {
    expect(isPublic(ip)).toBe(true);
  });

  it('of IPv4 in an IPv6 coat is never taken for a public one', () => {
    fc.assert(fc.property(fc.ipV4(), (ip) => !isPublic(`::ffff:${ip}`) && !isPublic(`::${ip}`)));
  });
});

describe('an address', () => {
  it.each([
    ['http://partner.example/hook', /begin with https/],
    ['ftp://partner.example/hook', /begin with https/],
    ['file:///etc/passwd', /begin with https/],
    ['javascript:alert(1)', /begin with https/],
    ['partner.example/hook', /no address/],
    ['', /no address/],
    ['https://', /no address/],
    ['https://user:secret@partner.example/', /name or password/],
    ['https://localhost/', /this machine/],
    ['https://LOCALHOST./', /this machine/],
    ['https://api.localhost/', /this machine/],
    ['http://localhost/', /begin with https/],
    ['https://127.0.0.1/', /this machine/],
    ['https://127.1/', /this machine/],
    ['https://2130706433/', /this machine/],
    ['https://0x7f.0.0.1/', /this machine/],
    ['https://017700000001/', /this machine/],
    ['https://127.0.0.2/', /not on the public internet/],
    ['https://0/', /not on the public internet/],
    ['https://[::1]/', /this machine/],
    ['https://[::ffff:127.0.0.1]/', /not on the public internet/],
    ['https://[fd00:ec2::254]/', /not on the public internet/],
    ['https://169.254.169.254/latest/meta-data/', /not on the public internet/],
    ['https://10.0.0.1:8443/', /not on the public internet/],
    ['https://①⓪.0.0.1/', /not on the public internet/],
  ])('%s is refused in a sentence', (address, objection) => {
    expect(objectionTo(address, false)).toMatch(objection);
  });

  it.each([
    'https://partner.example/hook?a=1',
    'https://partner.example:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'https://wire.übermorgen.example/',
  ])('%s is let through, to be looked at again when its name is resolved', (address) => {
    expect(objectionTo(address, false)).toBeUndefined();
  });

  it('of this machine is let through on a laptop, and there no private one either', () => {
    for (const address of [
      'http://localhost:9000/hook',
      'http://127.0.0.1:9000/',
      'http://[::1]:9000/',
      'https://localhost/',
    ])
      expect(objectionTo(address, true)).toBeUndefined();
    for (const address of [
      'http://10.0.0.1/',
      'https://10.0.0.1/',
      'http://partner.example/',
      'http://169.254.169.254/',
      'ftp://localhost/',
      'http://me:secret@localhost/',
    ])
      expect(objectionTo(address, true)).toBeDefined();
  });
});

// `npm run rehearse` as its callers meet it where it cannot or may not begin, and how it asks and reports. The rehearsal itself is too long for a test.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../../../infra/rehearse/ask.ts';
import { putRight, withUndo } from '../../../infra/rehearse/put-right.ts';
import { preparePython } from '../../../infra/rehearse/python.ts';
import { found } from '../../../infra/rehearse/rehearsal.ts';
import { startReport } from '../../../infra/rehearse/report.ts';

type Ended = { readonly code: number; readonly stderr: string };

function rehearse(argv: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['infra/rehearse/run.ts', ...argv],
      { env: { ...process.env, ...environment } },
      (error, _stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stderr }),
    );
  });
}

afterEach(() => vi.unstubAllEnvs());

describe('npm run rehearse', () => {
  it.each([
    [['--stage', 'no stage'], /A stage has up to 16 letters/],
    [['--stage', 'prod'], /goes with --endpoint/],
    [['--endpont'], /unknown option '--endpont'/],
  ])('refuses %j in one line', async (argv, sentence) => {
    const { code, stderr } = await rehearse(argv);
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim()).not.toContain('\n');
  });

  it('says that there is no such stage', async () => {
    const server = await serve((_request, response) =>
      response.setHeader('Content-Type', 'application/json').end('{"Functions":[]}'),
    );
    const { code, stderr } = await rehearse(['--endpoint', '--stage', 'nobody'], {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'nothing',
    });
    server.close();
    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 1,
      stderr: 'There is no stage nobody: no function is called Copytaster-nobody-Delivery-Serve….',
    });
  });

  it('says that there is no Python', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copytaster-python-'));
    vi.stubEnv('PATH', folder);
    await expect(preparePython(join(folder, 'venv'), join(folder, 'log'))).rejects.toThrow(
      'The emulator needs Python 3.10 or newer, and there is none.',
    );
    rmSync(folder, { recursive: true });
  });
});

describe('the emulator', () => {
  it('that cannot be installed is told in one sentence, and tried anew the next time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copytaster-python-'));
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    // A Python that makes virtual environments in which pip finds no index.
    writeFileSync(
      join(folder, 'python3'),
      '#!/bin/sh\n[ "$1" = -c ] && exit 0\nmkdir -p "$3/bin"\nprintf "#!/bin/sh\\nexit 1\\n" > "$3/bin/pip"\nchmod +x "$3/bin/pip"\n',
      { mode: 0o755 },
    );
    for (const _time of [1, 2])
      await expect(preparePython(join(folder, 'venv'), join(folder, 'log'))).rejects.toThrow(
        /^The emulator cannot be installed: pip found no package index/,
      );
    rmSync(folder, { recursive: true });
  });
});

describe('what is changed for a while', () => {
  it('is put right once: behind the work, or before an early end, the last first', async () => {
    const done: string[] = [];
    const undo = (name: string) => async () => void done.push(name);
    await expect(withUndo(undo('failed'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    let leave: () => void = () => undefined;
    const working = withUndo(undo('outer'), () =>
      withUndo(undo('inner'), () => new Promise<void>((resolve) => (leave = resolve))),
    );
    await putRight();
    leave();
    await working;
    expect(done).toEqual(['failed', 'inner', 'outer']);
  });
});

describe('asking', () => {
  it('finds what ends in .localhost on this machine', async () => {
    const server = await serve((request, response) => response.end(request.headers.host));
    const address = server.url.replace('localhost', 'b1ace90b.execute-api.localhost');
    expect((await ask(address)).body.toString()).toBe(new URL(address).host);
    server.close();
  });

  it('waits when it is told that it asked too often', async () => {
    let asked = 0;
    const server = await serve((_request, response) =>
      response.writeHead((asked += 1) === 1 ? 429 : 200, { 'Retry-After': '0' }).end(),
    );
    expect((await ask(server.url)).status).toBe(200);
    server.close();
  });
});

describe('the report', () => {
  it('ends with exit status 1 when any step saw a difference, and tells it', async () => {
    const said: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const report = startReport('Rehearsal');
    await report.step('stories', async () => found('3 uploads'));
    await report.step('feeds', async () => found('2 feeds', 'all.rss: another', undefined));
    const status = report.close();
    write.mockRestore();
    expect(status).toBe(1);
    expect(said.join('')).toMatch(
      /stories +\d+\.\d s {2}3 uploads\n.*feeds .* 1 difference; 2 feeds\n +all\.rss: another\n\n1 difference\. /s,
    );
  });
});

async function serve(answer: RequestListener): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

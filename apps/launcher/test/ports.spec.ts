import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PlainError } from '../src/plain-error.mjs';
import { freePort, isFree, portFrom, refuseBusyPort } from '../src/ports.mjs';

const servers: net.Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function stranger(): Promise<number> {
  const server = net.createServer();
  servers.push(server);
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return port;
}

describe('choosing a port', () => {
  it('keeps the remembered one while it is free', async () => {
    const port = await freePort();
    expect(await freePort({ remembered: port })).toBe(port);
  });

  it('leaves the remembered one to a stranger who listens there', async () => {
    const taken = await stranger();
    const chosen = await freePort({ remembered: taken });
    expect(chosen).not.toBe(taken);
    expect(await isFree(chosen)).toBe(true);
  });

  it('stays out of the range from which outgoing connections are numbered', async () => {
    for (let i = 0; i < 20; i++) {
      const port = await freePort();
      expect(port).toBeGreaterThanOrEqual(15_000);
      expect(port).toBeLessThan(30_000);
    }
  });

  it('does not choose a port that another server of ours remembers', async () => {
    const port = await freePort();
    expect(await freePort({ remembered: port, not: [port] })).not.toBe(port);
  });
});

describe('PORT', () => {
  it.each([
    [undefined, 3000],
    ['', 3000],
    ['8080', 8080],
  ])('reads %j as %i', (text, port) => expect(portFrom(text)).toBe(port));

  it.each(['abc', '0', '70000', '3000.5'])('refuses %j with one sentence', (text) =>
    expect(() => portFrom(text)).toThrow(/^PORT is ".*": set it to a number[^.]*\.$/),
  );

  it('names the way out when another program uses it', async () => {
    const port = await stranger();
    const refusal = await refuseBusyPort(port, '127.0.0.1').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PlainError);
    expect(String(refusal)).toContain(`PORT=${port + 1} npm start`);
  });
});

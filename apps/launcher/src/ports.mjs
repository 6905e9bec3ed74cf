import net from 'node:net';
import { PlainError } from './plain-error.mjs';

/** Below the range from which systems take ports for outgoing connections, so that none is taken between choosing and listening. */
const lowest = 15_000;
const highest = 30_000;

/**
 * Whether a server may listen on the port. Asks by listening, so the answer is the system's own.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export async function isFree(port, host = '127.0.0.1') {
  return (await refusalToListen(port, host)) === undefined;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the system's error code, `undefined` when listening works
 */
function refusalToListen(port, host) {
  return new Promise((answer) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => answer(error.code ?? 'unknown'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(undefined)));
  });
}

/**
 * Whether anything answers on the port.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function answers(port, host = '127.0.0.1') {
  return new Promise((answer) => {
    const socket = net.connect({ port, host });
    const done = (/** @type {boolean} */ result) => {
      socket.destroy();
      answer(result);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(2000, () => done(false));
  });
}

/**
 * A port nobody listens on. The remembered one is kept while it is free, so that addresses stay the same.
 * @param {{ remembered?: number, not?: number[] }} [wish]
 * @returns {Promise<number>}
 */
export async function freePort({ remembered, not = [] } = {}) {
  if (remembered && !not.includes(remembered) && (await isFree(remembered))) return remembered;
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (!not.includes(port) && (await isFree(port)) && (await isFree(port, '0.0.0.0'))) return port;
  }
  throw new PlainError(`No free port was found between ${lowest} and ${highest}: close some programs and start again.`);
}

/**
 * The port from the environment.
 * @param {string | undefined} text
 * @returns {number}
 */
export function portFrom(text) {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`PORT is "${text}": set it to a number from 1 to 65535, such as 3000.`);
  return port;
}

/**
 * Refuses a port that another program uses, in words that name the way out.
 * @param {number} port
 * @param {string} host
 */
export async function refuseBusyPort(port, host) {
  const refusal = await refusalToListen(port, host);
  if (refusal === 'EACCES')
    throw new PlainError(
      `This account may not listen on port ${port}: choose one above 1023, for example \`PORT=3000 npm start\`.`,
    );
  if (refusal === 'EADDRNOTAVAIL' || refusal === 'ENOTFOUND')
    throw new PlainError(
      `HOST is "${host}", which is no address of this machine: unset HOST or set it to 127.0.0.1 or 0.0.0.0.`,
    );
  // "localhost" may mean ::1 first; a stranger there would answer in our place.
  if (refusal || (await answers(port, '::1')))
    throw new PlainError(
      `Port ${port} is used by another program: stop that program, or choose another port, for example \`PORT=${port + 1} npm start\`.`,
    );
}

import { endpoints } from '@consilium/contracts';
import type { FastifyInstance } from 'fastify';

/** Long enough for a referral over a slow line; a caller who sends byte by byte holds no connection for longer. */
const REQUEST_MILLISECONDS = 60_000;
/** Long enough for a file of 200 MB over a line of one megabit in a second. */
export const LONGEST_MILLISECONDS = 1_800_000;

const TAKING_FILES: ReadonlySet<string> = new Set(
  Object.values(endpoints).flatMap((feature) =>
    Object.values(feature)
      .filter(({ fileBytes }) => fileBytes > 0)
      .map(({ method, path }) => `${method} ${path}`),
  ),
);

/** How long a request may take to arrive, in milliseconds: half an hour where a file may come with it, a minute everywhere else. */
export const patienceWith = (route: string): number =>
  TAKING_FILES.has(route) ? LONGEST_MILLISECONDS : REQUEST_MILLISECONDS;

/** Ends connections whose request does not arrive in time. The server itself knows one limit for all requests, which is that of files. */
export function limitPatience(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const waiting = setTimeout(
      () => {
        if (!request.raw.complete) request.raw.destroy();
      },
      patienceWith(`${request.method} ${request.routeOptions.url ?? ''}`),
    );
    waiting.unref();
    reply.raw.once('close', () => clearTimeout(waiting));
    done();
  });
}

import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ConstraintViolation, Database, HospitalsService, Problem } from '@consilium/core';
import type { FastifyReply } from 'fastify';
import { log } from './log.js';
import { namesInstant, problemDocument } from './problem-document.js';
import { refusedObject } from './refused-object.js';
import { localeOf, type ApiRequest } from './request-context.js';

/**
 * Refusals that go on record. What somebody may not see does not exist to them, so whatever was not found is on record too; whether it
 * exists is not told there either. A wrong password is put on record by whoever asked for it.
 */
const REFUSALS = new Set(['access/denied', 'object/not-found', 'share/revoked', 'share/expired', 'request/cross-site']);

/** Steps of signing in that are no failure. */
const ON_THE_WAY = new Set(['sign-in/code-required', 'sign-in/enrolment-required']);
const ATTEMPTS = new Set(['request/too-many', 'request/cross-site', 'request/malformed']);

/** Whether somebody may be trying the doors. Nobody is known yet on whose line of the audit log it could stand, so the process's log has it. */
const isAttempt = (code: string): boolean =>
  ATTEMPTS.has(code) || (code.startsWith('sign-in/') && !ON_THE_WAY.has(code));

/** Turns whatever was thrown into a problem document. What is not a known refusal is logged by its class and place, never by its content. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly database: Database,
    private readonly hospitals: HospitalsService,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error);
    if (problem.code === 'server/failed')
      log.error({ requestId: request.id, failure: describeFailure(error) }, 'a request failed');
    if (isAttempt(problem.code))
      log.warn({ requestId: request.id, code: problem.code, route: routeOf(request), address: request.ip }, 'refused');
    if (request.actor && REFUSALS.has(problem.code)) await this.recordRefusal(request, problem);
    const timeZone = namesInstant(problem) ? await this.hospitals.hostZone() : 'UTC';
    const document = problemDocument(problem, localeOf(request), request.id, timeZone);
    const { seconds } = problem.parameters;
    if (problem.code === 'request/too-many' && typeof seconds === 'number') void reply.header('retry-after', seconds);
    await reply
      .status(document.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(document);
  }

  private async recordRefusal(request: ApiRequest, problem: Problem): Promise<void> {
    if (!request.actor) return;
    await this.database.recordRefusal(request.actor, {
      action: 'access.refused',
      ...refusedObject(request),
      detail: { code: problem.code, route: routeOf(request) },
    });
  }
}

/** The route as the contract writes it; what stood in the address itself is not told. */
const routeOf = (request: ApiRequest): string => `${request.method} ${request.routeOptions.url ?? ''}`;

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ConstraintViolation) return new Problem('server/failed');
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404) return new Problem('request/not-found');
  if (status === 413) return new Problem('request/too-large');
  if (status !== undefined && status >= 400 && status < 500) return new Problem('request/malformed');
  return new Problem('server/failed');
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** Class, constraint and stack frames of an error. Messages of the database and of a parser quote what they were given, so they stay out. */
function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const driver: unknown = 'driverError' in error ? error.driverError : undefined;
  const sqlState = typeof driver === 'object' && driver !== null && 'code' in driver ? String(driver.code) : undefined;
  const constraint = error instanceof ConstraintViolation ? error.constraint : undefined;
  const quotes = sqlState !== undefined || constraint !== undefined || error instanceof SyntaxError;
  const message = quotes ? undefined : error.message.slice(0, 200);
  return { kind: error.name, sqlState, constraint, message, frames };
}

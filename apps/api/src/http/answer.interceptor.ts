import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { ServedFile } from '@consilium/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { endpointOf } from './endpoint.decorator.js';
import { serve } from './served-file.js';

/** Lets out only what the contract names. An answer that does not fit it is a failure of ours and is not sent. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const entry = endpointOf(context);
    if (!entry) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.header('cache-control', 'no-store');
    if (entry.givesFile) return next.handle().pipe(map((file: unknown) => serve(reply, file as ServedFile)));
    return next.handle().pipe(
      map((answer: unknown) => {
        if (entry.status === 204) return undefined;
        const parsed = entry.out.safeParse(wireForm(answer));
        if (parsed.success) return parsed.data;
        const places = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).slice(0, 5);
        throw new Error(`the answer of ${entry.method} ${entry.path} does not fit the contract: ${places.join(', ')}`);
      }),
    );
  }
}

/** Instants travel as ISO text. Rows of PostgreSQL's JSON carry `+00:00`, which is ISO too. */
function wireForm(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(wireForm);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wireForm(item)]));
  return value;
}

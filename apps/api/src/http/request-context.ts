import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Locale } from '@consilium/contracts';
import type { Actor } from '@consilium/core';
import type { FastifyRequest } from 'fastify';

export interface ApiRequest extends FastifyRequest {
  /** Who is signed in; set by the guard. */
  actor?: Actor;
  /** The token behind the actor, for signing out. */
  signInToken?: string;
}

/** The language of the answer: what the screen asks for, else the person's own, else Chinese. */
export function localeOf(request: ApiRequest): Locale {
  const asked = request.headers['accept-language']?.split(',')[0]?.trim().toLowerCase();
  if (asked?.startsWith('en')) return 'en-US';
  if (asked?.startsWith('zh')) return 'zh-CN';
  return request.actor?.locale ?? 'zh-CN';
}

/** Who is signed in. Only for handlers whose entry is not public. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ApiRequest>();
  if (!actor) throw new Error('@CurrentActor() on a public route');
  return actor;
});

import type { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Endpoint, Locale } from '@consilium/contracts';
import type { Actor, Presence, SignInPlace } from '@consilium/core';
import type { FastifyRequest } from 'fastify';

export interface ApiRequest extends FastifyRequest {
  /** The entry of the contract that was asked for; set by the guard. */
  endpoint?: Endpoint | undefined;
  /** Who is signed in; set by the guard. */
  actor?: Actor;
  /** The sign-in behind the actor; set by the guard. */
  presence?: Presence;
  /** The file that comes with the request; set where the contract says that one does. */
  upload?: Readable | undefined;
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

/** The sign-in of this browser. Only for handlers whose entry is not public. */
export const CurrentPresence = createParamDecorator((_data: unknown, context: ExecutionContext): Presence => {
  const { presence } = context.switchToHttp().getRequest<ApiRequest>();
  if (!presence) throw new Error('@CurrentPresence() on a public route');
  return presence;
});

/** Where a request comes from. */
export const placeOf = (request: FastifyRequest): SignInPlace => ({
  address: request.ip,
  browser: request.headers['user-agent'] ?? '',
});

/** The language in which a document or a message is made. */
export const AskedLocale = createParamDecorator((_data: unknown, context: ExecutionContext): Locale =>
  localeOf(context.switchToHttp().getRequest<ApiRequest>()),
);

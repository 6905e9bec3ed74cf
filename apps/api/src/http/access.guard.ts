import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { IdentityService, mayEver, Problem, type Presence } from '@consilium/core';
import { endpointOf } from './endpoint.decorator.js';
import { RateLimits } from './rate-limits.js';
import type { ApiRequest } from './request-context.js';
import { SessionCookie } from './session-cookie.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Whom a guest may ask for more than their invitation lets them do. */
const COORDINATOR = { zh: '会议协调员', en: 'the coordinator of the session' };

/**
 * Shut by default: a handler without an entry of the contract is not reachable; an entry that is not public needs a person signed in who
 * holds the permission on something, and is shut to guests by invitation unless it says otherwise. Whether they hold it on this object is
 * decided by the service.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly identity: IdentityService,
    private readonly cookie: SessionCookie,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const entry = endpointOf(context);
    request.endpoint = entry;
    if (!entry) throw new Problem('request/not-found');
    const token = this.cookie.read(request);
    await this.limits.admitRequest({ address: request.ip, token });
    if (!SAFE.has(request.method) && isCrossSite(request)) {
      // On record as of the person whose browser it was; being asked by another site is no use of their sign-in.
      this.recognise(request, token === undefined ? undefined : await this.identity.presenceOf(token, 'UNUSED'));
      throw new Problem('request/cross-site');
    }
    if (entry.permission === 'public') return true;

    const presence = this.recognise(
      request,
      token === undefined ? undefined : await this.identity.presenceOf(token, 'USED'),
    );
    if (!presence) throw new Problem('session/required');
    if (presence.locked && !entry.despite.includes('lock')) throw new Problem('session/locked');
    if (presence.mustEnrol && !entry.despite.includes('enrolment')) throw new Problem('sign-in/enrolment-required');
    if (presence.method === 'INVITATION' && !entry.guests) throw new Problem('access/denied', { who: COORDINATOR });
    if (entry.permission !== 'signed-in' && !mayEver(presence.actor, entry.permission)) {
      throw new Problem('access/denied', { who: { zh: '系统管理员', en: 'an administrator' } });
    }
    return true;
  }

  /** Notes on the request who sends it. */
  private recognise(request: ApiRequest, found: Presence | undefined): Presence | undefined {
    if (!found) return undefined;
    const actor = { ...found.actor, requestId: request.id, source: request.ip };
    request.actor = actor;
    request.presence = { ...found, actor };
    return request.presence;
  }
}

/** A page of another site can send a form, but neither our header nor, in a browser of today, a same-origin mark. */
function isCrossSite(request: ApiRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  const ownHeader = request.headers['x-consilium'] !== undefined;
  return !ownHeader || (site !== undefined && site !== 'same-origin' && site !== 'none');
}

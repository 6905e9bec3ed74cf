import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { IdentityService, mayEver, Problem } from '@consilium/core';
import { endpointOf } from './endpoint.decorator.js';
import { RateLimits } from './rate-limits.js';
import type { ApiRequest } from './request-context.js';
import { SessionCookie } from './session-cookie.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Shut by default: a handler without an entry of the contract is not reachable; an entry that is not public needs a person signed in who
 * holds the permission on something. Whether they hold it on this object is decided by the service.
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
    if (!SAFE.has(request.method)) refuseCrossSite(request);
    const token = this.cookie.read(request);
    await this.limits.admitRequest({ address: request.ip, token });
    if (entry.permission === 'public') return true;

    const presence = token === undefined ? undefined : await this.identity.presenceOf(token);
    if (!presence) throw new Problem('session/required');
    const actor = { ...presence.actor, requestId: request.id, source: request.ip };
    request.actor = actor;
    request.presence = { ...presence, actor };
    if (presence.locked && !entry.despite.includes('lock')) throw new Problem('session/locked');
    if (presence.mustEnrol && !entry.despite.includes('enrolment')) throw new Problem('sign-in/enrolment-required');
    if (entry.permission !== 'signed-in' && !mayEver(actor, entry.permission)) {
      throw new Problem('access/denied', { who: { zh: '系统管理员', en: 'an administrator' } });
    }
    return true;
  }
}

/** A page of another site can send a form, but neither our header nor, in a browser of today, a same-origin mark. */
function refuseCrossSite(request: ApiRequest): void {
  const site = request.headers['sec-fetch-site'];
  const ownHeader = request.headers['x-consilium'] !== undefined;
  if (!ownHeader || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new Problem('request/cross-site');
}

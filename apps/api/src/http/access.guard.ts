import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { IdentityService, mayEver, Problem } from '@consilium/core';
import { endpointOf } from './endpoint.decorator.js';
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
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const entry = endpointOf(context);
    if (!entry) throw new Problem('request/not-found');
    if (!SAFE.has(request.method)) refuseCrossSite(request);
    if (entry.permission === 'public') return true;

    const token = this.cookie.read(request);
    const actor = token === undefined ? undefined : await this.identity.actorOf(token);
    if (!actor || token === undefined) throw new Problem('session/required');
    request.actor = { ...actor, requestId: request.id };
    request.signInToken = token;
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

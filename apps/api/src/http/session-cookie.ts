import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@consilium/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that carries the token: HttpOnly, SameSite; `__Host-` and Secure where the public address is https. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  readonly name: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
    // Cookies do not tell ports apart: two installations on one machine need two names.
    this.name = this.secure ? '__Host-consilium' : `consilium-${config.PORT}`;
  }

  private get options() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' } as const;
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  /** A second cookie of this browser, for what happens between leaving for single sign-on and coming back. */
  get signOnName(): string {
    return `${this.name}-sign-on`;
  }

  readSignOn(request: FastifyRequest): string | undefined {
    return request.cookies[this.signOnName];
  }

  setSignOn(reply: FastifyReply, sealed: string, seconds: number): void {
    void reply.setCookie(this.signOnName, sealed, { ...this.options, maxAge: seconds });
  }

  clearSignOn(reply: FastifyReply): void {
    void reply.clearCookie(this.signOnName, this.options);
  }

  readHeader(header: string | undefined): string | undefined {
    const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
    return pairs.find(([name]) => name === this.name)?.[1];
  }

  /** Without an expiry of its own: it goes with the browser on a shared ward computer, and the server ends it sooner. */
  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.options);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}

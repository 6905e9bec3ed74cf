import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Problem, SecretSeal, type Config } from '@consilium/core';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type IDToken,
} from 'openid-client';
import { z } from 'zod';
import { log } from '../http/index.js';

/** Where the hospital's sign-in page sends people back to: a page of the web app, which hands on what it brought. */
const RETURN_PATH = '/sign-in/return';
/** Longest time somebody takes on the hospital's sign-in page. */
export const SIGN_ON_SECONDS = 600;
const PATIENCE_SECONDS = 5;

/** What must still be known when the person comes back; it waits, sealed, in a cookie of the browser that left. */
const journey = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

/** Single sign-on with the hospital's OpenID Connect provider: authorization code with PKCE, state and nonce. */
@Injectable()
export class SingleSignOn {
  private provider: Promise<Configuration> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly seal: SecretSeal,
  ) {}

  /** What the sign-in page calls it; null where the hospital has none. */
  get name(): string | null {
    return this.config.OIDC_ISSUER === undefined ? null : this.config.OIDC_NAME;
  }

  /** The address to send the browser to, and what to keep in it until it comes back. Throws `sign-in/provider-unavailable`. */
  async begin(): Promise<{ url: string; kept: string }> {
    const provider = await this.discovered();
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.returnAddress,
      scope: 'openid profile',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const until = Date.now() + SIGN_ON_SECONDS * 1000;
    const kept = JSON.stringify({ state, nonce, verifier, until } satisfies z.infer<typeof journey>);
    return { url: url.href, kept: this.seal.seal('single sign-on', RETURN_PATH, kept).toString('base64url') };
  }

  /**
   * The account that the provider vouches for, and whether it says that more than a password was shown there. `query` is what it added to the return address, `kept` what this browser kept. Throws
   * `sign-in/provider-refused`, `sign-in/provider-unavailable` or, where the configured claim is missing, `sign-in/unknown-person`.
   */
  async complete(query: string, kept: string | undefined): Promise<{ account: string; secondFactor: boolean }> {
    const held = this.opened(kept);
    const provider = await this.discovered();
    const address = new URL(this.returnAddress);
    address.search = query;
    try {
      const tokens = await authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: held.verifier,
        expectedState: held.state,
        expectedNonce: held.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const name = this.config.OIDC_ACCOUNT_CLAIM;
      const account =
        claims?.[name] ?? (claims && (await fetchUserInfo(provider, tokens.access_token, claims.sub))[name]);
      if (typeof account !== 'string' || account.trim() === '') throw new Problem('sign-in/unknown-person');
      return { account, secondFactor: showsSecondFactor(claims) };
    } catch (error) {
      throw error instanceof Problem ? error : refusalOf(error);
    }
  }

  private get returnAddress(): string {
    return new URL(RETURN_PATH, this.config.PUBLIC_URL ?? `http://localhost:${this.config.PORT}`).href;
  }

  private opened(kept: string | undefined): z.infer<typeof journey> {
    try {
      const text = this.seal.open('single sign-on', RETURN_PATH, Buffer.from(kept ?? '', 'base64url'));
      const held = journey.parse(JSON.parse(text));
      if (held.until > Date.now()) return held;
    } catch {
      // Nothing kept, or not kept by us: the same answer as one kept too long.
    }
    throw new Problem('sign-in/provider-refused');
  }

  /** The provider's addresses and keys, asked for once. One that could not be reached is asked again the next time. */
  private discovered(): Promise<Configuration> {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = this.config;
    if (issuer === undefined) return Promise.reject(new Problem('sign-in/provider-unavailable'));
    this.provider ??= discovery(new URL(issuer), clientId, secret || undefined, secret ? undefined : None(), {
      timeout: PATIENCE_SECONDS,
      // The signature of what the provider says is checked too, whatever the way it came.
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      this.provider = undefined;
      throw refusalOf(error, 'sign-in/provider-unavailable');
    });
    return this.provider;
  }
}

/** What a provider says in the ID token where somebody has shown more than a password (RFC 8176; OpenID Connect EAP ACR values). */
const SECOND_FACTORS = new Set<unknown>(['mfa', 'otp', 'hwk']);
const STRONG_CONTEXTS = new Set<unknown>(['phr', 'phrh']);

const showsSecondFactor = (claims: IDToken | undefined): boolean =>
  (Array.isArray(claims?.amr) && claims.amr.some((how) => SECOND_FACTORS.has(how))) || STRONG_CONTEXTS.has(claims?.acr);

/** Failures of reaching the provider, and everything it or its answer was refused for. The log says which, without what was sent. */
function refusalOf(
  error: unknown,
  usual: 'sign-in/provider-refused' | 'sign-in/provider-unavailable' = 'sign-in/provider-refused',
): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  log.warn({ failure: error instanceof Error ? error.name : 'unknown', code }, 'single sign-on failed');
  const unreachable = error instanceof TypeError || (error instanceof ClientError && code === 'OAUTH_TIMEOUT');
  return new Problem(unreachable ? 'sign-in/provider-unavailable' : usual);
}

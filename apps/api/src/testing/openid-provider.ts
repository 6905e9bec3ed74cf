import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration, type JWK } from 'oidc-provider';

/** A real OpenID provider on a local port, whose people are known by the name they type. */
export interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Signs a person in at the provider as their browser would: follows the address, types the name, agrees. What it sends back with them. */
  signIn(url: string, name: string): Promise<URL>;
  /** Refuses at the provider. */
  cancel(url: string): Promise<URL>;
  close(): Promise<void>;
}

const CLIENT = { id: 'consilium', secret: 'a-secret-of-the-test-client' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** With `publishesForeignKey` the key it names as its own is not the one it signs with; `amr` is how it says that people have shown who they are. */
export async function openIdProvider(
  redirectUri: string,
  { publishesForeignKey = false, amr }: { publishesForeignKey?: boolean; amr?: string[] } = {},
): Promise<OpenIdProvider> {
  let handle: ReturnType<Provider['callback']> = () => Promise.resolve();
  const server = createServer((request, response) => void handle(request, response));
  const issuer = await listening(server);
  const configuration: Configuration = {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    cookies: { keys: ['a-key-of-the-test-provider'] },
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username', 'employee_number'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: sub, employee_number: `N-${sub}` }),
    }),
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    jwks: { keys: [signingKey()] },
  };
  const provider = new Provider(issuer, configuration);
  // Its own pages for development know one way of showing who one is and do not name it.
  if (amr)
    Object.defineProperty(provider.Session.prototype, 'amr', {
      get: () => amr,
      set: () => {
        // What its pages say does not count.
      },
    });
  const answer = provider.callback();
  const { kty, n, e, ...named } = signingKey();
  const foreign = JSON.stringify({ keys: [{ kty, n, e, kid: named.kid, use: named.use }] });
  handle = async (request, response) => {
    if (publishesForeignKey && request.url === '/jwks') {
      response.setHeader('content-type', 'application/jwk-set+json');
      response.end(foreign);
    } else await answer(request, response);
  };
  return {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    signIn: async (url, name) => {
      const browser = new Visitor(issuer);
      const login = await browser.follow(url);
      const consent = await browser.submit(
        login,
        new URLSearchParams({ prompt: 'login', login: name, password: 'any' }),
      );
      return browser.returned(consent, new URLSearchParams({ prompt: 'consent' }), redirectUri);
    },
    cancel: async (url) => {
      const browser = new Visitor(issuer);
      const login = await browser.follow(url);
      return browser.leave(`${login}/abort`, redirectUri);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A browser that keeps cookies and stops where it is sent away from the provider. */
class Visitor {
  private readonly cookies = new Map<string, string>();
  constructor(private readonly origin: string) {}

  /** Follows redirects inside the provider; the address of the page it ends on. */
  async follow(url: string): Promise<string> {
    let address = url;
    for (;;) {
      const next = (await this.ask(address)).headers.get('location');
      if (next === null) return address;
      address = new URL(next, address).href;
    }
  }

  async submit(page: string, body: URLSearchParams): Promise<string> {
    const sent = await this.ask(page, { method: 'POST', body, headers: FORM });
    return this.follow(new URL(sent.headers.get('location') ?? '', page).href);
  }

  async returned(page: string, body: URLSearchParams, home: string): Promise<URL> {
    const sent = await this.ask(page, { method: 'POST', body, headers: FORM });
    return this.leave(new URL(sent.headers.get('location') ?? '', page).href, home);
  }

  /** Follows redirects until they lead home. */
  async leave(url: string, home: string): Promise<URL> {
    let address = url;
    while (!address.startsWith(home)) {
      const next = (await this.ask(address)).headers.get('location');
      if (next === null) throw new Error(`the provider stopped at ${address}`);
      address = new URL(next, address).href;
    }
    return new URL(address);
  }

  private async ask(url: string, init: RequestInit = {}): Promise<Response> {
    if (!url.startsWith(this.origin)) throw new Error(`the provider sent the browser to ${url}`);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, redirect: 'manual', headers });
    await response.arrayBuffer();
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

function signingKey(): JWK {
  return {
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    use: 'sig',
    kid: 'signing',
  } as JWK;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

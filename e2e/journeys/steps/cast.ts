import type { Locale } from '@consilium/contracts';
import type { Browser, Response } from 'playwright-core';
import { trafficOf } from '../../harness/index.js';
import { PASSWORD } from './caller.js';
import { Screen } from './screen.js';
import { said } from './words.js';

const PATIENCE_MS = 12_000;

/** Everybody who sits before a browser in one journey, each in a browser of their own. */
export class Cast {
  private readonly screens = new Map<string, Promise<Screen>>();
  /** What the server answered to each person, in words. */
  readonly answers = new Map<string, { url: string; body: string }[]>();
  private readonly reading = new Set<Promise<void>>();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly locale: Locale,
  ) {}

  /** The screen of a person; signs them in through the sign-in page the first time. */
  screenOf(account: string): Promise<Screen> {
    const known = this.screens.get(account) ?? this.seat(account);
    this.screens.set(account, known);
    return known;
  }

  /** A browser before the sign-in page. */
  async stranger(locale: Locale = this.locale): Promise<Screen> {
    const screen = await this.open('stranger', locale);
    this.screens.set(`stranger ${this.screens.size}`, Promise.resolve(screen));
    await screen.go('/sign-in');
    return screen;
  }

  /** One more browser of somebody who sits before one already. */
  async second(account: string): Promise<Screen> {
    const screen = await this.seat(account);
    this.screens.set(`${account} again`, Promise.resolve(screen));
    return screen;
  }

  /** Waits until all that was answered so far has been read. */
  async answersTo(account: string): Promise<{ url: string; body: string }[]> {
    await Promise.all(this.reading);
    return this.answers.get(account) ?? [];
  }

  async keepPictures(name: string): Promise<void> {
    for (const screen of await this.present()) await screen.keepPicture(name);
  }

  async leave(): Promise<void> {
    for (const screen of await this.present()) await screen.context.close();
  }

  private async present(): Promise<Screen[]> {
    const screens = await Promise.allSettled(this.screens.values());
    return screens.flatMap((screen) => (screen.status === 'fulfilled' ? [screen.value] : []));
  }

  private async seat(account: string): Promise<Screen> {
    const screen = await this.open(account, this.locale);
    await screen.go('/sign-in');
    await signIn(screen, account, PASSWORD);
    await showCode(screen);
    await screen.page.waitForURL((url) => url.pathname !== '/sign-in');
    return screen;
  }

  private async open(account: string, locale: Locale): Promise<Screen> {
    const context = await this.browser.newContext({
      locale,
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    trafficOf(this.url).watch(context);
    const page = await context.newPage();
    page.on('response', (response) => this.note(account, response));
    return new Screen(account, locale, page, context, this.url);
  }

  private note(account: string, response: Response): void {
    if (!response.url().includes('/api/')) return;
    const read = response
      .text()
      .catch(() => '')
      .then((body) => {
        const known = this.answers.get(account) ?? [];
        this.answers.set(account, [...known, { url: response.url(), body }]);
      })
      .finally(() => this.reading.delete(read));
    this.reading.add(read);
  }
}

/** Fills in the sign-in page in the screen's language and sends it. */
export async function signIn(screen: Screen, account: string, password: string): Promise<void> {
  // Only a language that was chosen outweighs the one this person used last; the one shown cannot be chosen.
  const languages = screen.locale === 'en-US' ? ['中文', 'English'] : ['English', '中文'];
  for (const name of languages) await screen.page.getByRole('button', { name, exact: true }).click();
  await screen.fill(said('工号', 'Account'), account);
  await screen.fill(said('密码', 'Password'), password);
  await screen.button(said('登录', 'Sign in')).click();
}

/** Experts of other hospitals and administrators show a one-time code as well: the one the demonstration offers to fill in. */
async function showCode(screen: Screen): Promise<void> {
  const fillIn = screen.button(said('填入', 'Fill in'));
  const inside = screen.page.waitForURL((url) => url.pathname !== '/sign-in').then(() => 'inside' as const);
  const asked = fillIn.waitFor().then(() => 'asked' as const);
  const next = await Promise.race([inside, asked]);
  // Whichever did not happen ends with the patience of the page.
  void Promise.allSettled([inside, asked]);
  if (next === 'inside') return;
  await fillIn.click();
  await screen.button(said('登录', 'Sign in')).click();
}

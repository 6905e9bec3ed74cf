import { problems } from '@consilium/contracts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, startApplication, type Application } from '../harness/index.js';
import { leavesNobodyNamed } from './secrecy/leaves-nobody-named.js';
import { PASSWORD } from './steps/caller.js';
import { Cast, signIn } from './steps/cast.js';
import { said } from './steps/words.js';

let application: Application;
let browser: Browser;
let cast: Cast;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication({ demo: true }), launchBrowser()]);
  cast = new Cast(browser, application.url, 'zh-CN');
});
beforeEach(() => {
  onTestFailed(() => cast.keepPictures('failed-sign-in'));
});
afterAll(async () => {
  await cast?.leave();
  await browser?.close();
  await application?.stop();
});

const words = {
  board: said('看板', 'Board'),
  account: said('工号', 'Account'),
  password: said('密码', 'Password'),
  signIn: said('登录', 'Sign in'),
  signOut: said('退出登录', 'Sign out'),
  accountMissing: said('填写工号。', 'Enter your account.'),
  passwordMissing: said('填写密码。', 'Enter your password.'),
};

describe('Signing in', () => {
  it.each(['zh-CN', 'en-US'] as const)('says in %s what is wrong and lets nobody in', async (locale) => {
    const stranger = await cast.stranger(locale);
    await signIn(stranger, '', '');
    await stranger.sees(words.accountMissing);
    await stranger.sees(words.passwordMissing);

    await stranger.fill(words.account, 'urology-3');
    await stranger.fill(words.password, 'not-the-password');
    await stranger.button(words.signIn).click();
    await stranger.page
      .getByRole('alert')
      .filter({ hasText: stranger.text(problems['sign-in/wrong']) })
      .waitFor();
    expect(new URL(stranger.page.url()).pathname).toBe('/sign-in');
    expect(await stranger.field(words.password).inputValue(), 'the wrong password is gone').toBe('');

    await stranger.go('/cases');
    await stranger.page.waitForURL(/\/sign-in/);
    await signIn(stranger, 'urology-3', PASSWORD);
    await stranger.page.waitForURL(/\/cases$/);
    await stranger.page.getByRole('link', { name: stranger.text(words.board), exact: true }).waitFor();
  });

  it('ends where somebody signs out: the way back shows nothing', async () => {
    const member = await cast.screenOf('urology-2');
    await member.page.getByRole('button', { name: /个人菜单$/ }).click();
    await member.button(words.signOut).click();
    await member.page.waitForURL(/\/sign-in/);
    await member.page.goBack();
    await member.page.waitForURL(/\/sign-in/);
    expect((await member.ask('/api/auth/me')).status()).toBe(401);
  });
});

describe('The language', () => {
  it('changes on the screen without loading it anew, and is kept', async () => {
    const member = await cast.screenOf('urology-1');
    const { page } = member;
    await page.getByRole('link', { name: '看板', exact: true }).waitFor();
    let loads = 0;
    page.on('load', () => (loads += 1));
    const address = page.url();
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page.getByRole('link', { name: 'Board', exact: true }).waitFor();
    await page.getByRole('heading', { name: /^Waiting on us/ }).waitFor();
    expect(await page.getByRole('link', { name: '看板', exact: true }).count()).toBe(0);
    expect([loads, page.url()]).toEqual([0, address]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-US');

    await page.reload();
    await page.getByRole('link', { name: 'Board', exact: true }).waitFor();
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await page.getByRole('link', { name: '看板', exact: true }).waitFor();
  });
});

leavesNobodyNamed(() => ({ application, browser }));

import type { Bilingual, Locale } from '@consilium/contracts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { APIResponse, BrowserContext, Locator, Page } from 'playwright-core';
import { trafficOf } from '../../harness/index.js';
import { exactly } from './words.js';

type Place = Page | Locator;
const pictures = join(import.meta.dirname, '../../screenshots');

/** One person before a browser: finds things by what they are called in this person's language. */
export class Screen {
  constructor(
    readonly account: string,
    readonly locale: Locale,
    readonly page: Page,
    readonly context: BrowserContext,
    readonly url: string,
  ) {}

  /** The text that must stand on this screen. */
  text(words: Bilingual): string {
    return this.locale === 'en-US' ? words.en : words.zh;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** What the server answers this browser past the page. */
  async ask(path: string): Promise<APIResponse> {
    const address = `${this.url}${path}`;
    const response = await this.context.request.get(address, { headers: { 'accept-language': this.locale } });
    trafficOf(this.url).noteAddress(address);
    trafficOf(this.url).noteAnswer(response.status(), await response.text());
    return response;
  }

  button(words: Bilingual, within: Place = this.page): Locator {
    return within.getByRole('button', { name: this.text(words), exact: true });
  }

  /** A button whose name begins like this; behind it stand the keys that do the same. */
  keyedButton(words: Bilingual, within: Place = this.page): Locator {
    return within.getByRole('button', {
      name: new RegExp(`^${escaped(this.text(words))}(\\s*(Ctrl|Enter|[A-Z]))*\\s*$`),
    });
  }

  heading(words: Bilingual, within: Place = this.page): Locator {
    return within.getByRole('heading', { name: this.text(words) });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog').filter({ visible: true });
  }

  field(words: Bilingual, within: Place = this.page): Locator {
    // Parts of the page may bear the same name as a field in them.
    return within.getByLabel(this.text(words), { exact: true }).and(this.page.locator('input, textarea'));
  }

  /** A field with its label and what is said at it. */
  item(words: Bilingual, within: Place = this.page): Locator {
    return within
      .locator('.ant-form-item')
      .filter({ has: this.page.locator('label').filter({ hasText: this.labelled(words) }) });
  }

  /** Waits until this stands at the field. */
  async seesAtField(words: Bilingual, message: Bilingual, within: Place = this.page): Promise<void> {
    await this.item(words, within).getByText(this.text(message), { exact: true }).waitFor();
  }

  async sees(words: Bilingual, within: Place = this.page): Promise<void> {
    await within.getByText(this.text(words), { exact: true }).first().waitFor();
  }

  async fill(words: Bilingual, value: string, within: Place = this.page): Promise<void> {
    await this.field(words, within).fill(value);
  }

  /** Types a date or a time and takes it over. */
  async date(words: Bilingual, value: string, within: Place = this.page): Promise<void> {
    await typeDate(this.field(words, within), value);
  }

  /** Chooses an option by its words, or by how they begin. */
  async choose(words: Bilingual, option: string, within: Place = this.page): Promise<void> {
    await this.chooseIn(this.field(words, within), option);
  }

  async chooseIn(select: Locator, option: string): Promise<void> {
    await select.click({ force: true });
    if ((await select.getAttribute('readonly')) === null) await select.fill(option);
    const id = await select.getAttribute('aria-controls');
    const options = this.page.locator('.ant-select-dropdown', { has: this.page.locator(`[id="${id}"]`) });
    await options
      .locator('.ant-select-item-option')
      .filter({ hasText: new RegExp(`^${escaped(option)}`) })
      .first()
      .click();
  }

  /** Chooses one of a few answers that stand side by side. */
  async pick(within: Locator, option: Bilingual): Promise<void> {
    await within
      .locator('label')
      .filter({ hasText: exactly(this.text(option)) })
      .click();
  }

  /** Keeps a picture, where pictures are wanted. */
  async picture(name: string): Promise<void> {
    if (process.env['SCREENSHOTS'] === '1') await this.keepPicture(name);
  }

  async keepPicture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}-${this.account}-${this.locale}.png`) });
  }

  private labelled(words: Bilingual): RegExp {
    // Some labels carry the asterisk of a required field as text.
    return new RegExp(`^\\s*${escaped(this.text(words))}\\s*\\*?\\s*$`);
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Types into a date field and takes over what was typed. */
export async function typeDate(field: Locator, value: string): Promise<void> {
  await field.click();
  await field.fill(value);
  await field.press('Enter');
}

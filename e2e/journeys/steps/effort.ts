import type { Bilingual } from '@consilium/contracts';
import type { Locator } from 'playwright-core';
import { typeDate, type Screen } from './screen.js';

/** What a person does at a form, counted: a click, a chord of keys and a filled field each count one. */
export class Effort {
  private done = 0;

  constructor(private readonly screen: Screen) {}

  get count(): number {
    return this.done;
  }

  async fill(words: Bilingual, value: string, within?: Locator): Promise<void> {
    this.done += 1;
    await this.screen.fill(words, value, within);
  }

  /** A date is typed into its field and taken over with Enter: a field and a key. */
  async date(words: Bilingual, value: string, within?: Locator): Promise<void> {
    this.done += 2;
    await typeDate(this.screen.field(words, within), value);
  }

  /** A list is opened by one click, and its answer chosen by another. */
  async choose(words: Bilingual, option: string, within?: Locator): Promise<void> {
    this.done += 2;
    await this.screen.choose(words, option, within);
  }

  /** One of a few answers that stand side by side. */
  async pick(within: Locator, option: Bilingual): Promise<void> {
    this.done += 1;
    await this.screen.pick(within, option);
  }

  async click(target: Locator): Promise<void> {
    this.done += 1;
    await target.click();
  }

  async press(keys: string): Promise<void> {
    this.done += 1;
    await this.screen.page.keyboard.press(keys);
  }
}

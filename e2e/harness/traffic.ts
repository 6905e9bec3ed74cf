import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';

/** What went between the people of a house and its server, as far as it must name nobody. */
export class Traffic {
  /** Every address asked for or shown in a browser's address line, with the address it was asked from. */
  readonly addresses: string[] = [];
  /** What open screens were told and said over their sockets. */
  readonly frames: string[] = [];
  /** Every answer with a status of 400 and above. */
  readonly errorAnswers: string[] = [];
  /** What browsers wrote to their consoles. */
  readonly consoleLines: string[] = [];
  /** Files that were saved, by name and content. */
  readonly files: string[] = [];
  private readonly pending = new Set<Promise<unknown>>();

  /** Keeps what passes through the pages of a browser, also those opened later. */
  watch(context: BrowserContext): void {
    context.on('request', (request) => {
      this.addresses.push(request.url());
      this.expect(request.headerValue('referer').then((from) => from !== null && this.addresses.push(from)));
    });
    context.on('response', (response) => {
      if (response.status() < 400) return;
      this.expect(response.text().then((body) => this.noteAnswer(response.status(), body)));
    });
    context.on('console', (message) => this.consoleLines.push(message.text()));
    context.on('weberror', (error) => this.consoleLines.push(String(error.error())));
    context.on('page', (page) => this.watchPage(page));
  }

  noteAddress(address: string): void {
    this.addresses.push(address);
  }

  noteAnswer(status: number, body: string): void {
    if (status >= 400) this.errorAnswers.push(`${status} ${body}`);
  }

  /** Waits until everything that has passed is kept. */
  async settled(): Promise<this> {
    while (this.pending.size > 0) await Promise.all(this.pending);
    return this;
  }

  private watchPage(page: Page): void {
    page.on('framenavigated', (frame) => this.addresses.push(frame.url()));
    page.on('websocket', (socket) => {
      this.addresses.push(socket.url());
      for (const direction of ['framesent', 'framereceived'] as const)
        socket.on(direction as 'framesent', ({ payload }) => this.frames.push(payload.toString()));
    });
    page.on('download', (download) => {
      const kept = download.path().then(async (path) => {
        this.files.push(`${download.suggestedFilename()}\n${await readFile(path, 'utf8')}`);
      });
      this.expect(kept);
    });
  }

  /** A page that is gone before it was read has nothing more to say. */
  private expect(work: Promise<unknown>): void {
    const known: Promise<unknown> = work.catch(() => undefined).finally(() => this.pending.delete(known));
    this.pending.add(known);
  }
}

const ofHouses = new Map<string, Traffic>();

/** The traffic of the house at this address: one for all who come and go there. */
export function trafficOf(url: string): Traffic {
  const known = ofHouses.get(url) ?? new Traffic();
  ofHouses.set(url, known);
  return known;
}

import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { queryClient } from '../lib/query';
import { showLocale } from '../lib/i18n';
import { startStub, stopStub } from './stub';

// Under `test` antd gives every element the same id, so that the name of one dialog would be read from another's field.
vi.stubEnv('NODE_ENV', 'development');

// Generous, since nothing waits this long but a test that fails: busy machines render slowly.
configure({ asyncUtilTimeout: 8000 });

/** What antd asks of a browser and jsdom has not. */
vi.stubGlobal('matchMedia', (query: string): MediaQueryList => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;
const computed = window.getComputedStyle.bind(window);
// jsdom prints a warning for pseudo-elements, which antd measures scrollbars with.
window.getComputedStyle = (element) => computed(element);

beforeEach(async () => {
  startStub();
  await showLocale('zh-CN');
});

afterEach(() => {
  cleanup();
  stopStub();
  queryClient.clear();
  localStorage.clear();
});

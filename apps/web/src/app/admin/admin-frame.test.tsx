import type { Permission } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { showLocale } from '../../lib/i18n';
import { renderScreen, somebody } from '../../testing/server';
import { AdminFrame } from './admin-frame';
import { adminSections } from './sections';

const show = (permissions: Permission[], route = '/admin/departments') =>
  renderScreen(<AdminFrame />, { route, me: somebody({ permissions }) });
const links = () => within(screen.getByRole('navigation')).queryAllByRole('link');

describe('the administration', () => {
  it('leads to every section whose permission somebody holds, and marks the one that is open', async () => {
    await show(['organisation:read']);
    const mine = adminSections.filter(({ permission }) => permission === 'organisation:read');
    expect(links().map((link) => link.getAttribute('href'))).toEqual(mine.map(({ path }) => path));
    expect(screen.getByRole('link', { name: '科室' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: '医院与院区' })).not.toHaveAttribute('aria-current');
  });

  it('leads nowhere for those who hold none', async () => {
    await show(['case:list']);
    expect(links()).toEqual([]);
  });

  it('names its sections in English', async () => {
    await showLocale('en-US');
    await show(['organisation:read']);
    expect(links().map((link) => link.textContent)).toEqual(
      expect.arrayContaining(['Hospitals', 'Departments', 'Agreements']),
    );
  });
});

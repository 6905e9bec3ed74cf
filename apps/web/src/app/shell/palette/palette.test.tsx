import { findEndpoints, organisationEndpoints } from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleListItem } from '../../../features/cases/testing/example-cases';
import { noteRecentCase } from '../../../lib/recent-cases';
import { answer, askedOf, leaveWaiting, refuse, renderScreen, somebody } from '../../../testing/server';
import { CommandKeys } from './command-keys';

const me = somebody({ permissions: ['case:list', 'case:refer', 'session:read', 'notification:read'] });
const show = () =>
  renderScreen(
    <>
      <CommandKeys />
      <input aria-label="别处" />
    </>,
    { route: '/inbox', me },
  );
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const palette = () => screen.findByRole('dialog', { name: '查找与前往' });

beforeEach(() => {
  sessionStorage.clear();
  leaveWaiting(organisationEndpoints.directory);
  answer(findEndpoints.search, { items: [exampleListItem()], nextCursor: null, translated: [] });
});

describe('the palette', () => {
  it('opens a case by Ctrl K, the digits of its number and Enter, also pressed before the answer is there', async () => {
    const { user, address } = await show();
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    await user.keyboard('0187{Enter}');
    await waitFor(() => expect(address()).toBe('/cases/P26-0187'));
    expect(askedOf(findEndpoints.search).at(-1)?.body).toMatchObject({ q: '0187', filters: { order: 'newest' } });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('offers the cases opened last, screens and actions of this person, by the arrow keys', async () => {
    noteRecentCase(me.id, 'P26-0021');
    noteRecentCase('00000000-0000-4000-8000-000000000009', 'P26-0099');
    const { user, address } = await show();
    await user.keyboard('{Meta>}k{/Meta}');
    await palette();
    expect(options()).toEqual(['P26-0021', '病例', '会议', '收件箱', '登录与安全', '提交病例']);
    await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('提交病例');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/cases/new'));
  });

  it('says that nothing was found, that it searches, and what failed', async () => {
    leaveWaiting(findEndpoints.search);
    const { user } = await show();
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    await user.keyboard('zz');
    expect(screen.getByText('正在查找')).toBeInTheDocument();
    answer(findEndpoints.search, { items: [], nextCursor: null, translated: [] });
    await user.keyboard('y');
    expect(await screen.findByText('没有找到。')).toBeInTheDocument();
    refuse(findEndpoints.search, 'server/failed');
    await user.keyboard('x');
    expect(await within(await palette()).findByRole('alert', {}, { timeout: 10_000 })).toHaveTextContent(
      '未能查找病例',
    );
  });

  it('leaves keys to an input method, and its Enter as well', async () => {
    const { user, address } = await show();
    fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true, keyCode: 229 });
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter', isComposing: true });
    expect(address()).toBe('/inbox');
  });
});

describe('keys of every screen', () => {
  it('go to a screen by G and a letter, and to none while something is typed', async () => {
    const { user, address } = await show();
    await user.type(screen.getByLabelText('别处'), 'gc');
    expect(address()).toBe('/inbox');
    screen.getByLabelText('别处').blur();
    await user.keyboard('gc');
    await waitFor(() => expect(address()).toBe('/cases'));
    await user.keyboard('c');
    expect(address()).toBe('/cases');
  });

  it('are listed by ?', async () => {
    const { user } = await show();
    fireEvent.keyDown(document.body, { code: 'Slash', key: '?', shiftKey: true });
    const sheet = within(await screen.findByRole('dialog', { name: '键盘操作' }));
    expect(sheet.getByText('前往病例')).toBeInTheDocument();
    expect(sheet.queryByText('前往手术')).toBeNull();
    await user.click(sheet.getByRole('button'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

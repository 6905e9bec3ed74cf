import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '../../../testing/server';
import { sampleBoard, sampleNow } from '../../../testing/sample-board';
import { card, focusOn, houseWith, late, later, ready, show, urologist } from '../testing/show-board';
import { BoardScreen } from './board';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(sampleNow);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('by keyboard', () => {
  it('the board is one Tab stop and arrows or H J K L move in it', async () => {
    houseWith(sampleBoard(late, later, ready));
    await show();
    const first = await card('P26-0187');
    expect(first).toHaveAttribute('tabindex', '0');
    expect(await card('P26-0196')).toHaveAttribute('tabindex', '-1');
    act(() => first.focus());
    fireEvent.keyDown(first, { code: 'ArrowDown' });
    expect(await card('P26-0196')).toHaveFocus();
    fireEvent.keyDown(await card('P26-0196'), { code: 'KeyL' });
    expect(await card('P26-0184')).toHaveFocus();
    expect(await card('P26-0184')).toHaveAttribute('tabindex', '0');
    fireEvent.keyDown(await card('P26-0184'), { code: 'KeyH' });
    expect(first).toHaveFocus();
  });

  it('Enter opens the case and O writes our opinion', async () => {
    houseWith(sampleBoard(late));
    const { user, address } = await show();
    await focusOn('P26-0187');
    await user.keyboard('o');
    expect(address()).toBe('/cases/P26-0187?tab=opinions');
  });

  it('O does nothing for somebody who may not give this department’s opinion', async () => {
    houseWith(sampleBoard(late));
    const { user, address } = await renderScreen(<BoardScreen />, {
      route: '/d/urology/board',
      me: { ...urologist, memberships: [] },
    });
    await focusOn('P26-0187');
    await user.keyboard('o');
    expect(address()).toBe('/d/urology/board');
    expect(screen.queryByText('写意见')).not.toBeInTheDocument();
  });

  it('Space shows the case beside the board with every opinion in words', async () => {
    houseWith(sampleBoard(late));
    const { user, address } = await show();
    await focusOn('P26-0187');
    await user.keyboard(' ');
    const peek = await screen.findByRole('complementary', { name: 'P26-0187 预览' });
    expect(within(peek).getByRole('list', { name: '意见' })).toHaveTextContent('泌尿外科待交逾期 15 小时');
    expect(address()).toBe('/d/urology/board?peek=P26-0187');
  });

  it('slash goes to the search, and letters typed there are letters', async () => {
    houseWith(sampleBoard(late));
    const { user, address } = await show();
    await card('P26-0187');
    fireEvent.keyDown(document.body, { code: 'Slash', key: '/' });
    const search = screen.getByRole('searchbox', { name: '按编号、诊断或主管医师查找病例' });
    expect(search).toHaveFocus();
    await user.keyboard('oc');
    expect(search).toHaveValue('oc');
    expect(address()).toBe('/d/urology/board');
  });

  it('keys that an input method composes with are not shortcuts', async () => {
    houseWith(sampleBoard(late));
    const { address } = await show();
    await card('P26-0187');
    fireEvent.keyDown(document.body, { code: 'KeyC', isComposing: true });
    fireEvent.keyDown(document.body, { code: 'KeyC', keyCode: 229 });
    expect(address()).toBe('/d/urology/board');
    fireEvent.keyDown(document.body, { code: 'KeyC' });
    await vi.waitFor(() => expect(address()).toBe('/cases/new'));
  });

  it('the question mark lists all keys', async () => {
    houseWith(sampleBoard(late));
    await show();
    await card('P26-0187');
    fireEvent.keyDown(document.body, { code: 'Slash', key: '?', shiftKey: true });
    expect(await screen.findByRole('dialog', { name: '看板快捷键' })).toHaveTextContent('跳到第 1–7 列');
  });

  it('E folds the column of the focused case away and a number opens it again', async () => {
    houseWith(sampleBoard(late, ready));
    const { user } = await show();
    await focusOn('P26-0187');
    await user.keyboard('e');
    expect(await screen.findByRole('button', { name: '展开待我科意见，1 例，逾期 1' })).toBeInTheDocument();
    await user.keyboard('1');
    expect(await card('P26-0187')).toBeInTheDocument();
  });
});

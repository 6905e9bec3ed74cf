import { organisationEndpoints, remoteEndpoints, shareEndpoints, type ShareLine } from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { beichen, directory, disclosureOf, id, sessions, shareOf } from '../testing/example-lines';
import { SharesScreen } from './shares';

vi.setConfig({ testTimeout: 60_000 });

const lines = (...items: ShareLine[]) => answer(shareEndpoints.list, { items, nextCursor: null });
const show = (route = '/admin/shares') =>
  renderScreen(<SharesScreen />, { route, me: somebody({ permissions: ['share:list', 'directory:read'] }) });
const fill = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

beforeEach(() => {
  answer(organisationEndpoints.directory, directory);
  answer(shareEndpoints.sessions, sessions);
  lines(shareOf());
});

describe('what is shared now', () => {
  it('stands with whom, what of it, until when, on which grounds and how often it was opened', async () => {
    lines(
      shareOf(),
      shareOf({ id: id(101), pxCode: 'PX-4H8Q', sections: ['SUMMARY', 'QUESTIONS'], openings: 0, lastOpenedAt: null }),
    );
    await show();
    const [, whole, part] = within(await screen.findByRole('table', { name: '现行' })).getAllByRole('row');
    expect(within(whole as HTMLElement).getByRole('link', { name: 'P26-0187' })).toHaveAttribute(
      'href',
      '/cases/P26-0187',
    );
    for (const text of ['PX-7F3K', '北辰', '全部内容', '2026-11-12 签署', '协议 YL-BC-2026-01', '2 次'])
      expect(whole).toHaveTextContent(text);
    expect(part).toHaveTextContent('诊断与摘要、请答问题');
    expect(part).toHaveTextContent('未打开');
  });

  it('offers no act, and no way to the case, to who may only look', async () => {
    lines(shareOf({ canReadCase: false, availableActions: [] }));
    await show();
    await screen.findByRole('table', { name: '现行' });
    expect(screen.queryByRole('link', { name: 'P26-0187' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /撤回|变更/ })).not.toBeInTheDocument();
  });

  it('is withdrawn for a reason', async () => {
    answer(remoteEndpoints.revoke, { revokedAt: '2026-11-18T01:00:00.000Z' });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '撤回 PX-7F3K' }));
    const dialog = within(await screen.findByRole('dialog', { name: '撤回对 北辰肿瘤医院 的共享' }));
    expect(dialog.getByText(/撤回后对方立即无法查看 PX-7F3K，不能恢复/)).toBeInTheDocument();
    fill(dialog.getByLabelText('撤回理由'), '患者要求');
    await user.click(dialog.getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(askedOf(remoteEndpoints.revoke)[0]?.body).toEqual({ reason: '患者要求' }));
    expect(askedOf(remoteEndpoints.revoke)[0]?.params).toEqual({ id: id(100) });
  });

  it('is narrowed to fewer sections; the summary and the questions stay', async () => {
    answer(shareEndpoints.change, ({ body }) => ({ ...body, version: 4 }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '变更 PX-7F3K' }));
    const dialog = within(await screen.findByRole('dialog', { name: /变更对 北辰肿瘤医院 的共享/ }));
    expect(dialog.getByRole('checkbox', { name: '诊断与摘要' })).toBeDisabled();
    expect(dialog.getByText('协议 YL-BC-2026-01 至 2027-12-31 止。')).toBeInTheDocument();
    await user.click(dialog.getByRole('checkbox', { name: '影像所见' }));
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(askedOf(shareEndpoints.change)).toHaveLength(1));
    expect(askedOf(shareEndpoints.change)[0]?.body).toEqual({
      version: 3,
      sections: ['SUMMARY', 'QUESTIONS', 'PRIOR_TREATMENTS', 'PATHOLOGY', 'WISHES', 'OTHER_OPINIONS'],
      expiresAt: '2099-11-26T08:00:00.000Z',
    });
  });

  it('says at the field why it may not be more', async () => {
    refuse(
      shareEndpoints.change,
      problemOf('consent/expired', {
        errors: [{ field: 'sections', code: 'consent-expired', message: '患者的知情同意已到期。' }],
      }),
    );
    lines(shareOf({ sections: ['SUMMARY', 'QUESTIONS'] }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '变更 PX-7F3K' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: '病理' }));
    await user.click(dialog.getByRole('button', { name: '保存' }));
    expect(await dialog.findByText('患者的知情同意已到期。')).toBeInTheDocument();
    expect(dialog.getByRole('checkbox', { name: '病理' })).toBeChecked();
  });

  it('shows what somebody else changed meanwhile, before it is replaced', async () => {
    refuse(shareEndpoints.change, problemOf('object/stale', { parameters: { who: '许棠', at: '09:40' } }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '变更 PX-7F3K' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: '影像所见' }));
    lines(shareOf({ version: 4, sections: ['SUMMARY', 'QUESTIONS', 'PATHOLOGY'] }));
    await user.click(dialog.getByRole('button', { name: '保存' }));
    expect(await dialog.findByText(/现状：诊断与摘要、请答问题、病理；/)).toBeInTheDocument();
    answer(shareEndpoints.change, ({ body }) => ({ ...body, version: 5 }));
    await user.click(dialog.getByRole('button', { name: '载入现状' }));
    expect(dialog.getByRole('checkbox', { name: '病理' })).toBeChecked();
    expect(dialog.getByRole('checkbox', { name: '意愿与合并症' })).not.toBeChecked();
    await user.click(dialog.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(askedOf(shareEndpoints.change).at(-1)?.body).toMatchObject({ version: 4 }));
  });
});

describe('the lists', () => {
  it('are reached by their address, and so are the filters', async () => {
    lines(
      shareOf({
        state: 'REVOKED',
        revokedAt: '2026-11-17T02:00:00.000Z',
        revokedBy: '许棠',
        revokeReason: '患者要求',
        availableActions: [],
      }),
    );
    const { user, address } = await show(
      `/admin/shares?tab=ended&hospital=${beichen.id}&case=P26-0187&from=2026-11-01`,
    );
    const table = await screen.findByRole('table', { name: '已结束' });
    expect(table).toHaveTextContent('已撤回');
    expect(table).toHaveTextContent('许棠 撤回');
    expect(table).toHaveTextContent('患者要求');
    expect(askedOf(shareEndpoints.list)[0]?.query).toMatchObject({
      which: 'ended',
      hospital: beichen.id,
      case: 'P26-0187',
      from: '2026-10-31T16:00:00.000Z',
    });
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(address()).toBe('/admin/shares?tab=ended');
    await user.selectOptions(screen.getByRole('combobox', { name: '会议' }), id(70));
    expect(address()).toBe(`/admin/shares?tab=ended&session=${id(70)}`);
    const box = screen.getByRole('textbox', { name: '病例号或共享编码' });
    await user.type(box, '张三{Enter}');
    expect(box).toHaveAttribute('aria-invalid', 'true');
    expect(address()).not.toContain('case');
  });

  it('say that there is nothing, or that nothing meets the filters', async () => {
    lines();
    const { user } = await show();
    expect(await screen.findByText('目前没有进行中的对外共享。')).toBeVisible();
    await user.selectOptions(await screen.findByRole('combobox', { name: '会议' }), id(70));
    expect(await screen.findByText('没有符合条件的记录。')).toBeVisible();
  });

  it('say what failed, and ask again', async () => {
    refuse(shareEndpoints.list, 'server/unavailable');
    const { user } = await show();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('列表未能载入：');
    lines(shareOf());
    await user.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('table', { name: '现行' })).toBeVisible();
  });

  it('show that they are on their way', async () => {
    leaveWaiting(shareEndpoints.list);
    await show();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.queryByText('目前没有进行中的对外共享。')).not.toBeInTheDocument();
  });
});

describe('the disclosure log', () => {
  it('says who received what and on which consent, and shows it word for word to who may see it', async () => {
    answer(shareEndpoints.disclosures, {
      items: [disclosureOf(), disclosureOf({ id: id(201), kind: 'LIST', sections: ['SUMMARY'], canOpen: false })],
      nextCursor: null,
    });
    answer(shareEndpoints.disclosed, {
      at: '2026-11-17T08:00:00.000Z',
      person: '闻人朔',
      sha256: 'ab12cd34ef56'.padEnd(64, '0'),
      content: {
        diagnosis: '直肠癌骶前复发',
        summary: '两次复发',
        questions: ['能否 R0 切除'],
        imaging: [{ modality: 'MRI', day: -5, finding: '骶前肿物' }],
        priorTreatments: null,
        pathology: null,
        wishes: null,
        otherOpinions: null,
      },
    });
    const { user } = await show('/admin/shares?tab=disclosures');
    const [, opened, listed] = within(await screen.findByRole('table', { name: '对外提供记录' })).getAllByRole('row');
    for (const text of ['闻人朔', '打开病例', '诊断与摘要、请答问题、影像所见', '第 2 版', 'ab12cd34ef56'])
      expect(opened).toHaveTextContent(text);
    expect(listed).toHaveTextContent('病例列表');
    expect(within(listed as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /查看 闻人朔 .* 所获的内容/ }));
    const dialog = within(await screen.findByRole('dialog', { name: /闻人朔 于 .* 所获的内容/ }));
    expect(await dialog.findByText('T−5 天 · MRI · 骶前肿物')).toBeInTheDocument();
    expect(dialog.getByText('能否 R0 切除')).toBeInTheDocument();
    expect(dialog.getAllByText('未共享')).toHaveLength(4);
  });

  it('is exported for a reason', async () => {
    answer(shareEndpoints.disclosures, { items: [disclosureOf()], nextCursor: null });
    answer(shareEndpoints.exportLines, { fileName: 'disclosures.csv', rows: 1, isComplete: true, csv: 'x' });
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => undefined;
    const { user } = await show('/admin/shares?tab=disclosures&case=PX-7F3K');
    await user.click(await screen.findByRole('button', { name: '导出' }));
    const dialog = within(await screen.findByRole('dialog', { name: '导出对外共享记录' }));
    fill(dialog.getByLabelText('理由'), '年度检查');
    await user.click(dialog.getByRole('button', { name: '导出 CSV' }));
    expect(await dialog.findByText('已导出 1 条。')).toBeVisible();
    expect(askedOf(shareEndpoints.exportLines)[0]?.body).toEqual({
      reason: '年度检查',
      which: 'disclosures',
      filters: { case: 'PX-7F3K' },
    });
  });
});

it('is all in English for those who read English', async () => {
  await showLocale('en-US');
  await show();
  const table = await screen.findByRole('table', { name: 'Current' });
  expect(table).toHaveTextContent('Everything');
  expect(screen.getByRole('button', { name: 'Withdraw PX-7F3K' })).toBeVisible();
});

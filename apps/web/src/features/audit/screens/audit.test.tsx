import {
  auditEndpoints,
  emergencyEndpoints,
  organisationEndpoints,
  type AuditEvent,
  type AuditLine,
  type ChainState,
} from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { AuditScreen } from './audit';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const name = (zh: string, en: string) => ({ zh, en });

const line = (number: number, changes: Partial<AuditLine> = {}): AuditLine => ({
  id: String(number),
  at: '2026-11-18T01:41:07.000Z',
  actorId: id(21),
  actor: '许棠',
  actorName: name('许棠', 'Xu Tang'),
  objectName: null,
  roles: ['COORDINATOR'],
  action: 'case.opened',
  outcome: 'DONE',
  objectKind: 'case',
  objectId: id(900),
  caseNo: 'P26-0187',
  reason: null,
  source: '10.1.2.3',
  ...changes,
});
const revealed = line(3, { action: 'identity.revealed', objectKind: 'patient', reason: '核对身份' });
const refused = line(2, { action: 'access.refused', outcome: 'REFUSED', objectId: 'P26-0187' });
const moved: AuditEvent = {
  ...line(1, { action: 'case.scheduled' }),
  requestId: 'req-7',
  detail: { sessionId: id(77) },
  before: { state: 'READY' },
  after: { state: 'SCHEDULED', missing: { characters: 12, sha256: 'ab12cd34ef56' } },
  seal: { sequence: 41, hash: 'f'.repeat(64), sealedAt: '2026-11-18T01:41:08.000Z' },
};
const { requestId: _request, detail: _detail, before: _before, after: _after, seal: _seal, ...movedLine } = moved;

const chain = (changes: Partial<ChainState> = {}): ChainState => ({
  sealedRows: 12_345,
  headHash: 'abcdef0123456789'.repeat(4),
  lastSealedAt: '2026-11-18T01:41:08.000Z',
  unsealedRows: 2,
  unsealedSince: new Date().toISOString(),
  lastCheck: {
    at: '2026-11-18T01:00:00.000Z',
    checkedBy: 'audit-check',
    outcome: 'PASSED',
    sealedRows: 12_000,
    unsealedRows: 0,
    broken: null,
  },
  ...changes,
});

const show = (route = '/audit') =>
  renderScreen(<AuditScreen />, { route, me: somebody({ permissions: ['audit:read', 'directory:read'] }) });

beforeEach(() => {
  answer(emergencyEndpoints.list, { items: [], unreviewed: 0, nextCursor: null });
  answer(auditEndpoints.chain, chain());
  answer(auditEndpoints.list, { items: [revealed, refused, movedLine], nextCursor: null });
  answer(organisationEndpoints.directory, {
    hospital: {
      id: id(1),
      name: name('云岭', 'Yunling'),
      shortName: name('云岭', 'Yunling'),
      timeZone: 'Asia/Shanghai',
    },
    centre: { id: id(2), name: name('盆腔中心', 'Pelvic centre') },
    departments: [],
    people: [
      { id: id(21), name: '许棠', nameEn: 'Xu Tang', title: 'STAFF', hospitalId: id(1), departmentIds: [], roles: [] },
    ],
    rooms: [],
    partners: [],
    structures: [],
    tumourTypes: [],
  });
});

describe('the audit log', () => {
  it('shows who did what to what, to the second, why, from where and with what result', async () => {
    await show();
    const table = await screen.findByRole('table', { name: '审计记录' });
    const [, first, second] = within(table).getAllByRole('row');
    for (const text of ['2026-11-18 09:41:07', '许棠', 'MDT协调员', '显示全名', '核对身份', '10.1.2.3', '完成'])
      expect(first).toHaveTextContent(text);
    expect(second).toHaveTextContent('访问被拒');
    expect(second).toHaveTextContent('拒绝');
    expect(screen.getByText('共 3 条')).toBeInTheDocument();
  });

  it('has nothing with which a line could be changed or deleted', async () => {
    await show();
    await screen.findByRole('table', { name: '审计记录' });
    expect(screen.queryByRole('button', { name: /删除|修改|编辑/ })).not.toBeInTheDocument();
  });

  it('opens a line with what it changed, its particulars and its seal, and says so in the address', async () => {
    answer(auditEndpoints.read, moved);
    const { user, address } = await show();
    await user.click(await screen.findByRole('button', { name: /病例已排期$/ }));
    const dialog = within(await screen.findByRole('dialog', { name: '审计记录 1' }));
    const rows = within(await dialog.findByRole('table', { name: '变更前后' })).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('state 有变化READYSCHEDULED');
    expect(rows[2]).toHaveTextContent('12 字，指纹 ab12cd34ef56');
    expect(dialog.getByText(/第 41 位，2026-11-18 09:41:08 封存/)).toBeInTheDocument();
    expect(address()).toBe('/audit?line=1');
    await user.click(dialog.getByRole('button', { name: '关闭' }));
    expect(address()).toBe('/audit');
  });

  it('asks for what a saved query means, and keeps it in the address', async () => {
    const { user, address } = await show();
    await user.click(await screen.findByRole('button', { name: '越权与拒绝' }));
    await waitFor(() => expect(askedOf(auditEndpoints.list).at(-1)?.query).toMatchObject({ outcome: 'REFUSED' }));
    expect(address()).toBe('/audit?outcome=REFUSED');
    expect(screen.getByRole('button', { name: '越权与拒绝' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: '显示全名' }));
    expect(address()).toBe('/audit?action=identity.revealed');
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(address()).toBe('/audit');
  });

  it('reads its filters from the address a colleague sent', async () => {
    await show('/audit?case=P26-0187&from=2026-11-18&to=2026-11-18&outcome=DONE');
    await screen.findByRole('table', { name: '审计记录' });
    expect(askedOf(auditEndpoints.list)[0]?.query).toMatchObject({
      case: 'P26-0187',
      outcome: 'DONE',
      from: '2026-11-17T16:00:00.000Z',
      to: '2026-11-18T16:00:00.000Z',
    });
  });

  it('looks for a case by its number and takes nothing else into the address', async () => {
    const { user, address } = await show();
    const box = screen.getByRole('textbox', { name: '病例号或共享编码' });
    await user.type(box, '张三{Enter}');
    expect(box).toBeInvalid();
    expect(address()).toBe('/audit');
    await user.clear(box);
    await user.type(box, 'p26-0187{Enter}');
    expect(address()).toBe('/audit?case=P26-0187');
  });

  it('goes through the rows with J and K, opens with Enter and goes on inside', async () => {
    answer(auditEndpoints.read, ({ params }) => ({ ...moved, id: params.eventId }));
    const { user, address } = await show();
    await screen.findByRole('table', { name: '审计记录' });
    await user.keyboard('jj');
    expect(screen.getByRole('button', { name: /访问被拒$/ })).toHaveFocus();
    await user.keyboard('k{Enter}');
    expect(address()).toBe('/audit?line=3');
    const dialog = await screen.findByRole('dialog', { name: '审计记录 3' });
    await user.click(within(dialog).getByRole('button', { name: '下一条' }));
    expect(address()).toBe('/audit?line=2');
  });

  it('loads further lines where the last one ended', async () => {
    answer(auditEndpoints.list, ({ query }) =>
      query.cursor === undefined ? { items: [revealed], nextCursor: '3' } : { items: [refused], nextCursor: null },
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '继续载入' }));
    expect(await screen.findByText('共 2 条')).toBeInTheDocument();
    expect(askedOf(auditEndpoints.list).at(-1)?.query).toMatchObject({ cursor: '3' });
  });

  it('says that no line meets the filters', async () => {
    answer(auditEndpoints.list, { items: [], nextCursor: null });
    await show('/audit?action=opinion.waived');
    expect(await screen.findByText('没有符合条件的记录。')).toBeInTheDocument();
  });

  it('says who can help whom it refuses, and what failed', async () => {
    refuse(auditEndpoints.list, problemOf('access/denied', { parameters: { who: '系统管理员' } }));
    await show();
    expect(await screen.findByText('审计记录未能载入：您没有此项权限，可联系 系统管理员。')).toBeInTheDocument();
  });

  it('waits with the outline of the rows', async () => {
    leaveWaiting(auditEndpoints.list);
    await show();
    expect(await screen.findByRole('status', { name: '正在载入' })).toBeInTheDocument();
  });

  it('reads in English', async () => {
    await showLocale('en-US');
    await show();
    const table = await screen.findByRole('table', { name: 'Audit entries' });
    expect(within(table).getByText('Full name shown')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Refusals' })).toBeInTheDocument();
    expect(await screen.findByText(/^12,345 rows sealed$/)).toBeInTheDocument();
  });
});

describe('the line of the chain', () => {
  it('says when the chain was verified and how far it is sealed', async () => {
    await show();
    const part = within(await screen.findByRole('region', { name: '审计链' }));
    expect(await part.findByText(/^校验通过/)).toHaveTextContent('09:00');
    expect(part.getByText('已封存 12,345 行')).toBeInTheDocument();
    expect(part.getByText('待封存 2 行')).toBeInTheDocument();
  });

  it('verifies on demand and names the first broken row', async () => {
    const { lastCheck } = chain();
    if (!lastCheck) throw new Error('the sample has a check');
    const broken = { kind: 'CHANGED' as const, sequence: 512, eventId: '512' };
    answer(auditEndpoints.verify, chain({ lastCheck: { ...lastCheck, outcome: 'BROKEN', broken } }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '立即校验' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('审计链已断：第 512 位，该行内容或其封存值被改动');
  });

  it('says that nobody seals any more', async () => {
    answer(auditEndpoints.chain, chain({ unsealedSince: '2026-01-01T00:00:00.000Z', unsealedRows: 40 }));
    await show();
    expect(await screen.findByText(/待封存 40 行，最早 2026-01-01 08:00:00：封存进程可能已停/)).toBeInTheDocument();
  });

  it('says that it was never verified', async () => {
    answer(auditEndpoints.chain, chain({ lastCheck: null }));
    await show();
    expect(await screen.findByText('尚未校验')).toBeInTheDocument();
  });
});

describe('an export', () => {
  beforeEach(() => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  });

  it('asks for a reason, sends the filters shown and says how much it holds', async () => {
    answer(auditEndpoints.exportLines, { fileName: 'audit.csv', rows: 3, isComplete: true, csv: 'x' });
    const { user } = await show('/audit?outcome=REFUSED');
    await user.click(await screen.findByRole('button', { name: '导出' }));
    const dialog = within(await screen.findByRole('dialog', { name: '导出审计日志' }));
    await user.type(dialog.getByLabelText('理由'), '季度核查');
    await user.click(dialog.getByRole('button', { name: '导出 CSV' }));
    expect(await dialog.findByText('已导出 3 条。')).toBeInTheDocument();
    expect(askedOf(auditEndpoints.exportLines)[0]?.body).toEqual({
      reason: '季度核查',
      filters: { outcome: 'REFUSED' },
    });
  });

  it('without a reason is refused at its field and keeps the dialog', async () => {
    refuse(
      auditEndpoints.exportLines,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'reason', code: 'required', message: '此项必填。' }],
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '导出' }));
    const dialog = within(await screen.findByRole('dialog', { name: '导出审计日志' }));
    await user.click(dialog.getByRole('button', { name: '导出 CSV' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
  });
});

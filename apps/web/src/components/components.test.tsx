import type { OpinionDot } from '@consilium/contracts';
import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../lib/api';
import { showLocale } from '../lib/i18n';
import { problemOf, renderScreen } from '../testing/server';
import { ConfirmButton } from './confirm-button';
import { EmptyState } from './empty-state';
import { dotLook, OpinionDots } from './opinion-dots';
import { ProblemAlert } from './problem-alert';
import { RecurrenceBadge } from './recurrence-badge';
import { RemoteBadge } from './remote-badge';
import { RiskBadge } from './risk-badge';
import { SlaChip } from './sla-chip';
import { StanceTag } from './stance-tag';
import { StatusBar } from './status-bar';

const now = new Date('2026-11-18T09:42:00+08:00');
const ours = '00000000-0000-4000-8000-000000000105';
const dot = (changes: Partial<OpinionDot>): OpinionDot => ({
  departmentId: ours,
  label: '泌',
  state: 'OWED',
  requirement: 'REQUIRED',
  dueAt: null,
  ...changes,
});

describe('the dot of an opinion', () => {
  const late = '2026-11-17T18:42:00+08:00';
  const today = '2026-11-18T18:00:00+08:00';
  const later = '2026-11-21T18:00:00+08:00';
  it.each([
    ['OWED', late, 'overdue'],
    ['OWED', today, 'due'],
    ['OWED', later, 'waiting'],
    ['OWED', null, 'waiting'],
    ['DRAFTING', later, 'drafting'],
    ['DRAFTING', late, 'overdue'],
    ['GIVEN', late, 'given'],
    ['WAIVED', late, 'waived'],
    ['PROPOSED', late, 'proposed'],
  ] as const)('%s with deadline %s looks %s', (state, dueAt, look) => {
    expect(dotLook({ state, dueAt }, now)).toBe(look);
  });

  it('says every department’s state in words, with full names where they are known', async () => {
    await renderScreen(
      <OpinionDots
        dots={[dot({ dueAt: late }), dot({ departmentId: 'other', label: '影', state: 'GIVEN' })]}
        now={now}
        nameOf={(id) => (id === ours ? '泌尿外科' : undefined)}
      />,
    );
    expect(screen.getByText('意见: 泌尿外科 逾期 15 小时，影 已交')).toBeInTheDocument();
    expect(screen.getByTitle('泌尿外科 逾期 15 小时')).toHaveTextContent('泌');
  });
});

describe('badges', () => {
  it('tell risk, recurrence and stance in words', async () => {
    await renderScreen(
      <>
        <RiskBadge risk="EXTREME" reasons={['累及 S1']} />
        <RecurrenceBadge presentation="LOCAL_RECURRENCE" recurrenceNumber={2} />
        <StanceTag stance="oppose" />
        <RemoteBadge count={3} />
      </>,
    );
    expect(screen.getByText('极高危')).toHaveAttribute('title', '累及 S1');
    expect(screen.getByText('复发 2')).toBeInTheDocument();
    expect(screen.getByText('反对')).toBeInTheDocument();
    expect(screen.getByText('3 家外院远程参与')).toBeInTheDocument();
  });

  it('call a tumour that never came back by its presentation, and say nothing of hospitals that do not take part', async () => {
    const { container } = await renderScreen(
      <>
        <RecurrenceBadge presentation="PRIMARY" recurrenceNumber={0} />
        <RemoteBadge count={0} />
      </>,
    );
    expect(container).toHaveTextContent(/^初治$/);
  });

  it('in English keep a word for who listens where the eye gets a glyph', async () => {
    await showLocale('en-US');
    await renderScreen(<RemoteBadge count={1} />);
    expect(screen.getByText('1 other hospital takes part remotely')).toBeInTheDocument();
  });
});

describe('the deadline', () => {
  it('says what is left, with the exact time behind it', async () => {
    await renderScreen(<SlaChip dueAt="2026-11-18T13:00:00+08:00" now={now} />);
    expect(screen.getByText('剩 3 小时 18 分')).toHaveAttribute('title', '截止 2026年11月18日 周三 13:00');
  });
});

describe('a refusal', () => {
  it('shows its sentence, what stands in the way and the request to report, and can be tried again', async () => {
    const retry = vi.fn<() => void>();
    const problem = problemOf('booking/clash', {
      parameters: { what: '第一会议室' },
      requestId: 'req-77',
      clashes: [
        {
          resourceKind: 'ROOM',
          resourceId: ours,
          resourceName: '第一会议室',
          title: '院内MDT',
          startsAt: '2027-01-05T14:00:00+08:00',
          endsAt: '2027-01-05T15:00:00+08:00',
        },
      ],
    });
    const { user } = await renderScreen(
      <ProblemAlert error={new ApiProblem(problem)} title="会议未能保存。" onRetry={retry} />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('会议未能保存。时间冲突：第一会议室。');
    expect(screen.getByRole('list', { name: '冲突的占用' })).toHaveTextContent('第一会议室 · 院内MDT');
    expect(screen.getByText('请求编号 req-77')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('shows nothing where nothing went wrong', async () => {
    await renderScreen(<ProblemAlert error={null} />);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('does not print what a defect of our own says', async () => {
    await renderScreen(<ProblemAlert error={new TypeError('x is undefined')} />);
    expect(screen.getByRole('alert')).toHaveTextContent('页面出错。刷新后重试。');
    expect(screen.queryByText(/undefined/)).not.toBeInTheDocument();
  });
});

describe('asking once more', () => {
  it('acts after the answer, not before', async () => {
    const act = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const { user } = await renderScreen(
      <ConfirmButton question="撤回共享？" onConfirm={act}>
        撤回
      </ConfirmButton>,
    );
    await user.click(screen.getByRole('button', { name: '撤回' }));
    expect(await screen.findByText('撤回共享？')).toBeInTheDocument();
    expect(act).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: '确定' }));
    expect(act).toHaveBeenCalledOnce();
  });
});

describe('the foot of a screen', () => {
  it('can be hidden and stays hidden on this computer until it is asked for', async () => {
    const bar = <StatusBar legend="图例" keys={[{ keys: ['O'], text: '写意见' }]} />;
    const first = await renderScreen(bar);
    await first.user.click(screen.getByRole('button', { name: '收起按键提示' }));
    expect(screen.queryByText('写意见')).not.toBeInTheDocument();
    cleanup();
    const { user } = await renderScreen(bar);
    expect(screen.queryByText('写意见')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '显示按键提示' }));
    expect(screen.getByText('写意见')).toBeInTheDocument();
  });
});

describe('an empty list', () => {
  it('is one sentence and a next step', async () => {
    await renderScreen(<EmptyState text="没有病例。" action={<button type="button">提交病例</button>} />);
    expect(screen.getByText('没有病例。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '提交病例' })).toBeInTheDocument();
  });
});

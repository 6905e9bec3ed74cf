import { remoteEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, refuse, renderScreen } from '../../../testing/server';
import { expert, inHours, sampleSession, sampleShare } from '../testing/sample-share';
import { answerPortal, showCase } from '../testing/show-portal';
import { RemotePortalScreen } from './portal';

vi.setConfig({ testTimeout: 60_000 });

const route = '/remote/cases/PX-7F3K';
const opinion = () => within(screen.getByRole('region', { name: '我的意见' }));

describe('the list of shared cases', () => {
  it('puts what waits for an opinion first, the soonest due at the top', async () => {
    answerPortal();
    await renderScreen(<RemotePortalScreen />, { route: '/remote', me: expert });
    const waiting = await screen.findByRole('list', { name: '待我意见' });
    expect(
      within(waiting)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/remote/cases/PX-7F3K', '/remote/cases/PX-9D2M']);
    expect(within(screen.getByRole('list', { name: '已提交' })).getByRole('link')).toHaveTextContent('PX-4H8Q');
  });

  it('opens no case by itself, since every view is recorded', async () => {
    answerPortal();
    await renderScreen(<RemotePortalScreen />, { route: '/remote', me: expert });
    expect(await screen.findByText(/从列表选择一例开始。/)).toBeVisible();
    expect(askedOf(remoteEndpoints.readCase)).toHaveLength(0);
  });

  it('opens the way into the session fifteen minutes before it begins', async () => {
    answerPortal();
    const first = await renderScreen(<RemotePortalScreen />, { route: '/remote', me: expert });
    expect(await screen.findByRole('button', { name: /起可入会/ })).toBeDisabled();
    first.unmount();
    answer(remoteEndpoints.home, { sessions: [sampleSession({ startsAt: inHours(0.2), endsAt: inHours(2) })] });
    await renderScreen(<RemotePortalScreen />, { route: '/remote', me: expert });
    expect(await screen.findByRole('link', { name: /入会/ })).toHaveAttribute('href', 'https://meet.example.org/room');
  });

  it('goes to the next and the previous case by J and K', async () => {
    const { user, address } = await showCase();
    await screen.findByRole('list', { name: '待我意见' });
    await user.keyboard('j');
    await waitFor(() => expect(address()).toBe('/remote/cases/PX-9D2M'));
  });

  it('can be asked for again after it failed', async () => {
    answerPortal();
    refuse(remoteEndpoints.home, 'server/unavailable');
    await renderScreen(<RemotePortalScreen />, { route: '/remote', me: expert });
    expect(await screen.findByText(/共享病例未能载入。/)).toBeVisible();
    expect(screen.getByRole('button', { name: '重试' })).toBeEnabled();
  });
});

describe('a shared case', () => {
  it('shows what was removed as removed and counts days from the session', async () => {
    await showCase();
    const page = within(screen.getByRole('article', { name: 'PX-7F3K' }));
    expect(page.getAllByRole('img', { name: '已移除' })).toHaveLength(2);
    expect(page.getAllByText('50–54 岁').length).toBeGreaterThan(0);
    expect(page.getByText('T−40 月 · 外院 A · 手术')).toBeVisible();
    expect(page.getByText('T−5 天')).toBeVisible();
  });

  it('shows nothing that the contract does not name, whatever the answer holds', async () => {
    answerPortal();
    const served = globalThis.fetch;
    const secrets = ['张示例01', '999999', 'P26-0187', '1000000'];
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await served(input, init);
      const address = input instanceof Request ? input.url : input.toString();
      if (!address.includes('/api/remote/cases/')) return response;
      const held = (await response.json()) as Record<string, unknown>;
      const more = { patientName: secrets[0], identityNo: secrets[1], caseNo: secrets[2], phone: secrets[3] };
      return new Response(JSON.stringify({ ...held, ...more, session: { ...(held['session'] as object), ...more } }), {
        status: 200,
      });
    });
    const { client } = await renderScreen(<RemotePortalScreen />, { route, me: expert });
    await screen.findByRole('article', { name: 'PX-7F3K' });
    const kept = JSON.stringify(
      client
        .getQueryCache()
        .getAll()
        .map((query) => query.state.data as unknown),
    );
    for (const secret of secrets) {
      expect(document.body.innerHTML).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
  });

  it('says always what is hidden, that views are recorded, and until when access lasts', async () => {
    await showCase();
    const note = screen.getByRole('region', { name: '查看须知' });
    expect(note).toHaveTextContent('仅显示共享给您的去标识病例。');
    expect(note).toHaveTextContent('每次查看均留痕');
    expect(note).toHaveTextContent('共享至');
  });

  it('warns on the last day of access', async () => {
    await showCase(sampleShare({ accessUntil: inHours(10) }));
    expect(screen.getByRole('region', { name: '查看须知' })).toHaveTextContent(/共享将于 .* 结束，剩 9 小时/);
  });

  it('leaves nothing of the case on the page or in the memory of the tab once sharing is withdrawn', async () => {
    const { client } = await showCase();
    refuse(remoteEndpoints.readCase, 'object/not-found');
    await client.invalidateQueries({ queryKey: ['remote', 'case'] });
    expect(await screen.findByText(/共享已结束。页面内容已清除/)).toBeVisible();
    expect(screen.queryByText(/骶前肿物/)).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: '我的意见' })).not.toBeInTheDocument();
    expect(JSON.stringify(client.getQueryData(['remote', 'case', 'PX-7F3K']))).not.toContain('骶前肿物');
    expect(screen.getByRole('link', { name: '返回病例列表' })).toHaveAttribute('href', '/remote');
  });

  it('is withdrawn in the same way when that comes to light by keeping a draft', async () => {
    const { user } = await showCase();
    refuse(remoteEndpoints.keepDraft, 'object/not-found');
    refuse(remoteEndpoints.readCase, 'object/not-found');
    await user.type(opinion().getByRole('textbox', { name: '综合意见与理由' }), '可行');
    await user.click(opinion().getByRole('button', { name: /保存草稿/ }));
    expect(await screen.findByText(/共享已结束。页面内容已清除/)).toBeVisible();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
  });

  it('names what the host did not share, and shows no empty place for it', async () => {
    await showCase(
      sampleShare({
        sections: ['SUMMARY', 'QUESTIONS', 'PATHOLOGY', 'WISHES'],
        imaging: null,
        priorTreatments: null,
        otherOpinions: null,
      }),
    );
    expect(screen.getByRole('note')).toHaveTextContent('本次未共享：既往治疗、影像所见、其他意见。');
    expect(screen.queryByRole('region', { name: '影像所见' })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: '病程' })).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: '病理' })).toBeVisible();
    expect(screen.queryByText(/提交前看不到其他科室/)).not.toBeInTheDocument();
  });

  it('asks again at the instant at which sharing ends, and shows nothing from then on', async () => {
    answerPortal();
    answer(remoteEndpoints.readCase, () => {
      refuse(remoteEndpoints.readCase, 'object/not-found');
      return sampleShare({ accessUntil: inHours(0) });
    });
    await renderScreen(<RemotePortalScreen />, { route, me: expert });
    expect(await screen.findByText(/共享已结束。页面内容已清除/)).toBeVisible();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
  });

  it('says so where the case is not there or was never shared with this hospital', async () => {
    answerPortal();
    refuse(remoteEndpoints.readCase, 'object/not-found');
    await renderScreen(<RemotePortalScreen />, { route, me: expert });
    expect(await screen.findByText('没有找到这个病例，或未共享给您。')).toBeVisible();
  });

  it('is all in English for those who read English', async () => {
    await showLocale('en-US');
    await showCase();
    expect(screen.getByRole('region', { name: 'My opinion' })).toBeVisible();
    expect(screen.getByText('T−40 mo · 外院 A · Surgery')).toBeVisible();
  });
});

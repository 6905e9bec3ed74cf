import { remoteEndpoints } from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { answer, askedOf, cutOff, problemOf, refuse } from '../../../testing/server';
import { inHours, sampleOpinion, sampleShare } from '../testing/sample-share';
import { showCase } from '../testing/show-portal';

vi.setConfig({ testTimeout: 60_000 });

const composer = () => within(screen.getByRole('region', { name: '我的意见' }));
const choose = async (user: UserEvent, group: string, choice: string) =>
  user.click(within(composer().getByRole('radiogroup', { name: group })).getByText(choice));
const reason = () => composer().getByRole('textbox', { name: '综合意见与理由' });
const submit = async (user: UserEvent) => user.click(composer().getByRole('button', { name: /提交/ }));
const signWith = async (user: UserEvent, password: string) => {
  const dialog = await screen.findByRole('dialog', { name: '签名提交意见' });
  await user.type(within(dialog).getByLabelText('签名密码'), password);
  await user.click(within(dialog).getByRole('button', { name: '签名提交' }));
  return dialog;
};

describe('giving an opinion', () => {
  it('is signed with the password and sent with the answers', async () => {
    const { user } = await showCase();
    const mine = sampleOpinion({
      state: 'SUBMITTED',
      stance: 'conditional',
      text: '可行',
      revision: 1,
      version: 3,
      submittedAt: inHours(0),
    });
    answer(remoteEndpoints.submit, sampleShare({ myOpinion: mine }));
    await choose(user, '回答：能否 R0 切除', '有条件');
    await user.type(composer().getByRole('textbox', { name: '理由：能否 R0 切除' }), '骨膜受侵限于 S3');
    await choose(user, '总体立场', '有条件');
    await user.type(reason(), '可行');
    await submit(user);
    await signWith(user, 'a password of mine');
    await waitFor(() => expect(askedOf(remoteEndpoints.submit)).toHaveLength(1));
    const [draft] = askedOf(remoteEndpoints.keepDraft);
    expect(askedOf(remoteEndpoints.submit)[0]?.body).toEqual({
      stance: 'conditional',
      text: '可行',
      needs: '',
      answers: [{ question: 0, answer: 'CONDITIONAL', text: '骨膜受侵限于 S3' }],
      version: (draft?.body.version ?? 0) + askedOf(remoteEndpoints.keepDraft).length,
      password: 'a password of mine',
    });
    expect(await composer().findByText(/第 1 版/)).toBeVisible();
  });

  it('needs a reason to oppose', async () => {
    const { user } = await showCase();
    await choose(user, '总体立场', '反对');
    await submit(user);
    expect(await composer().findByText('反对须写明理由。')).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(askedOf(remoteEndpoints.submit)).toHaveLength(0);
  });

  it('needs a stance', async () => {
    const { user } = await showCase();
    await user.type(reason(), '可行');
    await submit(user);
    expect(await composer().findByText('此项必填。')).toBeVisible();
    expect(askedOf(remoteEndpoints.submit)).toHaveLength(0);
  });

  it('says at the password that it is wrong, and keeps the opinion as typed', async () => {
    const { user } = await showCase();
    refuse(remoteEndpoints.submit, 'signature/wrong-password');
    await choose(user, '总体立场', '支持');
    await user.type(reason(), '可行');
    await submit(user);
    const dialog = await signWith(user, 'not mine');
    expect(await within(dialog).findByText('签名密码不正确。')).toBeVisible();
    expect(within(dialog).getByLabelText('签名密码')).toHaveValue('');
    expect(reason()).toHaveValue('可行');
  });

  it('leaves the password nowhere in the memory of the tab', async () => {
    const { user, client } = await showCase();
    refuse(remoteEndpoints.submit, 'opinion/not-owed');
    await choose(user, '总体立场', '支持');
    await user.type(reason(), '可行');
    await submit(user);
    await signWith(user, 'a password of mine');
    expect(await composer().findByText('未提交。本科室目前不需要对此病例提交意见。')).toBeVisible();
    await user.click(composer().getByRole('button', { name: /保存草稿/ }));
    expect(
      JSON.stringify(
        client
          .getQueryCache()
          .getAll()
          .map((query) => query.state),
      ),
    ).not.toContain('a password of mine');
    expect(document.body.innerHTML).not.toContain('a password of mine');
  });

  it("shows a field's problem at the question it belongs to", async () => {
    const { user } = await showCase();
    refuse(
      remoteEndpoints.submit,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'answers.0.text', code: 'too-long', message: '最多 1000 个字符。' }],
      }),
    );
    await choose(user, '回答：右输尿管如何处理', '同意');
    await choose(user, '总体立场', '支持');
    await user.type(reason(), '可行');
    await submit(user);
    await signWith(user, 'a password of mine');
    const question = await composer().findByRole('group', { name: /右输尿管如何处理/ });
    expect(await within(question).findByText('最多 1000 个字符。')).toBeVisible();
  });

  it('hides the opinions of others until one is given, and shows them then', async () => {
    const other = sampleOpinion({
      id: '00000000-0000-4000-8009-000000000002',
      from: { zh: '泌尿外科', en: 'Urology' },
      author: '陆怀舟',
      isRemote: false,
      state: 'SUBMITTED',
      stance: 'oppose',
      text: '切缘风险大',
      revision: 1,
    });
    const first = await showCase();
    expect(screen.getByText(/提交前看不到其他科室与医院的意见/)).toBeVisible();
    expect(screen.queryByRole('region', { name: '其他意见' })).not.toBeInTheDocument();
    first.unmount();
    await showCase(
      sampleShare({
        myOpinion: sampleOpinion({
          state: 'SUBMITTED',
          stance: 'support',
          text: '可行',
          revision: 1,
          submittedAt: inHours(-1),
        }),
        otherOpinions: [other],
      }),
    );
    const others = screen.getByRole('region', { name: '其他意见' });
    expect(others).toHaveTextContent('泌尿外科');
    expect(others).toHaveTextContent('切缘风险大');
  });

  it('is not offered once the decision is signed', async () => {
    await showCase(sampleShare({ canGiveOpinion: false }));
    expect(composer().queryByRole('button')).not.toBeInTheDocument();
    expect(composer().getByText(/目前不能提交意见/)).toBeVisible();
  });
});

describe('the draft of an opinion', () => {
  it('is kept by Ctrl+S with the version it stands on', async () => {
    const { user } = await showCase(sampleShare({ myOpinion: sampleOpinion({ version: 4, text: '初稿' }) }));
    expect(reason()).toHaveValue('初稿');
    await user.type(reason(), '，补充');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() =>
      expect(askedOf(remoteEndpoints.keepDraft)[0]?.body).toMatchObject({ version: 4, text: '初稿，补充' }),
    );
    expect(await composer().findByText(/草稿已存/)).toBeVisible();
  });

  it('is kept when another case is opened', async () => {
    const { user } = await showCase();
    await screen.findByRole('list', { name: '待我意见' });
    await user.type(reason(), '可行');
    await user.click(screen.getByRole('link', { name: /PX-9D2M/ }));
    await waitFor(() => expect(askedOf(remoteEndpoints.keepDraft)[0]?.params).toEqual({ px: 'PX-7F3K' }));
  });

  it('says that it is not saved when the connection is lost, and keeps what was typed', async () => {
    const { user } = await showCase();
    cutOff(remoteEndpoints.keepDraft);
    await user.type(reason(), '可行');
    await user.click(composer().getByRole('button', { name: /保存草稿/ }));
    expect(await composer().findByText(/草稿未保存。连接不到服务器/)).toBeVisible();
    expect(reason()).toHaveValue('可行');
  });

  it('asks which one counts when a colleague has saved another, and keeps what was typed', async () => {
    const { user } = await showCase();
    refuse(
      remoteEndpoints.keepDraft,
      problemOf('object/stale', { parameters: { who: '同事', at: '09:40' }, currentVersion: 7 }),
    );
    await user.type(reason(), '可行');
    await user.click(composer().getByRole('button', { name: /保存草稿/ }));
    expect(await composer().findByText(/同院另有人已保存此意见的草稿/)).toBeVisible();
    expect(reason()).toHaveValue('可行');
    answer(remoteEndpoints.keepDraft, ({ body }) => ({ version: body.version + 1, savedAt: inHours(0) }));
    await user.click(composer().getByRole('button', { name: '保存我写的' }));
    await waitFor(() =>
      expect(askedOf(remoteEndpoints.keepDraft).at(-1)?.body).toMatchObject({ version: 7, text: '可行' }),
    );
  });
});

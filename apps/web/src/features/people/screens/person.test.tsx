import { organisationEndpoints, peopleEndpoints, type PersonView } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { showLocale } from '../../../lib/i18n';
import { answer, askedOf, leaveWaiting, problemOf, refuse, renderScreen } from '../../../testing/server';
import {
  beichen,
  host,
  sampleAccount,
  sampleDirectory,
  sampleId,
  sampleMembership,
  samplePerson,
  samplePrivilege,
} from '../testing/sample-person';
import { PersonScreen } from './person';

const show = () => renderScreen(<PersonScreen />, { route: `/admin/people/${sampleId(21)}` });
const have = (changes: Partial<PersonView>) => answer(peopleEndpoints.read, samplePerson(changes));

beforeEach(async () => {
  await showLocale('zh-CN');
  answer(organisationEndpoints.directory, sampleDirectory);
  have({});
});

describe('the page of a person', () => {
  it('says what they are, where and since when, and offers nothing that is not theirs to do', async () => {
    await show();
    const memberships = within(await screen.findByRole('list', { name: '任职与派驻' }));
    expect(memberships.getByText('科室成员')).toBeInTheDocument();
    expect(memberships.getByText('2026-01-01 起')).toBeInTheDocument();
    expect(memberships.getByText('生效中')).toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: '手术权限' })).getByText('四级手术')).toBeInTheDocument();
    for (const act of ['修改', '添加任职', '授予手术权限', '停用账号', '发出密码设置链接'])
      expect(screen.queryByRole('button', { name: act })).not.toBeInTheDocument();
  });

  it('warns of a privilege that expires soon', async () => {
    have({ privileges: [samplePrivilege({ state: 'EXPIRING', validTo: '2026-12-01' })] });
    await show();
    expect(await screen.findByText('即将到期')).toBeInTheDocument();
    expect(screen.getByText(/天后到期/)).toBeInTheDocument();
  });

  it('waits, says who can help whom it refuses, and that nobody is there', async () => {
    leaveWaiting(peopleEndpoints.read);
    const { unmount } = await show();
    expect(await screen.findByRole('status', { name: '正在载入' })).toBeInTheDocument();
    unmount();
    refuse(peopleEndpoints.read, problemOf('object/not-found'));
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('人员未能载入：没有找到，或您无权查看。');
  });

  it('reads in English', async () => {
    await showLocale('en-US');
    await show();
    expect(await screen.findByRole('list', { name: 'Memberships and postings' })).toHaveTextContent(
      'Department member',
    );
    expect(screen.getByRole('heading', { level: 1, name: 'Lu Huaizhou' })).toBeInTheDocument();
  });
});

describe('a posting', () => {
  const guest = {
    hospital: { ...beichen, isHost: false },
    memberships: [],
    availableActions: ['add-membership' as const],
  };

  it('is of a kind, in a department, for a period, and its refusals stand at their fields', async () => {
    have(guest);
    refuse(
      peopleEndpoints.addMembership,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'validTo', code: 'required', message: '此项必填。' }],
      }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '添加任职' }));
    const dialog = within(await screen.findByRole('dialog', { name: '添加任职' }));
    await user.click(dialog.getByText('临时受邀'));
    await user.click(dialog.getByRole('button', { name: '授予' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
    expect(askedOf(peopleEndpoints.addMembership)[0]?.body).toMatchObject({
      version: 7,
      hospitalId: host.id,
      role: 'DEPT_MEMBER',
      posting: 'AD_HOC',
    });
  });

  it('is a short one unless somebody says otherwise', async () => {
    have(guest);
    answer(peopleEndpoints.addMembership, samplePerson({ ...guest, version: 8 }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '添加任职' }));
    const dialog = within(await screen.findByRole('dialog', { name: '添加任职' }));
    await user.click(dialog.getByRole('button', { name: '授予' }));
    expect(askedOf(peopleEndpoints.addMembership)[0]?.body).toMatchObject({ posting: 'SHORT' });
  });
});

describe('a membership that has to end', () => {
  it('ends at once after a confirmation', async () => {
    have({ memberships: [sampleMembership({ availableActions: ['end'] })] });
    answer(
      peopleEndpoints.endMembership,
      samplePerson({ memberships: [sampleMembership({ state: 'ENDED', validTo: '2026-11-17' })] }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '结束 科室成员' }));
    const dialog = within(await screen.findByRole('dialog', { name: '结束任职：科室成员' }));
    await user.click(dialog.getByRole('button', { name: '结束' }));
    expect(await screen.findByText('已结束')).toBeInTheDocument();
  });

  it('of the last administrator stays, and the dialog says why', async () => {
    have({ memberships: [sampleMembership({ role: 'ADMIN', department: null, availableActions: ['end'] })] });
    refuse(
      peopleEndpoints.endAdministratorRole,
      problemOf('people/last-administrator', { parameters: { role: '系统管理员' } }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '结束 系统管理员' }));
    const dialog = within(await screen.findByRole('dialog', { name: '结束任职：系统管理员' }));
    await user.click(dialog.getByRole('button', { name: '结束' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('这是最后一位可登录的系统管理员');
  });
});

describe('an account', () => {
  it('is disabled after a confirmation', async () => {
    have({ availableActions: ['disable-account'] });
    answer(peopleEndpoints.disableAccount, samplePerson({ account: sampleAccount({ state: 'DISABLED' }) }));
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '停用账号' }));
    expect(askedOf(peopleEndpoints.disableAccount)).toEqual([]);
    const question = within(await screen.findByRole('tooltip'));
    await user.click(question.getByRole('button', { name: '停用账号' }));
    expect(await screen.findByText('已停用')).toBeInTheDocument();
    expect(askedOf(peopleEndpoints.disableAccount)[0]?.body).toEqual({ version: 7 });
  });

  it('gets a password link, shown once', async () => {
    have({ availableActions: ['issue-link'] });
    answer(peopleEndpoints.issueLink, {
      person: samplePerson({ account: sampleAccount({ linkExpiresAt: '2026-11-21T01:00:00.000Z' }) }),
      path: '/set-password#word',
    });
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '发出密码设置链接' }));
    const dialog = within(await screen.findByRole('dialog', { name: '密码设置链接' }));
    await user.click(dialog.getByRole('button', { name: '生成链接' }));
    expect(await dialog.findByRole('textbox', { name: '链接' })).toHaveValue('http://localhost:3000/set-password#word');
  });

  it('that somebody else changed meanwhile asks for the newest first', async () => {
    have({ account: null, availableActions: ['create-account'] });
    refuse(
      peopleEndpoints.createAccount,
      problemOf('object/stale', { parameters: { who: '戚守恒', at: '2026-11-18T01:00:00.000Z' } }),
    );
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '开通账号' }));
    const dialog = within(await screen.findByRole('dialog', { name: '开通账号' }));
    await user.type(dialog.getByLabelText('工号'), 'new.person');
    await user.click(dialog.getByRole('button', { name: '开通' }));
    await user.click(await dialog.findByRole('button', { name: '载入最新内容' }));
    expect(await dialog.findByText('已载入最新内容。核对后再保存，将以您填写的为准。')).toBeInTheDocument();
    expect(dialog.getByLabelText('工号')).toHaveValue('new.person');
  });
});

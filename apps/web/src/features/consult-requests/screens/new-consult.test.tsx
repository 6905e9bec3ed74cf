import { consultRequestEndpoints as consults, organisationEndpoints } from '@consilium/contracts';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { exampleConsult, exampleHouse } from '../testing/example-consults';
import { NewConsultScreen } from './new-consult';

const { department } = exampleConsult();
const surgeon = somebody({ permissions: ['case:read', 'consult:read', 'consult:request'] });
const show = (route = `/consults/new?case=P26-0187&department=${department.id}`) =>
  renderScreen(<NewConsultScreen />, { route, me: surgeon });

beforeEach(() => answer(organisationEndpoints.directory, exampleHouse));

async function filled(user: Awaited<ReturnType<typeof show>>['user']) {
  await user.click(screen.getByText('急会诊'));
  expect(await screen.findByText('10 分钟内到场，立即记录意见')).toBeInTheDocument();
  for (const label of ['会诊目的', '会诊理由', '简要病情', '已行诊疗']) {
    await user.click(screen.getByLabelText(label));
    await user.paste(label);
  }
  await user.click(screen.getByRole('button', { name: '发出申请' }));
}

describe('asking for a consult', () => {
  it('sends what the consult record asks for, and leads to the request whose clock runs', async () => {
    answer(consults.send, { id: exampleConsult().id, version: 1, state: 'SENT' });
    const { user, address } = await show();
    await filled(user);
    await waitFor(() => expect(address()).toBe(`/consults?scope=sent&open=${exampleConsult().id}`));
    expect(askedOf(consults.send)[0]).toMatchObject({
      params: { caseNo: 'P26-0187' },
      body: {
        departmentId: department.id,
        personId: null,
        urgency: 'URGENT',
        purpose: '会诊目的',
        reason: '会诊理由',
        condition: '简要病情',
        treatment: '已行诊疗',
      },
    });
  });

  it('asks for everything before it sends anything', async () => {
    const { user } = await show('/consults/new');
    await user.click(screen.getByRole('button', { name: '发出申请' }));
    await waitFor(() => expect(screen.getAllByText('此项必填。')).toHaveLength(6));
    expect(askedOf(consults.send)).toEqual([]);
  });

  it('says at the department that it is one’s own, and beside the form that it is asked already', async () => {
    refuse(
      consults.send,
      problemOf('request/invalid', {
        errors: [{ field: 'departmentId', code: 'own-department', message: '不能向本科室申请会诊。' }],
      }),
    );
    const { user } = await show();
    await filled(user);
    expect(await screen.findByText('不能向本科室申请会诊。')).toBeInTheDocument();
    refuse(consults.send, 'consult/open-already');
    await user.click(screen.getByRole('button', { name: '发出申请' }));
    expect(await screen.findByText('该科室已有一份未完成的会诊申请。')).toBeInTheDocument();
    expect(screen.getByLabelText('简要病情')).toHaveValue('简要病情');
  });
});

import {
  anatomyEndpoints,
  caseEndpoints,
  completenessEndpoints,
  emergencyEndpoints,
  organisationEndpoints,
  recordEndpoints,
  type OpenEmergency,
} from '@consilium/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleAnatomy } from '../../../testing/sample-anatomy';
import { answer, askedOf, refuse, renderScreen, somebody } from '../../../testing/server';
import { exampleCase, exampleParts } from '../testing/example-cases';
import { exampleDirectory, personId } from '../../../testing/example-house';
import { exampleCompleteness } from '../testing/example-completeness';
import { CaseScreen } from './case';

const id = '00000000-0000-7000-8009-000000000001';
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const emergency = (changes: Partial<OpenEmergency> = {}): OpenEmergency => ({
  id,
  person: { id: personId(9), name: '严守拙' },
  reasonKind: 'RESCUE',
  reason: '夜间大出血，急诊抢救需要',
  openedAt: inMinutes(-1),
  endsAt: inMinutes(59.5),
  mayEnd: true,
  ...changes,
});
const clinician = somebody({ id: personId(9), permissions: ['case:read', 'emergency-access:open'] });

beforeEach(() => {
  answer(organisationEndpoints.directory, exampleDirectory);
  answer(recordEndpoints.read, exampleParts);
  answer(completenessEndpoints.read, exampleCompleteness());
  answer(anatomyEndpoints.read, sampleAnatomy);
});

async function show(emergencies: OpenEmergency[], me = clinician) {
  answer(caseEndpoints.read, exampleCase({ emergencies }));
  return renderScreen(<CaseScreen />, { route: '/cases/P26-0187', me });
}
const banner = async () => within(await screen.findByRole('region', { name: '紧急授权调阅' }));

describe('a case opened in an emergency', () => {
  it('says for as long as it is open that it is, and how much time is left', async () => {
    await show([emergency()]);
    expect((await banner()).getByText(/紧急授权调阅，只读。.*剩 59 分/)).toBeInTheDocument();
    expect((await banner()).getAllByRole('button').map((button) => button.textContent)).toEqual(['结束调阅']);
  });

  it('tells its owner who has opened it and why, and lets them end it', async () => {
    answer(emergencyEndpoints.end, {
      ...emergency(),
      caseNo: 'P26-0187',
      person: { id: personId(9), name: '严守拙', department: null },
      ownerName: '陆怀舟',
      endedEarly: { at: inMinutes(0), by: '陆怀舟' },
      isOpen: false,
      review: null,
      availableActions: [],
    });
    const { user } = await show([emergency()], somebody({ id: personId(2), permissions: ['case:read'] }));
    const line = await banner();
    expect(line.getByText(/严守拙 紧急调阅本病例（抢救）.*理由：夜间大出血，急诊抢救需要/)).toBeInTheDocument();
    await user.click(line.getByRole('button', { name: '结束调阅' }));
    await user.click(within(await screen.findByRole('tooltip')).getByRole('button', { name: '结束调阅' }));
    await waitFor(() => expect(askedOf(emergencyEndpoints.end)).toHaveLength(1));
  });

  it('leaves the screen when the time is over', async () => {
    await show([emergency({ endsAt: inMinutes(0.02) })]);
    expect(await screen.findByRole('heading', { name: '张**' })).toBeInTheDocument();
    refuse(caseEndpoints.read, 'object/not-found');
    expect(await screen.findByText(/没有找到病例 P26-0187/)).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: '张**' })).toBeNull();
  });
});

describe('a case that is not to be seen', () => {
  it('offers the way of an emergency to clinical staff, whether there is such a case or not', async () => {
    refuse(caseEndpoints.read, 'object/not-found');
    await renderScreen(<CaseScreen />, { route: '/cases/P26-0999', me: clinician });
    expect(await screen.findByRole('link', { name: '紧急授权调阅' })).toHaveAttribute(
      'href',
      '/break-glass?case=P26-0999',
    );
  });

  it('offers it to nobody else', async () => {
    refuse(caseEndpoints.read, 'object/not-found');
    await renderScreen(<CaseScreen />, { route: '/cases/P26-0999', me: somebody() });
    expect(await screen.findByText(/没有找到病例/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '紧急授权调阅' })).toBeNull();
  });
});

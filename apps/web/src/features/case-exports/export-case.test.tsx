import { exportEndpoints } from '@consilium/contracts';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, askedOf, problemOf, refuse, renderScreen } from '../../testing/server';
import { ExportCase } from './export-case';

beforeEach(() => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
});

async function open() {
  const { user } = await renderScreen(<ExportCase caseNo="P26-0187" />, { route: '/cases/P26-0187' });
  await user.click(screen.getByText('导出'));
  const dialog = (await screen.findByText('导出病例')).closest('dialog');
  return { user, dialog: within(dialog as HTMLElement) };
}

describe('a copy of a case', () => {
  it('leaves without the identity of the patient unless asked for, and says under which name', async () => {
    answer(exportEndpoints.fhir, {});
    const { user, dialog } = await open();
    expect(dialog.queryByLabelText('理由')).toBeNull();
    await user.click(dialog.getByLabelText('FHIR R4，供其他系统'));
    await user.click(dialog.getByText('导出', { selector: 'button *' }));
    expect(await dialog.findByText(/^已保存/)).toBeInTheDocument();
    expect(askedOf(exportEndpoints.fhir)).toMatchObject([
      { params: { caseNo: 'P26-0187' }, body: { identified: false, reason: '' } },
    ]);
  });

  it('that names the patient needs a reason, and a refusal of the reason stands at it', async () => {
    refuse(
      exportEndpoints.pdf,
      problemOf('request/invalid', {
        parameters: { count: 1 },
        errors: [{ field: 'reason', code: 'invalid', message: '格式不正确。' }],
      }),
    );
    const { user, dialog } = await open();
    await user.click(dialog.getByLabelText('注明患者身份'));
    await user.click(dialog.getByText('导出', { selector: 'button *' }));
    expect(await dialog.findByText('此项必填。')).toBeInTheDocument();
    expect(askedOf(exportEndpoints.pdf)).toEqual([]);
    await user.type(dialog.getByLabelText('理由'), '张某转院');
    await user.click(dialog.getByText('导出', { selector: 'button *' }));
    expect(await dialog.findByText('格式不正确。')).toBeInTheDocument();
    expect(askedOf(exportEndpoints.pdf)[0]?.body).toEqual({ identified: true, reason: '张某转院' });
  });
});

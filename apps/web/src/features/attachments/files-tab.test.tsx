import { attachmentEndpoints, type Attachment, type AttachmentList } from '@consilium/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { answer, askedOf, leaveWaiting, refuse, renderScreen } from '../../testing/server';
import { FilesTab } from './files-tab';

const id = (place: number) => `00000000-0000-7000-8020-00000000000${place}`;
const file = (changes: Partial<Attachment> = {}): Attachment => ({
  id: id(1),
  version: 1,
  kind: 'IMAGING',
  title: '盆腔MRI.pdf',
  mediaType: 'application/pdf',
  bytes: 3_565_158,
  sha256: 'a'.repeat(64),
  round: 2,
  uploadedBy: '陆怀舟',
  uploadedAt: '2026-11-17T10:00:00+08:00',
  isPreviewable: true,
  sameAsId: null,
  removed: null,
  availableActions: ['remove'],
  ...changes,
});
const list = (items: Attachment[], changes: Partial<AttachmentList> = {}): AttachmentList => ({
  items,
  mayAdd: true,
  studies: [],
  ...changes,
});
const show = (given: AttachmentList) => {
  answer(attachmentEndpoints.list, given);
  return renderScreen(<FilesTab caseNo="P26-0187" />, { route: '/cases/P26-0187' });
};
const picture = (name: string) => new File(['x'], name, { type: 'image/png' });

describe('the files of a case', () => {
  it('say what they are, how large, when and by whom; what a browser shows can be looked at here', async () => {
    const { user } = await show(
      list([
        file(),
        file({ id: id(2), title: '病理.docx', kind: 'PATHOLOGY', isPreviewable: false, sameAsId: id(1) }),
        file({ id: id(3), title: '切口.png', kind: 'PHOTO', mediaType: 'image/png' }),
      ]),
    );
    const row = within(await screen.findByRole('listitem', { name: '盆腔MRI.pdf' }));
    expect(row.getByText(/3\.4 MB · 第 2 轮 · 陆怀舟/)).toBeInTheDocument();
    expect(row.getByRole('link', { name: '下载' })).toHaveAttribute(
      'href',
      `/api/cases/P26-0187/attachments/${id(1)}/content`,
    );
    const other = within(screen.getByRole('listitem', { name: '病理.docx' }));
    expect(other.queryByRole('button', { name: '预览' })).toBeNull();
    expect(other.getByText('与另一个文件内容相同：盆腔MRI.pdf')).toBeInTheDocument();
    const shown = (place: number) => `/api/cases/P26-0187/attachments/${id(place)}/content?show=1`;
    // The reader of the browser stands apart from this page.
    expect(row.getByRole('link', { name: '预览' })).toHaveAttribute('href', shown(1));
    expect(row.getByRole('link', { name: '预览' })).toHaveAttribute('target', '_blank');
    await user.click(within(screen.getByRole('listitem', { name: '切口.png' })).getByRole('button', { name: '预览' }));
    const image = await screen.findByRole('img', { name: '预览 切口.png' });
    expect(image).toHaveAttribute('src', shown(3));
    fireEvent.error(image);
    expect(screen.getByText('无法预览，可下载后查看。')).toBeInTheDocument();
  });

  it('can be shown by kind', async () => {
    const { user } = await show(list([file(), file({ id: id(2), title: '同意书.pdf', kind: 'CONSENT' })]));
    await user.selectOptions(await screen.findByRole('combobox', { name: '按类别筛选' }), 'CONSENT');
    expect(screen.queryByRole('listitem', { name: '盆腔MRI.pdf' })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: '按类别筛选' }), 'LAB');
    expect(screen.getByText('没有这一类文件。')).toBeInTheDocument();
  });

  it('that cannot be loaded say so and can be asked for again; none at all is said', async () => {
    refuse(attachmentEndpoints.list, 'server/unavailable');
    const { user } = await renderScreen(<FilesTab caseNo="P26-0187" />, { route: '/cases/P26-0187' });
    expect(await screen.findByRole('alert')).toHaveTextContent('文件未能载入。');
    answer(attachmentEndpoints.list, list([], { mayAdd: false }));
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('没有文件。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '选择文件' })).toBeNull();
  });
});

describe('adding files', () => {
  it('sends each with its kind and name, chosen or dropped, and shows them once they are kept', async () => {
    const { user } = await show(list([]));
    await user.selectOptions(await screen.findByRole('combobox', { name: '新文件类别' }), 'PHOTO');
    answer(attachmentEndpoints.add, ({ body }) => file({ title: body.title }));
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), picture('一.png'));
    fireEvent.drop(screen.getByText('将文件拖到此处，或选择文件'), { dataTransfer: { files: [picture('二.png')] } });
    await waitFor(() =>
      expect(askedOf(attachmentEndpoints.add).map(({ body }) => body)).toEqual([
        { kind: 'PHOTO', title: '一.png' },
        { kind: 'PHOTO', title: '二.png' },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('list', { name: '正在上传' })).toBeNull());
    expect(askedOf(attachmentEndpoints.list).length).toBeGreaterThan(1);
  });

  it('is told how far it is, two at a time, and can be cancelled', async () => {
    leaveWaiting(attachmentEndpoints.add);
    const { user } = await show(list([]));
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), [
      picture('一.png'),
      picture('二.png'),
      picture('三.png'),
    ]);
    const first = within(await screen.findByRole('listitem', { name: '一.png' }));
    expect(await first.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
    expect(within(screen.getByRole('listitem', { name: '三.png' })).getByText(/等待上传/)).toBeInTheDocument();
    await user.click(first.getByRole('button', { name: '取消' }));
    expect(
      await within(screen.getByRole('listitem', { name: '三.png' })).findByRole('progressbar'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('listitem', { name: '一.png' })).toBeNull();
  });

  it('that is refused says why at the file and can be tried again', async () => {
    refuse(attachmentEndpoints.add, 'attachment/type-refused');
    const { user } = await show(list([]));
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), picture('一.png'));
    const row = within(await screen.findByRole('listitem', { name: '一.png' }));
    expect(await row.findByRole('alert')).toHaveTextContent('不支持这种文件');
    answer(attachmentEndpoints.add, file());
    await user.click(row.getByRole('button', { name: '重试' }));
    await waitFor(() => expect(screen.queryByRole('listitem', { name: '一.png' })).toBeNull());
  });
});

describe('removing a file', () => {
  it('takes a reason and can be undone in the list', async () => {
    const gone = file({
      version: 2,
      removed: { at: '2026-11-18T09:00:00+08:00', by: '许棠', reason: '传错了病例' },
      availableActions: ['restore'],
    });
    answer(attachmentEndpoints.remove, list([gone]));
    answer(attachmentEndpoints.restore, list([file({ version: 3 })]));
    const { user } = await show(list([file()]));
    await user.click(await screen.findByRole('button', { name: '移除' }));
    const dialog = within(await screen.findByRole('dialog', { name: '移除文件' }));
    await user.type(dialog.getByLabelText('理由'), '传错了病例');
    await user.click(dialog.getByRole('button', { name: '移除' }));
    expect(await screen.findByText(/移除：传错了病例/)).toBeInTheDocument();
    expect(askedOf(attachmentEndpoints.remove)[0]?.body).toEqual({ version: 1, reason: '传错了病例' });
    await user.click(screen.getByRole('button', { name: '恢复' }));
    await waitFor(() => expect(screen.queryByText(/移除：传错了病例/)).toBeNull());
    expect(askedOf(attachmentEndpoints.restore)[0]?.body).toEqual({ version: 2 });
  });
});

describe('an imaging study', () => {
  it('opens in the viewer of the hospital, in a tab of its own', async () => {
    const opened = { opener: window, location: { href: '' }, close: vi.fn() };
    vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window);
    answer(attachmentEndpoints.openStudy, { url: 'https://pacs.example/1.2.3' });
    const studies = [{ studyUid: '1.2.3', modality: '盆腔增强 MRI', examinedOn: '2026-11-01' }];
    const { user } = await show(list([], { studies }));
    await user.click(await screen.findByRole('button', { name: '在影像系统中打开' }));
    await waitFor(() => expect(opened.location.href).toBe('https://pacs.example/1.2.3'));
    expect(opened.opener).toBeNull();
    expect(askedOf(attachmentEndpoints.openStudy)[0]?.body).toEqual({ studyUid: '1.2.3' });
  });
});

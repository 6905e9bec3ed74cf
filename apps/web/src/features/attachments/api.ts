import { attachmentEndpoints, type AttachmentKind, type AttachmentList } from '@consilium/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { address, call, isProblem } from '../../lib/api';
import { sendFile } from '../../lib/files';

export const filesQuery = (caseNo: string) =>
  queryOptions({
    // Under the case, so that what changes it for others is read again.
    queryKey: ['attachments', caseNo] as const,
    queryFn: ({ signal }) => call(attachmentEndpoints.list, { params: { caseNo }, signal }),
    // What the files are called may name the patient: it is not kept for longer than it is shown.
    gcTime: 0,
  });

/** Where the browser finds a file: to save it, or to show it in a page. */
export const contentAddress = (caseNo: string, id: string, show = false): string =>
  address(attachmentEndpoints.content, { params: { caseNo, id }, query: show ? { show: '1' } : {} });

interface Upload {
  file: File;
  kind: AttachmentKind;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

const LONGEST_TITLE = 200;

/** A name that is too long keeps its ending. */
export const titleOf = ({ name }: Pick<File, 'name'>): string => {
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  return name.length <= LONGEST_TITLE ? name : name.slice(0, LONGEST_TITLE - ending.length) + ending;
};

export const sendAttachment = (caseNo: string, { file, kind, signal, onProgress }: Upload) =>
  sendFile(attachmentEndpoints.add, {
    params: { caseNo },
    fields: { kind, title: titleOf(file) },
    file,
    signal,
    onProgress,
  });

function useFileChange<Asked>(caseNo: string, act: (asked: Asked) => Promise<AttachmentList>) {
  const client = useQueryClient();
  const { queryKey } = filesQuery(caseNo);
  return useMutation({
    mutationFn: act,
    gcTime: 0,
    onSuccess: (list) => client.setQueryData(queryKey, list),
    onError: async (error) => {
      if (isProblem(error, 'object/stale') || isProblem(error, 'attachment/wrong-state'))
        await client.invalidateQueries({ queryKey });
    },
  });
}

export const useRemoveFile = (caseNo: string) =>
  useFileChange(caseNo, ({ id, ...body }: { id: string; version: number; reason: string }) =>
    call(attachmentEndpoints.remove, { params: { caseNo, id }, body }),
  );

export const useRestoreFile = (caseNo: string) =>
  useFileChange(caseNo, ({ id, ...body }: { id: string; version: number }) =>
    call(attachmentEndpoints.restore, { params: { caseNo, id }, body }),
  );

/** Asks for the address of a study in the hospital's viewer; the API puts its opening on record. */
export const useOpenStudy = (caseNo: string) =>
  useMutation({
    mutationFn: async (studyUid: string) => {
      // Opened at once, while the browser still takes it for an act of the person.
      const opened = window.open('about:blank');
      if (opened !== null) opened.opener = null;
      try {
        const { url } = await call(attachmentEndpoints.openStudy, { params: { caseNo }, body: { studyUid } });
        if (opened !== null) opened.location.href = url;
      } catch (error) {
        opened?.close();
        throw error;
      }
    },
  });

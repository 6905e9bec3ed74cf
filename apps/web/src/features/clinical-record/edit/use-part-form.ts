import type { FullRecord, RecordSection } from '@consilium/contracts';
import { App, Form, type FormInstance } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useRefusal } from '../../../lib/use-refusal';
import { recordSections } from '@consilium/contracts';
import { recordQuery, useWritePart, type RecordChange } from '../api';
import type { Content } from '../conflict/units';
import { useTexts } from '../locales';
import { emptyContent, typedContent } from './typed-content';

export type AnyPart = NonNullable<FullRecord['sections'][RecordSection]>;
export type PartValues = Omit<RecordChange, 'revision'>;

export interface Conflict {
  error: unknown;
  base: Content;
  mine: Content;
  theirs: AnyPart;
}

export interface PartForm {
  form: FormInstance<PartValues>;
  initial: PartValues;
  /** Revision the writing began with; 0 where nothing stood. */
  revision: number;
  isDirty: boolean;
  isSending: boolean;
  refusal: { error: unknown; sentence: string } | null;
  conflict: Conflict | null;
  noteChange: () => void;
  send: () => Promise<void>;
  /** Goes on from their writing with what was chosen: back in the form, or sent at once. */
  goOn: (merged: Content, sendNow: boolean) => Promise<void>;
}

/** The writing of one part: what it began with, what is typed, and what stands in its way. */
export function usePartForm(
  caseNo: string,
  section: RecordSection,
  part: AnyPart | null,
  onWritten: () => void,
): PartForm {
  const t = useTexts();
  const l = useLabel();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<PartValues>();
  // What somebody writes meanwhile must not move under the hands of who is typing.
  const [base, setBase] = useState({ revision: part?.revision ?? 0, content: (part?.content ?? {}) as Content });
  const [initial] = useState<PartValues>(() => {
    const today = isoDay(serverNow());
    return {
      observedOn: today,
      source: part?.source ?? 'OWN',
      sourceNote: '',
      reason: '',
      content: structuredClone(part?.content ?? emptyContent(section, today)) as Content,
    };
  });
  const [isDirty, setDirty] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const write = useWritePart(caseNo, section);
  const { refusal, refuse, clear } = useRefusal(form, write.isPending);

  const sendOn = async (on: typeof base) => {
    clear();
    const { content, ...provenance } = form.getFieldsValue(true) as PartValues;
    const mine = typedContent(section, content);
    try {
      await write.mutateAsync({ ...provenance, revision: on.revision, content: mine });
      setDirty(false);
      void message.success(t('saved', { part: l(recordSections.labels[section]) }));
      onWritten();
    } catch (error) {
      const theirs = client.getQueryData(recordQuery(caseNo).queryKey)?.sections[section] ?? null;
      if (isProblem(error, 'object/stale') && theirs !== null && theirs.revision !== on.revision)
        setConflict({ error, base: on.content, mine, theirs });
      else refuse(error);
    }
  };
  return {
    form,
    initial,
    revision: base.revision,
    isDirty,
    isSending: write.isPending,
    refusal,
    conflict,
    noteChange: () => setDirty(true),
    send: () => sendOn(base),
    goOn: async (merged, sendNow) => {
      if (conflict === null) return;
      const on = { revision: conflict.theirs.revision, content: conflict.theirs.content as Content };
      form.setFieldValue('content', merged);
      setBase(on);
      setConflict(null);
      if (sendNow) await sendOn(on);
    },
  };
}

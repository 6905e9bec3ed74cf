import { reminderEndpoints, remoteEndpoints, type DeidentifiedCase } from '@consilium/contracts';
import { screen } from '@testing-library/react';
import { answer, renderScreen } from '../../../testing/server';
import { RemotePortalScreen } from '../screens/portal';
import { expert, inHours, sampleSession, sampleShare } from './sample-share';

/** Answers for everything that the portal asks when a case is opened. */
export function answerPortal(shared: DeidentifiedCase = sampleShare()): void {
  answer(remoteEndpoints.home, { sessions: [sampleSession()] });
  answer(remoteEndpoints.readCase, shared);
  answer(reminderEndpoints.notifications, { items: [], unread: 0, nextCursor: null });
  answer(remoteEndpoints.keepDraft, ({ body }) => ({ version: body.version + 1, savedAt: inHours(0) }));
}

/** The portal with one case open. */
export async function showCase(shared?: DeidentifiedCase) {
  answerPortal(shared);
  const shown = await renderScreen(<RemotePortalScreen />, { route: '/remote/cases/PX-7F3K', me: expert });
  await screen.findByRole('article', { name: 'PX-7F3K' });
  return shown;
}

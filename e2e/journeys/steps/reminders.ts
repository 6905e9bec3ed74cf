import { obligationKinds, type ObligationKind } from '@consilium/contracts';
import { expect } from 'vitest';
import type { Records } from './records.js';
import type { Screen } from './screen.js';
import type { ToldCase } from './told-case.js';
import { said } from './words.js';

const words = {
  owed: said('需我处理', 'For me to do'),
  notifications: said('通知', 'Notifications'),
  mailbox: said('演示邮件', 'Demonstration mail'),
  refresh: said('刷新', 'Refresh'),
};

const region = (screen: Screen, name: string) => screen.page.getByRole('region', { name });

/** What the inbox says this person owes on the case. */
function owedOn(screen: Screen, { caseNo }: ToldCase, kind: ObligationKind) {
  return region(screen, screen.text(words.owed))
    .getByRole('link', { name: screen.text(obligationKinds.labels[kind]) })
    .and(screen.page.locator(`a[href*="/cases/${caseNo}"]`));
}

export async function seesOwed(screen: Screen, told: ToldCase, kind: ObligationKind): Promise<void> {
  await screen.go('/inbox');
  await owedOn(screen, told, kind).waitFor();
}

export async function owesNoMore(screen: Screen, told: ToldCase, kind: ObligationKind): Promise<void> {
  await screen.go('/inbox');
  await screen.heading(words.owed).waitFor();
  await expect.poll(() => owedOn(screen, told, kind).count(), { timeout: 10_000 }).toBe(0);
}

export async function seesNotified(screen: Screen, { caseNo }: ToldCase, kind: ObligationKind): Promise<void> {
  await region(screen, screen.text(words.notifications))
    .getByText(new RegExp(`${caseNo}.*${screen.text(obligationKinds.labels[kind])}`))
    .first()
    .waitFor();
}

/** The mail for this case, to an address that begins like this, is in the demonstration's mailbox. */
export async function seesMail(screen: Screen, { caseNo }: ToldCase, kind: ObligationKind, to: string): Promise<void> {
  await screen.go('/mailbox');
  const mail = screen.page
    .getByRole('list', { name: screen.text(words.mailbox), exact: true })
    .getByRole('listitem')
    .filter({ hasText: caseNo })
    .filter({ hasText: screen.text(obligationKinds.labels[kind]) })
    .filter({ hasText: to });
  // Mail arrives on its own; the page shows it once it is fetched anew.
  await expect
    .poll(
      async () => {
        await screen.button(words.refresh).click();
        return mail.count();
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBeGreaterThan(0);
}

/** Reminders of an obligation of the case that would still ring. */
export async function waitingReminders(
  records: Records,
  { caseNo }: ToldCase,
  kind: ObligationKind,
  departmentCode: string,
): Promise<string[]> {
  const rows = await records.rows<{ step: string }>(
    `SELECT r.step FROM reminders r JOIN obligations o ON o.id = r.obligation_id JOIN cases c ON c.id = o.case_id
       JOIN departments d ON d.id = o.department_id
     WHERE c.case_no = $1 AND o.kind = $2 AND d.code = $3 AND r.state = 'SCHEDULED'`,
    [caseNo, kind, departmentCode],
  );
  return rows.map(({ step }) => step);
}

/** When the reminders of the session ring that have not rung yet, by step, in milliseconds. */
export async function sessionReminders(records: Records, { sessionId }: ToldCase): Promise<Map<string, number>> {
  const rows = await records.rows<{ step: string; at: Date }>(
    `SELECT r.step, r.fire_at AS at FROM reminders r JOIN obligations o ON o.id = r.obligation_id
     WHERE o.session_id = $1 AND o.kind = 'SESSION' AND r.state = 'SCHEDULED' ORDER BY r.fire_at`,
    [sessionId],
  );
  return new Map(rows.map(({ step, at }) => [step, at.getTime()]));
}

/** Accounts of a department's members, who are told what it owes. */
export async function membersOf(records: Records, departmentCode: string): Promise<string[]> {
  const rows = await records.rows<{ account: string }>(
    `SELECT DISTINCT a.username AS account FROM memberships m JOIN departments d ON d.id = m.department_id
       JOIN accounts a ON a.person_id = m.person_id WHERE d.code = $1 AND m.role IN ('DEPT_MEMBER', 'DEPT_LEAD') ORDER BY 1`,
    [departmentCode],
  );
  return rows.map(({ account }) => account);
}

/** How often each person was told of a step of the department's opinion, in the app and by mail that arrived. */
export async function deliveries(
  records: Records,
  { caseNo }: ToldCase,
  step: string,
  departmentCode: string,
): Promise<{ account: string; notifications: number; mails: number }[]> {
  return records.rows(
    `SELECT a.username AS account, count(DISTINCT n.id)::int AS notifications, count(DISTINCT c.id)::int AS mails
     FROM notifications n JOIN accounts a ON a.person_id = n.person_id
       JOIN reminders r ON r.id = n.reminder_id JOIN obligations o ON o.id = r.obligation_id
       JOIN cases k ON k.id = o.case_id JOIN departments d ON d.id = o.department_id
       LEFT JOIN mails m ON m.notification_id = n.id LEFT JOIN caught_mails c ON c.message_id LIKE '%' || m.id || '%'
     WHERE k.case_no = $1 AND n.step = $2 AND d.code = $3 AND o.kind = 'OPINION' GROUP BY 1 ORDER BY 1`,
    [caseNo, step, departmentCode],
  );
}

/** What a message says of why it speaks. */
const STEP_WORDS: Record<string, { zh: string; en: string }> = {
  OPENED: said('新增', 'new'),
  DUE: said('现已到期', 'due now'),
};

/** How many notifications of this step the open inbox shows for the case. */
export async function notificationsShown(
  screen: Screen,
  { caseNo }: ToldCase,
  step: 'OPENED' | 'DUE',
): Promise<number> {
  const shown = region(screen, screen.text(words.notifications)).getByText(
    new RegExp(`${caseNo}.*${screen.text(STEP_WORDS[step] ?? said(step, step))}`),
  );
  await shown.first().waitFor();
  return shown.count();
}

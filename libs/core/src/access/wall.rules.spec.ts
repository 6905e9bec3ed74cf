import { roles, type Role } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { systemActor, type Actor } from './actor.js';
import { wallSettings } from './wall.rules.js';

const NOW = new Date('2026-11-18T01:00:00Z');
const ABOUT_WHO = new Set(['role', 'app.now', 'app.system', 'app.person_id', 'app.hospital_id']);

const person = (...memberships: Actor['memberships']): Actor => ({
  kind: 'PERSON',
  personId: 'person',
  name: '江听澜',
  hospitalId: 'host',
  isHost: true,
  memberships,
  locale: 'zh-CN',
});
const holding = (role: Role, departmentId: string | null = null) => person({ role, departmentId, hospitalId: 'host' });

/** Settings that let somebody in. */
const granted = (actor: Actor) =>
  Object.fromEntries(
    Object.entries(wallSettings(actor, NOW)).filter(([name, value]) => !ABOUT_WHO.has(name) && value !== ''),
  );

describe('what the database is told of who is asking', () => {
  it('always names the role that is held back, and the time by which shares are in force', () => {
    for (const role of roles.schema.options)
      expect(wallSettings(holding(role), NOW)).toMatchObject({ role: 'consilium_app', 'app.now': NOW.toISOString() });
  });

  it('lets oversight in to the hospital and to nothing by department', () => {
    expect(granted(holding('QC'))).toMatchObject({ 'app.case_hospitals': '{host}', 'app.board_hospitals': '{host}' });
    expect(granted(holding('QC'))).not.toHaveProperty('app.case_departments');
    expect(granted(holding('MEDICAL_AFFAIRS'))).not.toHaveProperty('app.writes');
  });

  it('lets clinical staff in by their departments, each once', () => {
    const both = person(
      { role: 'DEPT_MEMBER', departmentId: 'urology', hospitalId: 'host' },
      { role: 'CASE_OWNER', departmentId: 'urology', hospitalId: 'host' },
      { role: 'DEPT_LEAD', departmentId: 'pathology', hospitalId: 'host' },
    );
    expect(granted(both)).toMatchObject({
      'app.case_departments': '{urology,pathology}',
      'app.opinion_departments': '{urology,pathology}',
      'app.own_case_hospitals': '{host}',
      'app.writes': 'on',
    });
    expect(granted(both)).not.toHaveProperty('app.case_hospitals');
  });

  it('lets people of other hospitals in to what is shared, and a guest to their session alone', () => {
    const expert = holding('REMOTE_EXPERT');
    expect(granted(expert)).toEqual({ 'app.share_hospitals': '{host}', 'app.writes': 'on' });
    expect(granted({ ...expert, onlySessionId: 'session' })).toMatchObject({ 'app.only_session_id': 'session' });
  });

  it.each(['ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'OBSERVER'] as const)('lets %s in to nothing of a patient', (role) => {
    // What is shared with whom is told without anything of a patient.
    const {
      'app.writes': _writes,
      'app.share_list_hospitals': _shares,
      'app.organisation_hospitals': _organisation,
      'app.emergency_watch_hospitals': _watched,
      ...sight
    } = granted(holding(role, 'urology'));
    expect(sight).toEqual({});
  });

  it('knows a system actor by its name and nothing else', () => {
    expect(granted(systemActor('reminder-delivery', ''))).toEqual({});
    expect(wallSettings(systemActor('reminder-delivery', ''), NOW)['app.system']).toBe('reminder-delivery');
    expect(wallSettings(holding('ADMIN'), NOW)['app.system']).toBe('');
  });
});

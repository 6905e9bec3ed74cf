import type { AttendanceMode, Title } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import {
  mayChair,
  missingOf,
  quorumOf,
  withoutAnatomy,
  type Attendee,
  type QuorumCase,
  type QuorumDepartment,
} from './quorum.rules.js';

const department = (code: string, kind: string, zh: string): QuorumDepartment => ({
  departmentId: code,
  code,
  kind,
  name: { zh, en: code },
  anatomy: null,
});
const urology = department('urology', 'surgical', '泌尿外科');
const bone = department('bone-soft-tissue-oncology', 'oncology', '骨软组织肿瘤科');
const nutrition = department('clinical-nutrition', 'support', '营养科');

const facts: QuorumCase = {
  chairId: 'chair',
  hostHospitalId: 'host',
  owner: { personId: 'owner', name: '沈若筠', departmentIds: ['gynecologic-oncology'] },
  hasPathology: true,
  requiredDepartments: [urology, bone, nutrition],
  imagingIds: ['diagnostic-radiology'],
  pathologyIds: ['pathology'],
  anaesthesiaIds: ['anesthesiology'],
  direction: null,
  sharedWith: [{ hospitalId: 'beichen', name: { zh: '北辰肿瘤医院', en: 'Beichen' } }],
};
const person = (
  personId: string,
  departmentIds: string[],
  more: { title?: Title; mode?: AttendanceMode; hospitalId?: string } = {},
): Attendee => ({
  personId,
  name: personId,
  title: 'CHIEF',
  hospitalId: 'host',
  mode: 'IN_PERSON',
  departmentIds,
  ...more,
});
const everyone = [
  person('chair', ['colorectal-surgery']),
  person('owner', ['gynecologic-oncology']),
  person('imaging', ['diagnostic-radiology']),
  person('pathologist', ['pathology']),
  person('urologist', ['urology']),
  person('bone', ['bone-soft-tissue-oncology']),
  person('anaesthetist', ['anesthesiology']),
  person('expert', [], { hospitalId: 'beichen', mode: 'REMOTE' }),
];
const without = (personId: string) => everyone.filter((one) => one.personId !== personId);
const missing = (present: Attendee[], changed: Partial<QuorumCase> = {}) =>
  quorumOf({ ...facts, ...changed }, present)
    .lines.filter(({ met }) => !met)
    .map(({ key }) => key);

describe('quorum', () => {
  it('says which structures ask for a department, but not to who may not know what the case is about', () => {
    const anatomy = { zh: '受累结构：膀胱（受侵）', en: 'Involved: Bladder (invades)' };
    const quorum = quorumOf({ ...facts, requiredDepartments: [{ ...urology, anatomy }] }, everyone);
    const basisIn = ({ lines }: typeof quorum) => lines.find(({ key }) => key === 'department:urology')?.basis;
    expect(basisIn(quorum)).toEqual(anatomy);
    expect(basisIn(withoutAnatomy(quorum))).toEqual(basisIn(quorumOf(facts, everyone)));
  });

  it('is met when everyone the rule asks for is there, and says by whom', () => {
    const quorum = quorumOf(facts, everyone);
    expect(quorum.met).toBe(true);
    expect(quorum.lines.find(({ key }) => key === 'imaging')).toMatchObject({ met: true, by: 'imaging' });
    expect(quorum.lines.every(({ basis }) => basis.zh !== '' && basis.en !== '')).toBe(true);
  });

  it.each([
    ['chair', 'chair'],
    ['owner', 'presenter'],
    ['imaging', 'imaging'],
    ['pathologist', 'pathology'],
    ['urologist', 'department:urology'],
    ['bone', 'department:bone-soft-tissue-oncology'],
    ['anaesthetist', 'anaesthesia'],
    ['expert', 'hospital:beichen'],
  ])('without %s lacks %s', (absent, key) => expect(missing(without(absent))).toEqual([key]));

  it('lets someone of the same department present for the owner', () => {
    expect(missing([...without('owner'), person('colleague', ['gynecologic-oncology'])])).toEqual([]);
  });
  it('does not ask for a required department that does not operate', () => {
    expect(quorumOf(facts, everyone).lines.map(({ key }) => key)).not.toContain('department:clinical-nutrition');
  });
  it('does not ask for pathology where there is no tissue', () => {
    expect(missing(without('pathologist'), { hasPathology: false })).toEqual([]);
  });
  it('asks for anaesthesia once surgery is in question, though no operating department is required', () => {
    const medical = { requiredDepartments: [nutrition] };
    expect(missing(without('anaesthetist'), medical)).toEqual([]);
    expect(missing(without('anaesthetist'), { ...medical, direction: 'SURGERY' })).toEqual(['anaesthesia']);
  });
  it('asks for three disciplines and two attendings', () => {
    const chairAlone = [person('chair', ['urology'])];
    expect(missing(chairAlone)).toEqual(expect.arrayContaining(['disciplines', 'attendings']));
  });
  it('counts someone in another’s place only from attending grade on', () => {
    const proxy = (title: Title) => [...without('urologist'), person('young', ['urology'], { title, mode: 'PROXY' })];
    expect(missing(proxy('RESIDENT'))).toEqual(['department:urology']);
    expect(missing(proxy('ATTENDING'))).toEqual([]);
  });
  it('does not let an outside expert stand for a department of the host', () => {
    expect(missing([...without('urologist'), person('guest', ['urology'], { hospitalId: 'beichen' })])).toEqual([
      'department:urology',
    ]);
  });
  it('names what is missing in both languages', () => {
    const quorum = quorumOf(
      facts,
      without('urologist').filter(({ personId }) => personId !== 'imaging'),
    );
    expect(missingOf(quorum)).toEqual({ zh: '影像、泌尿外科', en: 'Imaging, urology' });
  });
});

it('only associate chiefs and chiefs may chair', () => {
  expect((['CHIEF', 'ASSOCIATE_CHIEF', 'ATTENDING', 'RESIDENT', 'NURSE', 'STAFF'] as const).filter(mayChair)).toEqual([
    'CHIEF',
    'ASSOCIATE_CHIEF',
  ]);
});

import { pelvicCentre } from '../centre-template.js';
import shipped from '../data/demonstration-centre.json' with { type: 'json' };
import { demonstrationCentre as schema } from './centre-schema.js';
import type { DemonstrationCentre, DemonstrationPerson } from './centre-schema.js';

/** The demonstration centre; its departments are the whole roster of the pelvic centre's template. */
export const demonstrationCentre: DemonstrationCentre = schema.parse({ ...shipped, departments: pelvicCentre.roster });

/** The person of this account; undefined where there is none. */
export const personByAccount = (account: string): DemonstrationPerson | undefined =>
  demonstrationCentre.people.find((person) => person.account === account);

/** Who speaks for a department of the host hospital: its lead where it has one, else its first member. */
export const speakerOf = (departmentCode: string): DemonstrationPerson | undefined => {
  const holding = (role: 'DEPT_LEAD' | 'DEPT_MEMBER') =>
    demonstrationCentre.people.find((person) =>
      person.memberships.some((held) => held.role === role && held.departmentCode === departmentCode),
    );
  return holding('DEPT_LEAD') ?? holding('DEPT_MEMBER');
};

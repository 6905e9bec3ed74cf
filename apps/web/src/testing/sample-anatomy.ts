import type { CaseAnatomy } from '@consilium/contracts';

const ureter = { zh: '左输尿管', en: 'Left ureter' };

/** A case with an invaded ureter and a suspected presacral plexus. */
export const sampleAnatomy: CaseAnatomy = {
  structures: [{ code: 'ureter-left', name: ureter, region: 'anterior', involvement: 'INVADE' }],
  compartments: ['ANTERIOR', 'POSTERIOR'],
  isExenteration: true,
  departments: [
    {
      departmentId: '00000000-0000-7000-8000-0000000000d1',
      name: { zh: '泌尿外科', en: 'Urology' },
      requirement: 'REQUIRED',
      structures: [ureter],
    },
  ],
  quorum: [
    {
      key: 'department:urology',
      label: { zh: '泌尿外科', en: 'Urology' },
      basis: { zh: '受累结构：左输尿管（受侵）', en: 'Involved: Left ureter (invades)' },
      structures: [ureter],
    },
  ],
  bleedingRisk: {
    degree: 'HIGH',
    reasons: [{ rule: 'bleeding-site', text: { zh: '骶骨或髋臼受累，高出血风险', en: 'Sacrum involved' } }],
  },
  planPrompts: [
    { code: 'structure:ureter-left', kind: 'STRUCTURE', text: ureter, structures: [ureter] },
    {
      code: 'ureter-injury',
      kind: 'CONTINGENCY',
      text: { zh: '输尿管损伤：双 J 管置入', en: 'Ureter injury: double-J stent' },
      structures: [ureter],
    },
    {
      code: 'ureter-reconstruction',
      kind: 'STAGE',
      text: { zh: '切除受累输尿管并再植', en: 'Resect and re-implant the ureter' },
      structures: [ureter],
    },
  ],
};

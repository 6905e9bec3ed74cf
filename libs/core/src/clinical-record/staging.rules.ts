import type { StagingSystem } from '@consilium/contracts';

/** What was found, by component: T, N, M, or what the system names. */
export type StageComponents = Readonly<Record<string, string>>;

const one = (value: string | undefined, ...among: string[]): boolean => value !== undefined && among.includes(value);

/** AJCC, 8th edition, colon and rectum. */
function colorectal({ T = '', N = '', M = '' }: StageComponents): string | null {
  const distant = { M1a: 'IVA', M1b: 'IVB', M1c: 'IVC' }[M];
  if (distant !== undefined) return distant;
  if (M !== 'M0') return null;
  if (N === 'N0') return { Tis: '0', T1: 'I', T2: 'I', T3: 'IIA', T4a: 'IIB', T4b: 'IIC' }[T] ?? null;
  const n1 = one(N, 'N1a', 'N1b', 'N1c');
  if (!n1 && !one(N, 'N2a', 'N2b')) return null;
  if (one(T, 'T1', 'T2') && n1) return 'IIIA';
  if (T === 'T1' && N === 'N2a') return 'IIIA';
  if (one(T, 'T3', 'T4a') && n1) return 'IIIB';
  if (one(T, 'T2', 'T3') && N === 'N2a') return 'IIIB';
  if (one(T, 'T1', 'T2') && N === 'N2b') return 'IIIB';
  if (one(T, 'T3', 'T4a', 'T4b')) return 'IIIC';
  return null;
}

/** FIGO 2018, cervix. Nodes put a tumour of any local extent short of the bladder or rectum into IIIC; r or p says how they were found. */
function cervix({ extent = '', nodes = '', nodesBy = '', M = '' }: StageComponents): string | null {
  if (M === 'M1') return 'IVB';
  if (extent === 'IVA') return 'IVA';
  if (nodes === 'PARA_AORTIC') return `IIIC2${nodesBy}`;
  if (nodes === 'PELVIC') return `IIIC1${nodesBy}`;
  return extent === '' ? null : extent;
}

/** AJCC, 8th edition, urinary bladder. */
function bladder({ T = '', N = '', M = '' }: StageComponents): string | null {
  if (M === 'M1b') return 'IVB';
  if (M === 'M1a') return 'IVA';
  if (M !== 'M0') return null;
  if (T === 'T4b') return 'IVA';
  if (N === 'N0')
    return { Ta: '0a', Tis: '0is', T1: 'I', T2a: 'II', T2b: 'II', T3a: 'IIIA', T3b: 'IIIA', T4a: 'IIIA' }[T] ?? null;
  if (!one(T, 'T1', 'T2a', 'T2b', 'T3a', 'T3b', 'T4a')) return null;
  if (N === 'N1') return 'IIIA';
  return one(N, 'N2', 'N3') ? 'IIIB' : null;
}

/** AJCC, 8th edition, prostate: T, N, M with PSA in ng/ml and the grade group. A pathological T2 has no letter and counts with T2a. */
function prostate({ T = '', N = '', M = '', PSA = '', grade = '' }: StageComponents): string | null {
  if (one(M, 'M1', 'M1a', 'M1b', 'M1c')) return 'IVB';
  if (M !== 'M0') return null;
  if (N === 'N1') return 'IVA';
  const confined = one(T, 'T1a', 'T1b', 'T1c', 'T2', 'T2a', 'T2b', 'T2c');
  if (N !== 'N0' || !(confined || one(T, 'T3a', 'T3b', 'T4'))) return null;
  if (grade === '5') return 'IIIC';
  if (!one(grade, '1', '2', '3', '4')) return null;
  if (!confined) return 'IIIB';
  if (PSA === 'FROM_20') return 'IIIA';
  if (!one(PSA, 'UNDER_10', 'FROM_10')) return null;
  if (grade === '2') return 'IIB';
  if (grade !== '1') return 'IIC';
  return PSA === 'UNDER_10' && !one(T, 'T2b', 'T2c') ? 'I' : 'IIA';
}

/** AJCC, 8th edition, soft tissue sarcoma. Nodes are IIIB in the retroperitoneum, where the pelvis counts to, and IV in the trunk. */
function softTissue({ site = '', T = '', N = '', M = '', grade = '' }: StageComponents): string | null {
  if (M === 'M1') return 'IV';
  if (M !== 'M0') return null;
  if (N === 'N1') return { RETROPERITONEUM: 'IIIB', TRUNK: 'IV' }[site] ?? null;
  if (N !== 'N0') return null;
  if (one(grade, 'G1', 'GX')) return { T1: 'IA', T2: 'IB', T3: 'IB', T4: 'IB' }[T] ?? null;
  if (one(grade, 'G2', 'G3')) return { T1: 'II', T2: 'IIIA', T3: 'IIIB', T4: 'IIIB' }[T] ?? null;
  return null;
}

/** AJCC, 8th edition, anus. */
function anus({ T = '', N = '', M = '' }: StageComponents): string | null {
  if (M === 'M1') return 'IV';
  if (M !== 'M0') return null;
  if (N === 'N0') return { Tis: '0', T1: 'I', T2: 'IIA', T3: 'IIB', T4: 'IIIB' }[T] ?? null;
  if (!one(N, 'N1a', 'N1b', 'N1c')) return null;
  return { T1: 'IIIA', T2: 'IIIA', T3: 'IIIC', T4: 'IIIC' }[T] ?? null;
}

/** Enneking's surgical stages of malignant tumours: grade, inside or beyond the compartment, metastasis. */
function enneking({ G = '', T = '', M = '' }: StageComponents): string | null {
  if (M === 'M1') return 'III';
  if (M !== 'M0') return null;
  const beyond = { T1: 'A', T2: 'B' }[T];
  const grade = { G1: 'I', G2: 'II' }[G];
  return beyond === undefined || grade === undefined ? null : `${grade}${beyond}`;
}

/** Where the stage is assessed as such and nothing is derived. */
const asAssessed = ({ stage = '' }: StageComponents): string | null => (stage === '' ? null : stage);

const rules: Record<StagingSystem, (components: StageComponents) => string | null> = {
  AJCC_COLORECTAL: colorectal,
  FIGO_CERVIX: cervix,
  AJCC_BLADDER: bladder,
  AJCC_PROSTATE: prostate,
  AJCC_SOFT_TISSUE: softTissue,
  // The 8th edition gives components and no groups for spine and pelvis.
  AJCC_BONE_PELVIS: () => null,
  AJCC_ANUS: anus,
  FIGO_OVARY: asAssessed,
  FIGO_ENDOMETRIUM: asAssessed,
  ENNEKING: enneking,
  OTHER: () => null,
};

/**
 * The stage group that follows from components; null where they do not say enough or the system has none.
 *
 * Source: AJCC Cancer Staging Manual, 8th edition; FIGO 2018 (cervix), 2014 (ovary), 2023 (endometrium); Enneking 1980. Which editions are in
 * force here is for the centre to say; a stage of another edition is not derived.
 */
export const deriveStage = (system: StagingSystem, components: StageComponents): string | null =>
  rules[system](components);

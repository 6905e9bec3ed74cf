import { structures as catalogue } from '@consilium/catalog';
import type { Bilingual, ClinicalRecord, Involvement, PlanPrompt } from '@consilium/contracts';
import { isInvolved } from './department-proposal-condition.rules.js';
import { BOWEL, INTERNAL_ILIAC, MAIN_ARTERIES, MAIN_VEINS, NERVES, SACRUM } from './organ-groups.rules.js';

type Structures = ClinicalRecord['structures'];

interface PromptRule {
  code: string;
  kind: PlanPrompt['kind'];
  anyOf: readonly string[];
  atLeast: Involvement;
  text: Bilingual;
}

const URETERS = ['ureter-left', 'ureter-right'];
const BLADDER = ['bladder', 'bladder-trigone'];
const PRESACRAL = ['presacral-venous-plexus', 'presacral-space', ...SACRUM];

const when = (anyOf: readonly string[], atLeast: Involvement) => ({ anyOf, atLeast });

/**
 * What a plan should provide for, by the structures involved. Basis: the contingency templates and the planned-operation fields of the
 * domain notes (presacral bleeding, vessel, ureter, bladder, bowel and nerve injury; vessel control, balloon, neuromonitoring); the
 * degrees from which each is suggested are Default.
 */
const PROMPTS: readonly PromptRule[] = [
  {
    code: 'presacral-bleeding',
    kind: 'CONTINGENCY',
    ...when(PRESACRAL, 'SUSPECT'),
    text: {
      zh: '骶前静脉丛出血：立即压迫，重复缝合或骶骨钉止血；无效则纱布填塞，待复苏后再探查',
      en: 'Presacral bleeding: compress at once, repeated sutures or sacral tacks; pack and return after resuscitation if it goes on',
    },
  },
  {
    code: 'iliac-artery-injury',
    kind: 'CONTINGENCY',
    ...when(MAIN_ARTERIES, 'SUSPECT'),
    text: {
      zh: '髂动脉损伤：先行近远端阻断，血管外科修补或移植物置换',
      en: 'Iliac artery injury: proximal and distal clamp first, then repair or graft by vascular surgery',
    },
  },
  {
    code: 'iliac-vein-injury',
    kind: 'CONTINGENCY',
    ...when([...MAIN_VEINS, ...INTERNAL_ILIAC], 'SUSPECT'),
    text: {
      zh: '髂静脉损伤：压迫控制，直视下缝合，必要时结扎或补片',
      en: 'Iliac vein injury: control by compression, suture under vision, ligate or patch if needed',
    },
  },
  {
    code: 'ureter-injury',
    kind: 'CONTINGENCY',
    ...when(URETERS, 'ABUT'),
    text: {
      zh: '输尿管损伤：双 J 管置入，端端吻合或膀胱再植',
      en: 'Ureter injury: double-J stent, end-to-end anastomosis or re-implantation',
    },
  },
  {
    code: 'bladder-injury',
    kind: 'CONTINGENCY',
    ...when([...BLADDER, 'urethra'], 'ABUT'),
    text: { zh: '膀胱或尿道损伤：双层修补，留置导尿', en: 'Bladder or urethra injury: two-layer repair, catheter' },
  },
  {
    code: 'bowel-injury',
    kind: 'CONTINGENCY',
    ...when(BOWEL, 'ABUT'),
    text: {
      zh: '肠管损伤：一期修补或切除吻合，污染重者转流造口',
      en: 'Bowel injury: repair or resect, diverting stoma where soiled',
    },
  },
  {
    code: 'nerve-injury',
    kind: 'CONTINGENCY',
    ...when(NERVES, 'ABUT'),
    text: {
      zh: '坐骨或腰骶神经受损：停止牵拉，显微探查，必要时吻合',
      en: 'Sciatic or lumbosacral nerve injury: stop traction, explore, suture if needed',
    },
  },
  {
    code: 'positive-margin',
    kind: 'CONTINGENCY',
    ...when(['pelvic-side-wall-left', 'pelvic-side-wall-right', ...PRESACRAL], 'SUSPECT'),
    text: {
      zh: '冰冻切缘阳性：扩大切除一次；仍阳性则标记范围，术后放疗',
      en: 'Positive frozen margin: extend once; if still positive mark it for radiotherapy',
    },
  },
  {
    code: 'vascular-control',
    kind: 'PREPARATION',
    ...when(MAIN_ARTERIES, 'SUSPECT'),
    text: {
      zh: '开始分离前预置髂动脉近端与远端阻断带',
      en: 'Slings on the iliac artery, proximal and distal, before dissection',
    },
  },
  {
    code: 'aortic-balloon',
    kind: 'PREPARATION',
    ...when([...SACRUM, 'acetabulum', 'sacroiliac-joint', ...MAIN_ARTERIES], 'INVADE'),
    text: {
      zh: '评估腹主动脉球囊阻断（Ⅲ区），备导管与介入医师',
      en: 'Consider an aortic balloon (zone III); catheter and interventionist on stand-by',
    },
  },
  {
    code: 'neuromonitoring',
    kind: 'PREPARATION',
    ...when([...SACRUM, ...NERVES], 'SUSPECT'),
    text: {
      zh: '术中神经监测：骶神经与坐骨神经',
      en: 'Intraoperative monitoring of sacral and sciatic nerves',
    },
  },
  {
    code: 'ureteric-stents',
    kind: 'PREPARATION',
    ...when(URETERS, 'ABUT'),
    text: { zh: '切皮前置入输尿管支架作标记', en: 'Ureteric stents as markers before incision' },
  },
  {
    code: 'ureter-reconstruction',
    kind: 'STAGE',
    ...when(URETERS, 'INVADE'),
    text: {
      zh: '切除受累输尿管，再植或端端吻合，置双 J 管',
      en: 'Resect the involved ureter, re-implant or join it, place a double-J stent',
    },
  },
  {
    code: 'perineal-reconstruction',
    kind: 'STAGE',
    ...when(['perineal-skin', 'levator-ani', 'vulva'], 'INVADE'),
    text: { zh: '皮瓣修复会阴与盆底缺损', en: 'Close the perineal and pelvic-floor defect with a flap' },
  },
];

const byCode = new Map(catalogue.map((structure) => [structure.code, structure]));
const DEGREES: readonly Involvement[] = ['ABUT', 'SUSPECT', 'INVADE'];

/** Names of involved structures, as far as they are of the kind and reach the degree. */
export const namesOfInvolved = (
  structures: Structures,
  { anyOf, atLeast }: { anyOf: readonly string[]; atLeast: Involvement },
): Bilingual[] =>
  structures
    .filter(({ code, involvement }) => anyOf.includes(code) && DEGREES.indexOf(involvement) >= DEGREES.indexOf(atLeast))
    .flatMap(({ code }) => byCode.get(code)?.name ?? []);

/** Structures that a dissection can hurt: vessels, nerves and ureters from abutting on. */
const atRisk = (structures: Structures): PlanPrompt[] =>
  structures.flatMap(({ code }): PlanPrompt[] => {
    const structure = byCode.get(code);
    if (structure === undefined) return [];
    const { name, region } = structure;
    if (region !== 'vessels' && region !== 'nerves' && !URETERS.includes(code)) return [];
    return [{ code: `structure:${code}`, kind: 'STRUCTURE', text: name, structures: [name] }];
  });

/** What the plan of a case should say because of its involved structures; nothing where none asks for anything. */
export const planPromptsOf = (structures: Structures): PlanPrompt[] => [
  ...atRisk(structures),
  ...PROMPTS.filter(({ anyOf, atLeast }) => isInvolved({ structures }, { anyOf: [...anyOf], atLeast })).map(
    ({ code, kind, text, anyOf, atLeast }) => ({
      code,
      kind,
      text,
      structures: namesOfInvolved(structures, { anyOf, atLeast }),
    }),
  ),
];

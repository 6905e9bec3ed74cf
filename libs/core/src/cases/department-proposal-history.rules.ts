import {
  MAIN_ARTERIES,
  asked,
  from,
  named,
  optional,
  required,
  stated,
} from './department-proposal-condition.rules.js';
import type { ProposalRule } from './department-proposal-condition.rules.js';

/** Who takes part because of the disease, what was done before and what is asked. */
export const HISTORY_RULES: readonly ProposalRule[] = [
  required('colorectal-surgery', 'bowel-named', {
    when: { words: named(/直肠|结肠|肛管|肛门|肠段|造口|rect(?:um|al)|colon|bowel|stoma/i) },
    zh: '诊断或问题涉及肠管或造口',
    en: 'Diagnosis or question is about bowel or stoma',
  }),
  required('gynecologic-oncology', 'female-genital-organs-named', {
    when: { words: named(/子宫|宫颈|卵巢|附件|阴道|外阴|uter(?:us|ine)|cervi(?:x|cal)|ovar(?:y|ies|ian)|vagin|vulv/i) },
    zh: '诊断或问题涉及女性生殖器官',
    en: 'Diagnosis or question is about female genital organs',
  }),
  required('urology', 'urinary-tract-named', {
    when: { words: named(/膀胱|输尿管|前列腺|尿道|尿流|排尿|bladder|ureter|prostat|urethra|urinary/i) },
    zh: '诊断或问题涉及泌尿系',
    en: 'Diagnosis or question is about the urinary tract',
  }),
  required('urology', 'urinary-obstruction-or-fistula', {
    when: {
      words: stated(
        /肾积水|肾造瘘|输尿管[^，。；]*扩张|漏尿|膀胱[^，。；]{0,4}瘘|hydronephrosis|nephrostomy|urinary fistula/i,
      ),
    },
    zh: '肾积水、造瘘或尿瘘，须评估引流与改道',
    en: 'Hydronephrosis, nephrostomy or urinary fistula: drainage and diversion',
  }),
  required('bone-soft-tissue-oncology', 'pelvic-bone-named', {
    when: {
      words: named(
        /骶骨|骶椎|截骨|髂骨|髋臼|耻骨|坐骨(?!直肠|肛门)|sacr(?:um|ectomy)|ilium|acetabul|pubi[cs]|ischium/i,
      ),
    },
    zh: '诊断或问题涉及骶骨或骨盆',
    en: 'Diagnosis or question is about sacrum or pelvic bone',
  }),
  optional('bone-soft-tissue-oncology', 'sarcoma-named', {
    when: { words: named(/肉瘤|sarcoma/i) },
    zh: '肉瘤类肿瘤，按需骨软组织肿瘤科会商',
    en: 'Sarcoma: bone and soft-tissue oncology as needed',
  }),
  required('vascular-surgery', 'main-vessel-asked-about', {
    when: {
      words: named(/(?:包绕|侵犯|累及)[^，。；]{0,6}(?:髂[总外内]?(?:动脉|静脉|血管)|腔静脉)|encas\w* [^,.;]*iliac/i),
    },
    zh: '诊断或问题提及髂血管受累',
    en: 'Diagnosis or question names an involved iliac vessel',
  }),
  optional('vascular-surgery', 'thrombosis', {
    when: { words: stated(/静脉血栓|癌栓|瘤栓|肺栓塞|\bDVT\b|thrombo(?:sis|embol)|pulmonary embolism/i) },
    zh: '静脉血栓或癌栓，须评估滤器与抗凝',
    en: 'Venous or tumour thrombus: filter and anticoagulation',
  }),

  required('interventional-oncology', 'embolisation-asked', {
    when: { words: asked(/栓塞|球囊|造影|emboli[sz]|balloon/i) },
    zh: '问题涉及栓塞或球囊阻断',
    en: 'The question is about embolisation or balloon occlusion',
  }),
  optional('interventional-oncology', 'embolised-before', {
    when: { priorTreatments: ['EMBOLISATION', 'ABLATION'] },
    zh: '既往栓塞或消融，须核对血供与效果',
    en: 'Embolised or ablated before: supply and effect to be checked',
  }),
  optional('interventional-oncology', 'vascular-sarcoma', {
    when: { words: named(/肉瘤|孤立性纤维|sarcoma|solitary fibrous/i) },
    zh: '肉瘤类肿瘤血供丰富，按需术前栓塞',
    en: 'Sarcomas are often vascular: embolisation as needed',
  }),

  required('radiation-oncology', 'irradiated-before', {
    when: { priorTreatments: ['RADIOTHERAPY'] },
    zh: '既往放疗，须核对剂量、野与再程可行性',
    en: 'Irradiated before: dose, field and re-irradiation to be judged',
  }),
  required('radiation-oncology', 'radiotherapy-asked', {
    when: { words: asked(/放疗|放射|照射|再程|重离子|质子|剂量|radi(?:ation|otherapy)|irradiat|carbon|proton/i) },
    zh: '问题涉及放射治疗',
    en: 'The question is about radiotherapy',
  }),
  required('radiation-oncology', 'chordoma', {
    when: { words: named(/脊索瘤|chordoma/i) },
    zh: '脊索瘤，粒子放疗是手术的替代或补充',
    en: 'Chordoma: particle therapy is an alternative or an addition to surgery',
  }),
  optional('radiation-oncology', 'radiotherapy-part-of-treatment', {
    when: { tumourTypes: ['COLORECTAL', 'ANAL', 'CERVICAL', 'ENDOMETRIAL', 'VULVOVAGINAL', 'PROSTATE'] },
    zh: '该类肿瘤常规治疗包含放疗',
    en: 'Radiotherapy is part of the standard treatment of this tumour',
  }),
  optional('radiation-oncology', 'radiotherapy-of-sarcoma', {
    when: { words: named(/肉瘤|sarcoma/i) },
    zh: '肉瘤，按需术前或术后放疗',
    en: 'Sarcoma: radiotherapy before or after surgery as needed',
  }),

  required('medical-oncology', 'systemic-treatment-before', {
    when: { priorTreatments: ['CHEMOTHERAPY', 'TARGETED', 'IMMUNOTHERAPY'] },
    zh: '既往系统治疗，须判断疗效与后续方案',
    en: 'Systemic treatment before: response and next line to be judged',
  }),
  required('medical-oncology', 'systemic-treatment-asked', {
    when: {
      words: asked(
        /化疗|药物|新辅助|系统治疗|维持|免疫|靶向|内分泌治疗|chemo|systemic|maintenance|neoadjuvant|immuno|targeted/i,
      ),
    },
    zh: '问题涉及系统治疗',
    en: 'The question is about systemic therapy',
  }),
  required('medical-oncology', 'spread-beyond-pelvis', {
    when: { presentations: ['REGIONAL', 'DISTANT', 'LOCAL_PLUS_DISTANT'] },
    zh: '区域或远处转移，须先议系统治疗',
    en: 'Regional or distant spread: systemic therapy comes first into question',
  }),
  required('medical-oncology', 'platinum-tumour', {
    when: { tumourTypes: ['OVARIAN'] },
    zh: '卵巢癌手术与化疗、维持须一并决定',
    en: 'Ovarian cancer: surgery, chemotherapy and maintenance are decided together',
  }),
  optional('medical-oncology', 'perioperative-systemic-treatment', {
    when: {
      tumourTypes: [
        'COLORECTAL',
        'ANAL',
        'CERVICAL',
        'ENDOMETRIAL',
        'VULVOVAGINAL',
        'BLADDER',
        'PROSTATE',
        'SOFT_TISSUE',
      ],
    },
    zh: '按需围术期系统治疗',
    en: 'Systemic therapy around surgery as needed',
  }),
  optional('medical-oncology', 'chemosensitive-bone-tumour', {
    when: { words: named(/骨肉瘤|尤文|高级别|去分化|osteosarcoma|ewing|high-grade|dedifferentiated/i) },
    zh: '对化疗敏感的骨与软组织肿瘤',
    en: 'Bone or soft-tissue tumour that may respond to chemotherapy',
  }),

  required('plastic-surgery', 'reconstruction-asked', {
    when: { words: asked(/重建阴道|皮瓣|缺损|修复|愈合|盆底重建|flap|defect|reconstruct|healing/i) },
    zh: '问题涉及缺损修复或愈合',
    en: 'The question is about closing a defect or healing',
  }),

  optional('gcp-center', 'trial-asked', {
    when: { words: stated(/临床试验|入组|临床研究|clinical trial/i) },
    zh: '评估临床试验机会',
    en: 'A clinical trial may be open',
  }),
  optional('gcp-center', 'later-line', {
    when: { priorTreatments: ['TARGETED', 'IMMUNOTHERAPY'] },
    zh: '已用靶向或免疫治疗，标准方案有限，评估临床试验机会',
    en: 'Targeted or immunotherapy already used: few standard options left, a trial may be open',
  }),
  optional('interventional-oncology', 'metastasis-for-local-treatment', {
    when: { words: stated(/肝转移|肺转移|寡转移|(?:liver|lung|hepatic|pulmonary|oligo)\W?metasta/i) },
    zh: '肝或肺转移，评估消融等局部治疗',
    en: 'Liver or lung metastasis: ablation or other local treatment to be judged',
  }),
  optional('head-neck-surgery', 'scarred-artery', {
    when: {
      priorTreatments: ['SURGERY'],
      presentations: ['LOCAL_RECURRENCE', 'LOCAL_PLUS_DISTANT'],
      involved: [from('ABUT', MAIN_ARTERIES)],
    },
    zh: '术后复发贴邻髂动脉，瘢痕内分离按需支援',
    en: 'Recurrence after surgery beside the iliac arteries: support for dissection in scar as needed',
  }),
  optional('thoracic-surgery', 'lung-metastasis', {
    when: { words: stated(/肺转移|lung metasta|pulmonary metasta/i) },
    zh: '肺转移，评估局部治疗',
    en: 'Lung metastasis: local treatment to be judged',
  }),
  optional('hepatobiliary-surgery', 'liver-metastasis', {
    when: { words: stated(/肝转移|liver metasta|hepatic metasta/i) },
    zh: '肝转移，评估局部治疗',
    en: 'Liver metastasis: local treatment to be judged',
  }),
];

import { optional, required, stated } from './department-proposal-condition.rules.js';
import type { ProposalRule } from './department-proposal-condition.rules.js';

/** Who takes part because of the patient: other diseases, state and age. */
export const PATIENT_RULES: readonly ProposalRule[] = [
  required('clinical-nutrition', 'nutritional-risk', {
    when: {
      words: stated(
        /白蛋白|营养(?!治疗科)|消瘦|恶病质|体重[^，。；]*(?:降|减|轻)|肠梗阻|albumin|malnutrition|weight loss|cachexia|bowel obstruction/i,
      ),
    },
    zh: '有营养风险，须术前纠正',
    en: 'Nutritional risk: to be corrected before surgery',
  }),
  required('cardiology', 'heart-disease', {
    when: {
      words: stated(
        /冠心病|冠脉|心肌|心绞痛|心梗|心衰|心力衰竭|心功能不全|心律失常|房颤|起搏器|心脏瓣膜|氯吡格雷|coronary|myocardial|heart failure|angina|atrial fibrillation|pacemaker/i,
      ),
    },
    zh: '心脏疾病，须评估风险并调整用药',
    en: 'Heart disease: risk and medication to be assessed',
  }),
  required('nephrology', 'kidney-disease', {
    when: {
      words: stated(
        /肾功能|肾衰|肾病|eGFR|肌酐|透析|孤立肾|单侧肾|kidney (?:disease|failure|injury)|renal|creatinine|dialysis/i,
      ),
    },
    zh: '肾功能受限，须保护肾功能并参与改道选择',
    en: 'Limited kidney function: protection, and a say in the diversion',
  }),
  optional('respiratory-medicine', 'lung-disease', {
    when: { words: stated(/慢阻肺|哮喘|肺气肿|间质性肺|肺功能|FEV1|COPD|asthma|emphysema/i) },
    zh: '肺部疾病，按需肺功能评估与训练',
    en: 'Lung disease: lung function and training as needed',
  }),
  optional('endocrinology', 'diabetes-or-hormones', {
    when: { words: stated(/糖尿病|血糖|HbA1c|甲状腺|肾上腺|diabetes|thyroid|adrenal/i) },
    zh: '糖尿病或内分泌疾病，按需围术期管理',
    en: 'Diabetes or hormonal disease: perioperative management as needed',
  }),
  optional('infectious-diseases', 'infection-or-virus', {
    when: {
      words: stated(
        /卡波西|HHV-?8|结核|乙肝|丙肝|乙型肝炎|丙型肝炎|脓肿|脓毒|耐药菌|反复[^，。；]{0,4}感染|盆腔感染|kaposi|tuberculosis|hepatitis|abscess|sepsis/i,
      ),
    },
    zh: '感染或病毒相关问题，按需评估',
    en: 'Infection or virus-related disease: assessment as needed',
  }),
  optional('hematology', 'blood-disorder', {
    when: {
      words: stated(
        /血小板减少|凝血(?:功能)?(?:障碍|异常)|血友病|骨髓抑制|淋巴瘤|thrombocytopenia|coagulopathy|haemophilia/i,
      ),
    },
    zh: '血液或凝血异常，按需评估',
    en: 'Blood or clotting disorder: assessment as needed',
  }),
  optional('pain-medicine', 'severe-or-nerve-pain', {
    when: {
      words: stated(
        /神经痛|癌痛|骶尾(?:部)?(?:疼)?痛|会阴(?:部)?(?:疼|胀)?痛|坐骨神经痛|NRS\s?(?:[4-9]|10)|neuropathic|sciatica|severe pain/i,
      ),
    },
    zh: '中重度或神经病理性疼痛',
    en: 'Moderate, severe or neuropathic pain',
  }),
  optional('mental-health', 'distress', {
    when: { words: stated(/焦虑|抑郁|轻生|自杀|失眠|anxiety|depress|suicid/i) },
    zh: '心理困扰，按需支持',
    en: 'Distress: support as needed',
  }),
  optional('mental-health', 'young-patient', {
    when: { ageTo: 39 },
    zh: '40 岁以下，器官功能与生育影响大，按需心理支持',
    en: 'Under 40: loss of function and fertility weighs more, support as needed',
  }),
  optional('reproductive-endocrinology', 'fertility', {
    when: { words: stated(/生育|未育|精子|卵子|卵巢组织冻存|fertil|sperm|oocyte/i) },
    zh: '生育力保存',
    en: 'Preservation of fertility',
  }),
  required('icu', 'fragile-patient', {
    when: { ageFrom: 75 },
    zh: '75 岁及以上，术后须监护',
    en: '75 or older: intensive care after surgery',
  }),
  required('icu', 'organ-reserve-limited', {
    when: {
      words: stated(
        /冠心病|心衰|心力衰竭|慢阻肺|肾功能不全|肾衰|心功能不全|coronary|heart failure|COPD|renal failure/i,
      ),
    },
    zh: '心、肺或肾储备受限，术后须监护',
    en: 'Limited heart, lung or kidney reserve: intensive care after surgery',
  }),
  optional('cardiology', 'heart-assessment-by-age', {
    when: { ageFrom: 70 },
    zh: '70 岁及以上，按需心脏评估',
    en: '70 or older: cardiac assessment as needed',
  }),
  optional('cardiology', 'anticoagulated', {
    when: { words: stated(/抗凝|华法林|利伐沙班|抗血小板|anticoag|warfarin|rivaroxaban|antiplatelet/i) },
    zh: '服用抗凝或抗血小板药，须定停药与桥接',
    en: 'On anticoagulants or antiplatelets: when to stop and how to bridge',
  }),
  optional('nephrology', 'both-kidneys-obstructed', {
    when: { words: stated(/双(?:侧)?肾积水|双侧[^，。；]*肾造瘘|bilateral hydronephrosis/i) },
    zh: '双肾积水，按需肾功能评估',
    en: 'Both kidneys obstructed: kidney function assessed as needed',
  }),
];

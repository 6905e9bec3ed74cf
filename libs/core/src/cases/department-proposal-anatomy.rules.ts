import {
  BOWEL,
  FEMALE_GENITAL,
  INTERNAL_ILIAC,
  MAIN_ARTERIES,
  MAIN_VEINS,
  NERVES,
  PELVIC_RING,
  PERINEUM,
  PRESACRAL,
  SACRUM,
  SIDE_WALL,
  URINARY_TRACT,
  from,
  optional,
  required,
} from './department-proposal-condition.rules.js';
import type { ProposalRule } from './department-proposal-condition.rules.js';

/** Who takes part because of where the tumour lies. Lines of one department stand together. */
export const ANATOMY_RULES: readonly ProposalRule[] = [
  required('diagnostic-radiology', 'imaging-for-every-case', {
    when: {},
    zh: '每例须由影像判定受累范围与可切除性',
    en: 'Imaging defines extent and resectability in every case',
  }),
  required('pathology', 'pathology-for-every-case', {
    when: {},
    zh: '每例须复核病理并预定术中送检',
    en: 'Pathology is reviewed, and frozen sections are planned, in every case',
  }),
  required('anesthesiology', 'anaesthesia-for-every-case', {
    when: {},
    zh: '盆腔复杂手术决策须有麻醉评估',
    en: 'A decision for complex pelvic surgery needs an anaesthetic assessment',
  }),
  required('transfusion-medicine', 'blood-for-every-case', {
    when: {},
    zh: '盆腔复杂手术须提前备血',
    en: 'Complex pelvic surgery needs blood prepared ahead',
  }),

  required('icu', 'intensive-care-after-bone-resection', {
    when: { involved: [from('SUSPECT', [...SACRUM, ...PELVIC_RING])] },
    zh: '骶骨或骨盆受累，出血风险高，术后须监护',
    en: 'Sacrum or pelvic ring involved: high risk of bleeding, intensive care after surgery',
  }),
  required('icu', 'intensive-care-after-vessel-dissection', {
    when: { involved: [from('SUSPECT', [...MAIN_ARTERIES, ...MAIN_VEINS, ...INTERNAL_ILIAC, ...PRESACRAL])] },
    zh: '大血管或骶前静脉受累，术后须监护',
    en: 'Large vessels or the presacral veins involved: intensive care after surgery',
  }),
  required('icu', 'intensive-care-after-multivisceral-resection', {
    when: { organSystemsFrom: 2 },
    zh: '两个及以上器官系统受累，可能联合脏器切除，术后须监护',
    en: 'Two or more organ systems involved: multivisceral resection, intensive care after surgery',
  }),
  optional('icu', 'intensive-care-on-call', {
    when: {},
    zh: '盆腔大手术后按需监护',
    en: 'Intensive care as needed after major pelvic surgery',
  }),

  required('colorectal-surgery', 'bowel-or-anal-tumour', {
    when: { tumourTypes: ['COLORECTAL', 'ANAL'] },
    zh: '结直肠或肛管肿瘤，由结直肠外科主责',
    en: 'Colorectal or anal tumour: colorectal surgery is responsible',
  }),
  required('colorectal-surgery', 'bowel-involved', {
    when: { involved: [from('ABUT', BOWEL)] },
    zh: '肠管贴邻或受侵，须定去留、吻合与造口',
    en: 'Bowel abutted or invaded: resection, anastomosis or stoma to be decided',
  }),
  required('colorectal-surgery', 'presacral-space-involved', {
    when: { involved: [from('SUSPECT', [...PRESACRAL, ...SACRUM])] },
    zh: '骶前或骶骨受累，须前路游离直肠并控制骶前静脉',
    en: 'Presacral space or sacrum involved: the rectum is freed and the presacral veins controlled from in front',
  }),
  optional('colorectal-surgery', 'centre-lead', {
    when: {},
    zh: '牵头科室，统筹分期手术',
    en: 'Leading department of the centre: coordinates a staged operation',
  }),
  optional('colorectal-surgery', 'bowel-at-risk-in-cytoreduction', {
    when: { involved: [from('SUSPECT', ['peritoneum'])] },
    zh: '腹膜受累，减灭术可能切除肠段',
    en: 'Peritoneum involved: cytoreduction may take a segment of bowel',
  }),

  required('gynecologic-oncology', 'gynaecological-tumour', {
    when: { tumourTypes: ['CERVICAL', 'ENDOMETRIAL', 'OVARIAN', 'VULVOVAGINAL'] },
    zh: '妇科肿瘤，由妇瘤科主责',
    en: 'Gynaecological tumour: gynaecologic oncology is responsible',
  }),
  required('gynecologic-oncology', 'female-genital-organs-involved', {
    when: { involved: [from('ABUT', FEMALE_GENITAL)] },
    zh: '女性生殖器官贴邻或受侵，须定切除或保留',
    en: 'Female genital organs abutted or invaded: resect or keep',
  }),

  required('urology', 'urological-tumour', {
    when: { tumourTypes: ['BLADDER', 'PROSTATE'] },
    zh: '泌尿系肿瘤，由泌尿外科主责',
    en: 'Urological tumour: urology is responsible',
  }),
  required('urology', 'urinary-tract-involved', {
    when: { involved: [from('ABUT', URINARY_TRACT)] },
    zh: '泌尿系器官贴邻或受侵，须定去留、重建与改道',
    en: 'Urinary organs abutted or invaded: keep, rebuild or divert',
  }),
  required('urology', 'bladder-nerves-at-risk', {
    when: { involved: [from('SUSPECT', [...SACRUM, 'sacral-roots'])] },
    zh: '骶骨或骶神经根受累，排尿功能可能丧失',
    en: 'Sacrum or sacral roots involved: bladder function may be lost',
  }),
  optional('urology', 'ureters-at-risk', {
    when: {},
    zh: '盆腔手术途经双侧输尿管，按需置管保护',
    en: 'Pelvic dissection crosses both ureters: stents as needed',
  }),

  required('bone-soft-tissue-oncology', 'bone-or-soft-tissue-tumour', {
    when: { tumourTypes: ['BONE', 'SOFT_TISSUE'] },
    zh: '骨或软组织肿瘤，须骨软组织肿瘤科参加',
    en: 'Bone or soft-tissue tumour: bone and soft-tissue oncology takes part',
  }),
  required('bone-soft-tissue-oncology', 'bone-or-wall-muscle-involved', {
    when: { involved: [from('SUSPECT', [...SACRUM, ...PELVIC_RING, ...NERVES, 'pelvic-wall-muscles'])] },
    zh: '骨盆、骶骨、盆壁肌或神经干受累，须骨面处理或截骨',
    en: 'Pelvic bone, sacrum, wall muscle or nerve trunk involved: clearing or cutting of bone',
  }),
  optional('bone-soft-tissue-oncology', 'side-wall-involved', {
    when: { involved: [from('SUSPECT', SIDE_WALL)] },
    zh: '盆壁受累，剥离时按需支援',
    en: 'Side wall involved: support for the dissection as needed',
  }),

  required('head-neck-surgery', 'main-artery-dissection', {
    when: { involved: [from('SUSPECT', MAIN_ARTERIES)] },
    zh: '髂总或髂外动脉受累，本中心由头颈外科沿动脉精细分离',
    en: 'Common or external iliac artery involved: in this centre head and neck surgery dissects along the artery',
  }),

  required('vascular-surgery', 'main-vessel-involved', {
    when: { involved: [from('SUSPECT', [...MAIN_ARTERIES, ...MAIN_VEINS])] },
    zh: '髂总、髂外血管或下腔静脉受累，须备切除重建',
    en: 'Common or external iliac vessels or vena cava involved: resection and graft on stand-by',
  }),
  required('vascular-surgery', 'main-vessel-beside-bone-tumour', {
    when: { tumourTypes: ['BONE'], involved: [from('ABUT', [...MAIN_ARTERIES, ...MAIN_VEINS])] },
    zh: '骨肿瘤贴邻髂血管，截骨前须先行近端控制',
    en: 'Bone tumour beside the iliac vessels: proximal control before the bone is cut',
  }),
  optional('vascular-surgery', 'control-before-pelvic-resection', {
    when: { tumourTypes: ['BONE'], involved: [from('INVADE', PELVIC_RING)] },
    zh: '骨盆切除途经髂血管，按需近端控制',
    en: 'Pelvic resection passes the iliac vessels: proximal control as needed',
  }),
  optional('vascular-surgery', 'vessel-nearby', {
    when: { involved: [from('ABUT', [...MAIN_ARTERIES, ...MAIN_VEINS])] },
    zh: '髂血管贴邻，按需备台',
    en: 'Iliac vessels abutted: on stand-by as needed',
  }),
  optional('vascular-surgery', 'internal-iliac-control', {
    when: { involved: [from('SUSPECT', [...SACRUM, ...INTERNAL_ILIAC])] },
    zh: '骶骨或髂内血管受累，可能结扎髂内血管',
    en: 'Sacrum or internal iliac vessels involved: ligation may be needed',
  }),

  required('interventional-oncology', 'embolisation-before-bone-resection', {
    when: { tumourTypes: ['BONE'], involved: [from('INVADE', [...SACRUM, ...PELVIC_RING])] },
    zh: '骶骨或骨盆肿瘤截骨失血多，术前评估栓塞与球囊阻断',
    en: 'Resection of sacral or pelvic bone tumours bleeds: embolisation and balloon assessed before surgery',
  }),
  optional('interventional-oncology', 'feeding-vessels-of-bone-tumour', {
    when: { tumourTypes: ['BONE'] },
    zh: '骨肿瘤，按需术前造影与栓塞',
    en: 'Bone tumour: angiography and embolisation as needed',
  }),
  optional('interventional-oncology', 'embolisation-before-sacral-resection', {
    when: { involved: [from('INVADE', SACRUM)] },
    zh: '拟切骶骨，按需术前栓塞',
    en: 'Sacral resection likely: embolisation as needed',
  }),
  optional('interventional-oncology', 'feeding-vessels-of-soft-tissue-tumour', {
    when: { tumourTypes: ['SOFT_TISSUE'] },
    zh: '软组织肿瘤血供丰富，按需术前栓塞',
    en: 'Soft-tissue tumours are often vascular: embolisation as needed',
  }),
  optional('interventional-oncology', 'internal-iliac-supply', {
    when: { involved: [from('SUSPECT', INTERNAL_ILIAC)] },
    zh: '髂内血管受累，按需造影与栓塞',
    en: 'Internal iliac vessels involved: angiography and embolisation as needed',
  }),

  required('plastic-surgery', 'perineal-defect', {
    when: { involved: [from('SUSPECT', PERINEUM)] },
    zh: '会阴或肛提肌受累，切除后须修复缺损',
    en: 'Perineum or levator involved: the defect has to be closed',
  }),
  required('plastic-surgery', 'sacral-defect', {
    when: { involved: [from('INVADE', SACRUM)] },
    zh: '骶骨受侵，切除后骶部须软组织覆盖',
    en: 'Sacrum invaded: soft-tissue cover after resection',
  }),
  required('plastic-surgery', 'irradiated-organ-loss', {
    when: { priorTreatments: ['RADIOTHERAPY'], involved: [from('INVADE', ['vagina', 'rectum', 'bladder'])] },
    zh: '放疗后脏器受侵，切除后愈合差，须带血供组织修复',
    en: 'Organ invaded in an irradiated pelvis: healing needs vascularised tissue',
  }),
  optional('plastic-surgery', 'sacral-defect-possible', {
    when: { involved: [from('SUSPECT', SACRUM)] },
    zh: '骶骨可疑受侵，按需软组织覆盖',
    en: 'Sacrum suspected: soft-tissue cover as needed',
  }),
  optional('plastic-surgery', 'empty-pelvis', {
    when: { organSystemsFrom: 2 },
    zh: '两个及以上器官系统受累，切除后盆底空腔可能须填充',
    en: 'Two or more organ systems involved: the empty pelvis may have to be filled',
  }),
  optional('plastic-surgery', 'cover-after-pelvic-resection', {
    when: { involved: [from('INVADE', PELVIC_RING)] },
    zh: '骨盆切除重建后按需软组织覆盖',
    en: 'Soft-tissue cover after pelvic resection as needed',
  }),

  required('rehabilitation', 'gait-at-risk', {
    when: { involved: [from('SUSPECT', [...PELVIC_RING, 'sciatic-nerve', 'lumbosacral-trunk'])] },
    zh: '骨盆环或下肢神经受累，步行功能须术前训练与术后康复',
    en: 'Pelvic ring or leg nerves involved: gait is trained before and after surgery',
  }),
  optional('rehabilitation', 'walking-after-sacral-resection', {
    when: { involved: [from('INVADE', SACRUM)] },
    zh: '骶骨切除后步行与排尿训练',
    en: 'Walking and bladder training after sacral resection',
  }),
  optional('rehabilitation', 'bone-tumour-gait', {
    when: { tumourTypes: ['BONE'] },
    zh: '骨肿瘤，按需步行评估与康复',
    en: 'Bone tumour: gait and rehabilitation as needed',
  }),

  optional('clinical-nutrition', 'multivisceral-resection', {
    when: { organSystemsFrom: 2 },
    zh: '可能联合脏器切除，按需营养准备',
    en: 'Multivisceral resection likely: nutritional preparation as needed',
  }),
  optional('clinical-nutrition', 'bowel-resection-likely', {
    when: { involved: [from('INVADE', BOWEL)] },
    zh: '可能切除肠段，按需营养准备',
    en: 'Bowel resection likely: nutritional preparation as needed',
  }),
  optional('nephrology', 'kidney-involved', {
    when: { involved: [from('SUSPECT', ['kidney'])] },
    zh: '肾脏受累，可能切除一侧肾，须评估对侧功能',
    en: 'Kidney involved: one may be removed, the other has to be assessed',
  }),
  optional('mental-health', 'two-stomas', {
    when: { involved: [from('INVADE', URINARY_TRACT), from('INVADE', BOWEL)] },
    zh: '可能同时做尿路与肠造口，按需心理支持',
    en: 'Urinary and bowel stoma may both be needed: support as needed',
  }),
  optional('mental-health', 'body-image', {
    when: { involved: [from('INVADE', ['vagina', 'vulva'])] },
    zh: '外阴或阴道受侵，身体形象与性功能改变，按需心理支持',
    en: 'Vulva or vagina invaded: support for body image and sexuality as needed',
  }),
  optional('neurosurgery', 'thecal-sac-at-risk', {
    when: { involved: [from('INVADE', ['sacrum-upper', 'lumbosacral-trunk'])] },
    zh: '高位骶骨或腰骶干受侵，硬膜囊与神经根处理按需支援',
    en: 'Upper sacrum or lumbosacral trunk invaded: support for thecal sac and roots as needed',
  }),
];

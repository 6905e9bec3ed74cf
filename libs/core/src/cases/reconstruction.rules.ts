import type { ReconstructionKind } from '@consilium/contracts';
import { isStated } from './phrases.rules.js';

/** Words that tell of a reconstruction, by what is rebuilt. Default; the kinds follow domain: planned operation. */
const WORDS: Record<ReconstructionKind, readonly string[]> = {
  SOFT_TISSUE: [
    '皮瓣',
    '肌皮瓣',
    '缺损',
    '修复',
    '愈合',
    '盆底重建',
    '阴道重建',
    '重建阴道',
    '会阴重建',
    'flap',
    'defect',
    'healing',
    'perineal reconstruction',
    'pelvic floor',
  ],
  URINARY: [
    '尿流改道',
    '尿路改道',
    '输尿管再植',
    '再植输尿管',
    '回肠膀胱',
    '回肠代',
    '新膀胱',
    '代膀胱',
    '膀胱重建',
    '膀胱扩大',
    '输尿管重建',
    'urinary diversion',
    'ileal conduit',
    'neobladder',
    'ureteral reimplant',
  ],
  BOWEL: ['吻合', '保肛', '造口', 'anastomos', 'stoma'],
  VESSEL: [
    '血管置换',
    '人工血管',
    '血管重建',
    '搭桥',
    '血管移植',
    '动脉重建',
    '静脉重建',
    'vascular graft',
    'bypass',
    'vessel reconstruction',
  ],
  BONE: [
    '假体',
    '骨重建',
    '骨盆重建',
    '植骨',
    '内固定',
    '腰骨盆',
    '髂腰固定',
    'prosthesis',
    'implant',
    'bone graft',
    'lumbopelvic',
  ],
};

/** What may have to be rebuilt, by the words of the questions to the board. */
export const reconstructionsAsked = (questions: readonly string[]): ReconstructionKind[] =>
  (Object.keys(WORDS) as ReconstructionKind[]).filter((kind) =>
    questions.some((question) => isStated(question, WORDS[kind], ['心脏搭桥', '冠脉搭桥'])),
  );

import { describe, expect, it } from 'vitest';
import { structuresIn } from './structures-in-text.rules.js';

const read = (text: string) =>
  structuresIn(text, { kind: 'finding' })
    .map(({ code, involvement }) => `${code} ${involvement}`)
    .toSorted();

describe('the structures read from a report', () => {
  it.each<[string, string[]]>([
    ['膀胱后壁全层受侵，左输尿管末端受累', ['bladder INVADE', 'ureter-left INVADE']],
    ['紧贴左侧髂总、髂外动脉', ['common-iliac-artery-left ABUT', 'external-iliac-artery-left ABUT']],
    ['包绕左髂外动静脉不足半周', ['external-iliac-artery-left SUSPECT', 'external-iliac-vein-left SUSPECT']],
    ['左髂外动脉及分支被推移包绕过半周，管腔通畅', ['external-iliac-artery-left INVADE']],
    ['直肠受推前移，黏膜面完整', ['rectum ABUT']],
    ['直肠前壁分界不清，黏膜面尚光整', ['rectum SUSPECT']],
    ['S2 下半至 S5 溶骨', ['sacrum-lower INVADE', 'sacrum-upper INVADE']],
    ['侵犯第 3 骶椎', ['sacrum-lower INVADE']],
    ['左肾中度积水', ['ureter-left SUSPECT']],
    ['膀胱受侵并紧贴直肠', ['bladder INVADE', 'rectum ABUT']],
    ['侵犯膀胱后壁及三角区', ['bladder INVADE', 'bladder-trigone INVADE']],
    ['前缘距前列腺尖 4 mm', ['prostate ABUT']],
    ['骶前 5.1×4.4 cm 肿块', ['presacral-space SUSPECT']],
    ['子宫不除外受侵', ['uterus SUSPECT']],
  ])('“%s”', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '坐骨切迹未受侵',
    '前列腺、精囊未见受侵',
    '未见直肠下段系膜结节',
    '直肠中下段脂肪界面清',
    '两侧盆壁未及',
    '右髂内淋巴结 1.1 cm',
    'S2 以上骨髓信号正常',
    '肿瘤下缘距肛门缘 6 cm',
    '髂总血管未见受累',
  ])('are none in “%s”', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('take the side of the tumour where the report names none', () => {
    expect(structuresIn('输尿管受累', { kind: 'finding', sides: ['left'] })).toEqual([
      { code: 'ureter-left', involvement: 'INVADE' },
    ]);
  });

  it('do not name an organ of origin that is already out', () => {
    const text = '直肠癌术后骶前复发，侵犯膀胱';
    const of = (originRemoved: boolean) =>
      structuresIn(text, { kind: 'diagnosis', originRemoved }).map(({ code }) => code);
    expect(of(true)).toEqual(['presacral-space', 'bladder']);
    expect(of(false)).toContain('rectum');
  });
});

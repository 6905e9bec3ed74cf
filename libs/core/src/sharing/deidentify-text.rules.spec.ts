import { describe, expect, it } from 'vitest';
import { deidentifyText, HATCH, type TextSecrets } from './deidentify-text.rules.js';

const secrets: TextSecrets = {
  sessionDay: '2026-11-24',
  patient: ['张示例', '1370000'],
  surname: '张',
  hospitals: new Map([
    ['云岭省肿瘤医院', '邀请方医院'],
    ['临川市人民医院', '外院 A'],
    ['济民堂', '外院 B'],
  ]),
};
const clean = (text: string) => deidentifyText(text, secrets);

describe('dates become days from the session', () => {
  it.each([
    ['2026年3月5日手术', 'T−264 天手术'],
    ['2026-03-05 手术', 'T−264 天 手术'],
    ['2026 - 03 - 05 手术', 'T−264 天 手术'],
    ['26年3月5日手术', 'T−264 天手术'],
    ['２０２６年３月５日手术', 'T−264 天手术'],
    ['二〇二六年三月五日手术', 'T−264 天手术'],
    ['on March 5, 2026', 'on T−264 天'],
    ['on 5th of March 2026', 'on T−264 天'],
    ['on 5-Mar-2026', 'on T−264 天'],
    ['13/04/2026 CT', 'T−225 天 CT'],
    ['2019-2021年化疗', 'T−7 年–T−5 年化疗'],
    ['recurrence since 2019', 'recurrence since T−7 年'],
  ])('%s → %s', (text, expected) => expect(clean(text)).toBe(expected));

  it.each([
    ['3月5日手术', '约 T−264 天手术'],
    ['三月五日手术', '约 T−264 天手术'],
    ['12月20日手术', '约 T−339 天手术'],
    ['seen on March 5.', 'seen on 约 T−264 天.'],
    ['2025年12月20日入院，1月5日出院', 'T−339 天入院，约 T−323 天出院'],
    ['2024年3月5日入院，3月9日手术', 'T−994 天入院，约 T−990 天手术'],
    ['拟于12月10日手术', '拟于约 T+16 天手术'],
    ['2月30日手术', `${HATCH}手术`],
  ])('without a year it is a guess, and marked as one: %s → %s', (text, expected) =>
    expect(clean(text)).toBe(expected),
  );

  it('one that reads as two days is removed', () => expect(clean('03/04/2026 复查')).toBe(`${HATCH} 复查`));
});

describe('ages become bands, days of birth are removed', () => {
  it.each([
    ['女，52岁', '女，50–54 岁'],
    ['女，五十二岁', '女，50–54 岁'],
    ['男，93 周岁', '男，90+ 周岁'],
    ['年龄：52', '年龄：50–54'],
    ['a 52-year-old woman', 'a 50–54-year-old woman'],
    ['woman aged 52', 'woman aged 50–54'],
    ['生于1974年1月1日', `生于${HATCH}`],
    ['出生日期：1974-01-01', `出生日期：${HATCH}`],
    ['1974年出生', `${HATCH}出生`],
    ['DOB: 1974-01-01', `DOB: ${HATCH}`],
    ['born March 5, 1974', `born ${HATCH}`],
  ])('%s → %s', (text, expected) => expect(clean(text)).toBe(expected));
});

describe('people are removed by what stands beside their names', () => {
  it.each([
    ['张示例诉腹痛', `${HATCH}诉腹痛`],
    ['患者张女士', `患者${HATCH}女士`],
    ['张某某要求手术', `${HATCH}要求手术`],
    ['老张诉疼痛', `老${HATCH}诉疼痛`],
    ['王建国主任医师会诊', `${HATCH}主任医师会诊`],
    ['外院李教授会诊', `外院${HATCH}教授会诊`],
    ['欧阳明医生建议', `${HATCH}医生建议`],
    ['主刀：李建国。', `主刀：${HATCH}。`],
    ['术者 陈立新；', `术者 ${HATCH}；`],
    ['seen by Dr. Wang Lei', `seen by Dr. ${HATCH}`],
    ['Prof. Smith advised', `Prof. ${HATCH} advised`],
    ['其子张伟，在外地', `其子${HATCH}，在外地`],
    ['配偶：李小红陪同', `配偶：${HATCH}陪同`],
  ])('%s → %s', (text, expected) => expect(clean(text)).toBe(expected));

  it('a family name in Latin letters goes where it stands for the patient', () =>
    expect(deidentifyText('Mr Zhang was told; patient Zhang agreed', { ...secrets, surname: 'Zhang' })).toBe(
      `Mr ${HATCH} was told; patient ${HATCH} agreed`,
    ));
});

describe('places and hospitals', () => {
  it.each([
    ['转至云岭省肿瘤医院', '转至邀请方医院'],
    ['外院 B 与济民堂', '外院 B 与外院 B'],
    ['于北京协和医院手术', '于外院手术'],
    ['患者北大人民医院病理会诊', '患者外院病理会诊'],
    ['临川市第一人民医院MRI示肿物', '外院MRI示肿物'],
    ['曾在上海复旦大学附属肿瘤医院放疗', '曾在外院放疗'],
    ['301医院就诊', '外院就诊'],
    ['referred by Peking Union Medical College Hospital', 'referred by 外院'],
    ['家住云岭省临川市人民路12号3单元502室，', `家住${HATCH}，`],
    ['住址：幸福小区5栋', `住址：${HATCH}`],
    ['建设路88号附近', `${HATCH}附近`],
    ['来自四川省成都市武侯区', `来自四川省${HATCH}`],
    ['来自临川市', `来自${HATCH}`],
  ])('%s → %s', (text, expected) => expect(clean(text)).toBe(expected));
});

describe('numbers that identify', () => {
  it.each([
    ['电话139 1234 5678', `电话${HATCH}`],
    ['电话１３８１２３４５６７８', `电话${HATCH}`],
    ['座机（010）6512 3456', `座机${HATCH}`],
    ['身份证 110105 19491231 002X', `身份证 ${HATCH}`],
    ['卡 6222 0212 3456 7890', `卡 ${HATCH}`],
    ['邮箱 zs@example.com', `邮箱 ${HATCH}`],
    ['微信号 zhang_88', `微信号 ${HATCH}`],
    ['病理号：B25-01234', `病理号：${HATCH}`],
    ['本院病例 P26-0187', `本院病例 ${HATCH}`],
    ['护照 E12345678', `护照 ${HATCH}`],
  ])('%s → %s', (text, expected) => expect(clean(text)).toBe(expected));
});

it.each([
  '外科医生建议，肿瘤科主任查房，由于医生不在',
  '父亲高血压，母亲白血病，兄弟糖尿病',
  '高年资医师会诊，双方医生讨论，CAPOX 方案教授认可',
  '任主任医师，每周医生查房',
  '黄染明显，白细胞 3.5，钱袋缝合，结石',
  '于骶前区见肿物，在本院病区，至盆腔侧壁，经尿路',
  '患者在当地医院手术，于外院化疗，多家医院就诊',
  '病灶 3.5×4.2 cm，SUVmax 12.5，CEA 2025 ng/ml，2020 ml',
  '第五腰椎，L5–S1，T4bN1M0，十二指肠，3 月后复查，一月内复查',
  '50.4 Gy/28 次，may 5 cycles，5 年生存',
  '患者住在 ICU 3 天',
])('what is clinical stays: %s', (text) => expect(clean(text)).toBe(text));

import { departmentByCode } from '@consilium/catalog';
import { expect, it } from 'vitest';
import { operates } from './operating-departments.rules.js';

const departmentOf = (code: string) => {
  const found = departmentByCode(code);
  if (!found) throw new Error(`the catalogue has no ${code}`);
  return found;
};

it.each([
  'urology',
  'colorectal-surgery',
  'gynecologic-oncology',
  'bone-soft-tissue-oncology',
  'head-neck-surgery',
  'vascular-surgery',
  'plastic-surgery',
  'pediatric-surgery',
])('a stage of %s is an operation', (code) => {
  expect(operates(departmentOf(code))).toBe(true);
});

it.each([
  'anesthesiology',
  'icu',
  'transfusion-medicine',
  'interventional-oncology',
  'interventional-radiology',
  'medical-oncology',
  'radiation-oncology',
  'pathology',
  'diagnostic-radiology',
  'pediatric-nephrology',
])('a stage of %s is none', (code) => {
  expect(operates(departmentOf(code))).toBe(false);
});

it('a department of a kind nobody has described is taken to operate', () => {
  expect(operates({ code: 'own', kind: 'other' })).toBe(true);
});

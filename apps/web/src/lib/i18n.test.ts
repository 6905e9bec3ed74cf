import { caseStates } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { currentLocale, i18n, label, labelOf, registerTexts, showLocale } from './i18n';

describe('the two languages', () => {
  registerTexts('i18n-test', {
    'zh-CN': { cases: '{{count}} 例', plain: '看板' },
    'en-US': { cases: '{{count}} cases', cases_one: '{{count}} case', plain: 'Board' },
  });
  const t = (key: string, count?: number) => i18n.t(key, { ns: 'i18n-test', count });

  it('switches without reload and tells the browser', async () => {
    expect(t('plain')).toBe('看板');
    await showLocale('en-US');
    expect(t('plain')).toBe('Board');
    expect(currentLocale()).toBe('en-US');
    expect(document.documentElement.lang).toBe('en-US');
    expect(localStorage.getItem('consilium.locale')).toBe('en-US');
  });

  it('counts in English with singular and plural, in Chinese without', async () => {
    expect(t('cases', 1)).toBe('1 例');
    await showLocale('en-US');
    expect(t('cases', 1)).toBe('1 case');
    expect(t('cases', 2)).toBe('2 cases');
  });

  it('prints the label of a code, and a code it does not know as it is', async () => {
    expect(labelOf(caseStates.labels, 'READY')).toBe('资料齐备');
    await showLocale('en-US');
    expect(labelOf(caseStates.labels, 'READY')).toBe('Ready');
    expect(labelOf(caseStates.labels, 'ELSEWHERE')).toBe('ELSEWHERE');
    expect(label({ zh: '泌尿外科', en: 'Urology' }, 'zh-CN')).toBe('泌尿外科');
  });
});

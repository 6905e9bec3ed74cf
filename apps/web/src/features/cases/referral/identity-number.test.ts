import { describe, expect, it } from 'vitest';
import { birthAndSexOf } from './identity-number';

describe('what an identity number says of its holder', () => {
  it.each([
    ['999999197403120027', { birthDate: '1974-03-12', sex: 'FEMALE' }],
    ['99999919630229001X', null],
    ['999999196402290017', { birthDate: '1964-02-29', sex: 'MALE' }],
    ['9999991974031200', null],
    ['', null],
  ])('%s', (number, said) => {
    expect(birthAndSexOf(number)).toEqual(said);
  });
});

import { describe, expect, it } from 'vitest';
import { hospitalEndpoints, timeZone } from './hospitals.js';

describe('the zone of a campus', () => {
  it.each(['Asia/Shanghai', 'Asia/Urumqi', 'Europe/London', 'UTC'])('may be %s', (name) => {
    expect(timeZone.safeParse(name).success).toBe(true);
  });

  it.each(['', 'Beijing', 'Asia/Nowhere', '+08:00', 'GMT+8; DROP TABLE'])('is not %s', (name) => {
    expect(timeZone.safeParse(name).success).toBe(false);
  });
});

describe('the code of a hospital', () => {
  const add = (code: string) =>
    hospitalEndpoints.add.body.safeParse({ code, name: { zh: '天', en: 'T' }, shortName: { zh: '天', en: 'T' } });

  it('is words of lower-case letters and digits, since it stands in addresses', () => {
    expect(add('tianshan-2').success).toBe(true);
    for (const code of ['', 'Tian', 'tian shan', '-a', 'a/b']) expect([code, add(code).success]).toEqual([code, false]);
  });
});

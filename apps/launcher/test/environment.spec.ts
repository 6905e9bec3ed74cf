import { describe, expect, it } from 'vitest';
import { withoutOwner } from '../src/environment.mjs';

const OWNER = 'postgres://consilium:one@127.0.0.1/consilium';
const PROGRAMS = 'postgres://consilium_programs:other@127.0.0.1/consilium';

describe('the environment of the API and the worker', () => {
  it('tells them their own account alone', () => {
    const env = withoutOwner({ DATABASE_URL: OWNER, PROGRAMS_DATABASE_URL: PROGRAMS, PORT: '3000' });
    expect(env).toEqual({ DATABASE_URL: PROGRAMS, PORT: '3000' });
  });

  it('tells them the given account where there is no other', () => {
    expect(withoutOwner({ DATABASE_URL: OWNER, PROGRAMS_DATABASE_URL: '' })).toEqual({ DATABASE_URL: OWNER });
  });
});

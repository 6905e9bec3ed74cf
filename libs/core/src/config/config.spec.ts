import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

const settings = (changes: Record<string, string>) =>
  readConfig({
    DATABASE_URL: 'postgres://consilium@localhost/consilium',
    REDIS_URL: 'redis://localhost',
    DATA_KEY: Buffer.alloc(32).toString('base64'),
    ...changes,
  });

describe('the address of single sign-on', () => {
  it.each([
    'https://sso.hospital.example/realms/staff',
    'http://127.0.0.1:9000',
    'http://localhost',
    'http://[::1]:9000',
  ])('may be %s', (issuer) => expect(settings({ OIDC_ISSUER: issuer }).OIDC_ISSUER).toBe(issuer));

  it.each(['http://sso.hospital.example', 'http://10.0.0.7', 'http://127.0.0.1.example.com', 'sso.hospital.example'])(
    'may not be %s, which anybody on the way could answer',
    (issuer) => expect(() => settings({ OIDC_ISSUER: issuer })).toThrow('OIDC_ISSUER'),
  );

  it('may be left out', () => {
    expect(settings({ OIDC_ISSUER: '' }).OIDC_ISSUER).toBeUndefined();
    expect(settings({}).OIDC_ISSUER).toBeUndefined();
  });
});

describe('the proxies in front', () => {
  it('are addresses and ranges, and nobody where nothing is said', () => {
    expect(settings({ TRUSTED_PROXIES: '10.0.0.7, 172.30.77.0/24,2001:db8::/32' }).TRUSTED_PROXIES).toEqual([
      '10.0.0.7',
      '172.30.77.0/24',
      '2001:db8::/32',
    ]);
    expect(settings({}).TRUSTED_PROXIES).toEqual([]);
  });

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', 'true'])('are not %s', (proxies) =>
    expect(() => settings({ TRUSTED_PROXIES: proxies })).toThrow('TRUSTED_PROXIES'),
  );
});

describe('the store of files', () => {
  it('is asked for where processes run on several machines', () => {
    expect(() => settings({ SEVERAL_MACHINES: '1' })).toThrow('ATTACHMENTS_S3_URL');
    expect(settings({ SEVERAL_MACHINES: '1', ATTACHMENTS_S3_URL: 'https://store.example/files' })).toMatchObject({
      ATTACHMENTS_S3_URL: 'https://store.example/files',
    });
    expect(settings({}).ATTACHMENTS_S3_URL).toBeUndefined();
  });

  it.each(['http://store.example/files', 'https://store.example', 'https://store.example/files/deeper', 'files'])(
    'may not be %s',
    (address) => expect(() => settings({ ATTACHMENTS_S3_URL: address })).toThrow('ATTACHMENTS_S3_URL'),
  );
});

describe('the DICOM viewer', () => {
  it('is an address that says where the study goes', () => {
    const viewer = 'https://pacs.example/viewer?StudyInstanceUIDs={uid}';
    expect(settings({ DICOM_VIEWER_URL: viewer }).DICOM_VIEWER_URL).toBe(viewer);
    expect(settings({ DICOM_VIEWER_URL: '' }).DICOM_VIEWER_URL).toBeUndefined();
    for (const wrong of ['https://pacs.example/viewer', 'javascript:{uid}', '{uid}'])
      expect(() => settings({ DICOM_VIEWER_URL: wrong })).toThrow('DICOM_VIEWER_URL');
  });
});

import { isIP } from 'node:net';
import { z } from 'zod';

const url = (schemes: string[]) => z.url({ protocol: new RegExp(`^(${schemes.join('|')})$`) });
const port = z.coerce.number().int().min(1).max(65_535);
const limit = (usual: number) => z.coerce.number().int().min(1).default(usual);
const flag = z
  .enum(['0', '1', ''])
  .default('0')
  .transform((value) => value === '1');

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** In the clear anybody on the way could answer in the provider's place; on one machine there is no way between. */
const isNotOverheard = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK.test(hostname);
};

const schemeOf = (address: string): string => (URL.canParse(address) ? new URL(address).protocol : '');

/** An address, or a range of them: 10.0.0.7, 10.0.0.0/8, 2001:db8::/32. */
const isAddressRange = (text: string): boolean => {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  return isIP(address) !== 0 && Number(bits ?? 0) <= (isIP(address) === 4 ? 32 : 128);
};

/** Every variable the processes read from their environment. Secrets are named here and nowhere printed. */
export const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: url(['postgres', 'postgresql']),
  REDIS_URL: url(['redis', 'rediss']),
  /** Folder for files the processes keep: logs, attachments. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** Key of the identity encryption: 32 bytes, base64. */
  DATA_KEY: z
    .string()
    .refine((value) => Buffer.from(value, 'base64').length === 32, 'DATA_KEY must be 32 bytes in base64'),
  /** The key before it, only while identities are re-sealed with DATA_KEY (npm run keys:rotate). */
  DATA_KEY_PREVIOUS: z
    .string()
    .refine(
      (value) => value === '' || Buffer.from(value, 'base64').length === 32,
      'DATA_KEY_PREVIOUS must be 32 bytes in base64',
    )
    .transform((value) => (value === '' ? undefined : value))
    .optional(),
  /** Address browsers use; https makes cookies Secure. */
  PUBLIC_URL: url(['http', 'https']).optional(),
  /** Addresses or ranges of the proxies in front, comma separated: what they say of the caller's address counts, and nobody else's word. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((range) => range.trim())
        .filter((range) => range !== ''),
    )
    .refine(
      (ranges) => ranges.every(isAddressRange),
      'must be addresses or ranges such as 10.0.0.0/8, comma separated',
    ),
  DEMO: flag,
  /**
   * Store for files kept with cases that speaks S3: https://host/bucket, with the key that opens it. Without one they lie in DATA_DIR, which
   * serves as long as every process runs on one machine.
   */
  ATTACHMENTS_S3_URL: z
    .string()
    .transform((value) => (value === '' ? undefined : value))
    .pipe(
      url(['http', 'https'])
        .refine(isNotOverheard, 'must be https, except on this machine')
        .refine(
          (address) => URL.canParse(address) && /^\/[^/]+\/?$/.test(new URL(address).pathname),
          'must name a bucket: https://host/bucket',
        )
        .optional(),
    )
    .optional(),
  ATTACHMENTS_S3_KEY_ID: z.string().default(''),
  ATTACHMENTS_S3_SECRET: z.string().default(''),
  ATTACHMENTS_S3_REGION: z.string().min(1).default('us-east-1'),
  /** Processes of this house run on more than one machine: files then need a store that all of them reach. */
  SEVERAL_MACHINES: flag,
  /** The hospital's DICOM viewer, with `{uid}` where the study's UID goes; without it no link is shown. */
  DICOM_VIEWER_URL: z
    .string()
    .transform((value) => (value === '' ? undefined : value))
    .pipe(
      z
        .string()
        .refine(
          (address) => address.includes('{uid}') && /^https?:$/.test(schemeOf(address.replace('{uid}', '1.2'))),
          'must be an address with {uid} where the study goes',
        )
        .optional(),
    )
    .optional(),
  /** Single sign-on by OpenID Connect; without an issuer there is none. The house is known there as OIDC_CLIENT_ID. */
  OIDC_ISSUER: z
    .string()
    .transform((value) => (value === '' ? undefined : value))
    .pipe(url(['http', 'https']).refine(isNotOverheard, 'must be https, except on this machine').optional())
    .optional(),
  OIDC_CLIENT_ID: z.string().default('consilium'),
  OIDC_CLIENT_SECRET: z.string().default(''),
  /** What the sign-in page calls it. */
  OIDC_NAME: z.string().max(40).default('院内统一认证'),
  /** Claim that holds the account a person has here, e.g. preferred_username, sub or an employee number. */
  OIDC_ACCOUNT_CLAIM: z.string().min(1).default('preferred_username'),
  /** Most sign-in attempts in a minute from one address, and of one account from one address. */
  SIGN_INS_PER_ADDRESS: limit(30),
  SIGN_INS_PER_ACCOUNT: limit(10),
  /** Most requests in a minute of one signed-in browser, and from one address. */
  REQUESTS_PER_BROWSER: limit(1_200),
  REQUESTS_PER_ADDRESS: limit(12_000),
  /** Mail server; without it e-mail is off and the screens say so. */
  SMTP_URL: z.union([url(['smtp', 'smtps']), z.literal('').transform(() => undefined)]).optional(),
  MAIL_FROM: z.string().default('Consilium <no-reply@consilium.example>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = z.output<typeof environmentSchema>;

/** Reads the configuration; throws one sentence naming each variable that is wrong, never its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (parsed.success) {
    if (parsed.data.SEVERAL_MACHINES && parsed.data.ATTACHMENTS_S3_URL === undefined)
      throw new Error(
        'SEVERAL_MACHINES is set, but not ATTACHMENTS_S3_URL: files kept with cases would lie on one machine and be missing on the others.',
      );
    return parsed.data;
  }
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
  throw new Error(`The configuration is not complete: ${wrong.join('; ')}.`);
}

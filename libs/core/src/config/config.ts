import { z } from 'zod';

const url = (schemes: string[]) => z.url({ protocol: new RegExp(`^(${schemes.join('|')})$`) });
const port = z.coerce.number().int().min(1).max(65_535);
const flag = z
  .enum(['0', '1', ''])
  .default('0')
  .transform((value) => value === '1');

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
  /** Address browsers use; https makes cookies Secure. */
  PUBLIC_URL: url(['http', 'https']).optional(),
  DEMO: flag,
  /** Mail server; without it e-mail is off and the screens say so. */
  SMTP_URL: z.union([url(['smtp', 'smtps']), z.literal('').transform(() => undefined)]).optional(),
  MAIL_FROM: z.string().default('Consilium <no-reply@consilium.example>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = z.output<typeof environmentSchema>;

/** Reads the configuration; throws one sentence naming each variable that is wrong, never its value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
  throw new Error(`The configuration is not complete: ${wrong.join('; ')}.`);
}

import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AttachmentStore, readConfig } from '@consilium/core';
import { createApplication } from './application.js';
import { log } from './http/index.js';

const web = fileURLToPath(new URL('../../web/dist', import.meta.url));

try {
  const config = readConfig(process.env);
  if (config.PUBLIC_URL === undefined || config.PUBLIC_URL.startsWith('http:')) {
    log.warn(
      'Served over plain http: cookies are not marked Secure. Set PUBLIC_URL to an https address for use beyond a trusted network.',
    );
  }
  const app = await createApplication(config, existsSync(web) ? { webFolder: web } : {});
  await app.get(AttachmentStore).check();
  await app.listen(config.PORT, config.HOST);
  log.info({ port: config.PORT }, 'the API is ready');
} catch (error) {
  log.fatal({ failure: error instanceof Error ? error.message.split('\n')[0] : 'unknown' }, 'the API could not start');
  // An open handle must not keep a process alive that serves nothing.
  process.exit(1);
}

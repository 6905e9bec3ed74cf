import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CoreModule, type Clock, type Config } from '@consilium/core';
import { ApiModule } from './api.module.js';
import { LiveUpdates } from './realtime/live-updates.js';
import { sendParts } from './http/served-file.js';
import { LONGEST_MILLISECONDS, limitPatience } from './http/patience.js';
import { serveWeb } from './http/web-files.js';

const MEGABYTE = 1_048_576;

@Module({})
class Root {
  static of(config: Config, clock?: Clock): DynamicModule {
    return {
      module: Root,
      imports: [CoreModule.forRoot({ config, applicationName: 'consilium-api', ...(clock && { clock }) }), ApiModule],
    };
  }
}

/** The HTTP process, not yet listening. `webFolder` is the built web app; without it only /api is served. */
export async function createApplication(
  config: Config,
  options: { webFolder?: string; clock?: Clock } = {},
): Promise<NestFastifyApplication> {
  const https = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const adapter = new FastifyAdapter({
    bodyLimit: MEGABYTE,
    requestTimeout: LONGEST_MILLISECONDS,
    genReqId: () => randomUUID(),
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? config.TRUSTED_PROXIES : false,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(Root.of(config, options.clock), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await app.register(cookie);
  // Who reads a file measures it: the parser cuts it off and says nothing.
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  limitPatience(app.getHttpAdapter().getInstance());
  sendParts(app.getHttpAdapter().getInstance());
  if (options.webFolder) await serveWeb(app, options.webFolder);
  app.enableShutdownHooks();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  app.get(LiveUpdates).attach(app.getHttpServer());
  return app;
}

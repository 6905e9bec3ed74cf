import { freshCode, PASSWORD, testWorld, type TestWorld } from '@consilium/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { createApplication } from '../application.js';

/** The API on a database of its own, and people signed in to it. */
export interface ApiWorld {
  app: NestFastifyApplication;
  world: TestWorld;
  /** A browser of nobody. */
  stranger: () => TestAgent;
  /** The browser of a person signed in, in the given language. */
  as: (account: string, language?: 'zh-CN' | 'en-US') => Promise<TestAgent>;
  close: () => Promise<void>;
}

export async function apiWorld(options: { environment?: Record<string, string> } = {}): Promise<ApiWorld> {
  const world = await testWorld(options);
  const app = await createApplication(world.config, { clock: world.clock });
  await app.listen(0, '127.0.0.1');
  const browser = (language: string) =>
    supertest.agent(app.getHttpServer()).set('X-Consilium', '1').set('Accept-Language', language);
  return {
    app,
    world,
    stranger: () => browser('zh-CN'),
    as: async (account, language = 'zh-CN') => {
      const agent = browser(language);
      const code = await freshCode(world, account);
      await agent
        .post('/api/auth/sign-in')
        .send({ username: account, password: PASSWORD, ...(code !== undefined && { code }) })
        .expect(200);
      return agent;
    },
    close: async () => {
      await app.close();
      await world.close();
    },
  };
}

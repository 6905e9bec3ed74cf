import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests read the sources of our packages, never their compiled output: one instance of each module, and stack traces that point at what was written. */
const ourPackages = Object.entries({
  contracts: 'libs/contracts',
  catalog: 'libs/catalog',
  core: 'libs/core',
  testing: 'libs/testing',
  migrations: 'migrations',
}).map(([name, folder]) => ({
  find: new RegExp(`^@consilium/${name}$`),
  replacement: inProject(`${folder}/src/index.ts`),
}));

/** Nest injects by the types of constructor parameters, so the transform must write them down. */
const decorators = { oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } } };

const shared = { resolve: { alias: ourPackages } };
const ignored = ['**/node_modules/**', '**/dist/**', '**/.data/**'];
const webSetup = inProject('apps/web/src/testing/setup.ts');

export default defineConfig({
  test: {
    // Also on two cores, where vitest would use one: most tests wait for a database or a page.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        ...shared,
        ...decorators,
        test: {
          name: 'unit',
          include: ['{apps,libs,migrations}/**/*.spec.ts'],
          exclude: ignored,
          // Rules and policies hold no state, so their files may share modules: several times faster.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        ...decorators,
        test: {
          name: 'integration',
          include: ['{apps,libs,migrations}/**/*.{int-spec,api-spec}.ts'],
          exclude: ignored,
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        plugins: [react()],
        test: {
          name: 'web',
          include: ['apps/web/**/*.test.{ts,tsx}'],
          exclude: ignored,
          environment: 'jsdom',
          setupFiles: existsSync(webSetup) ? [webSetup] : [],
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        ...decorators,
        test: {
          name: 'journeys',
          include: ['e2e/journeys/**/*.journey.ts'],
          exclude: ignored,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

import 'reflect-metadata';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { attachmentProviders } from './attachments/index.js';
import { auditProviders } from './audit/index.js';
import { boardProviders } from './boards/index.js';
import { exportProviders } from './case-exports/index.js';
import { importProviders } from './case-imports/index.js';
import { courseProviders } from './case-course/index.js';
import { caseProviders } from './cases/index.js';
import { Clock, SystemClock } from './clock/index.js';
import { checklistProviders } from './checklists/index.js';
import { completenessProviders } from './completeness/index.js';
import { CONFIG, type Config } from './config/index.js';
import { conditionUpdateProviders } from './condition-updates/index.js';
import { consultRequestProviders } from './consult-requests/index.js';
import { sessionProviders } from './consult-sessions/index.js';
import { Database, entities } from './database/index.js';
import { decisionFactProviders } from './decision-facts/index.js';
import { decisionReviewProviders } from './decision-reviews/index.js';
import { emergencyProviders } from './emergency-access/index.js';
import { findingProviders } from './finding/index.js';
import { identityProviders } from './identity/index.js';
import { liveProviders } from './live/index.js';
import { organisationProviders } from './organisations/index.js';
import { outboxProviders } from './outbox/index.js';
import { partnershipProviders } from './partnerships/index.js';
import { patientProviders } from './patients/index.js';
import { peopleProviders } from './people/index.js';
import { recordProviders } from './record-keeping/index.js';
import { proposalRuleProviders } from './proposal-rules/index.js';
import { recommendationProviders } from './recommendations/index.js';
import { reminderProviders } from './reminders/index.js';
import { restrictedProviders } from './restricted-facts/index.js';
import { sharingProviders } from './sharing/index.js';
import { planProviders } from './surgical-plans/index.js';

/** How every process connects. The application never creates or changes tables: migrations do. */
export function dataSourceOptions(
  config: Pick<Config, 'DATABASE_URL'>,
  applicationName: string,
  poolSize = 20,
): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    entities,
    synchronize: false,
    installExtensions: false,
    poolSize,
    applicationName,
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
  };
}

/** All services of the product, for an HTTP process, a worker, or a command. */
@Module({})
export class CoreModule {
  static forRoot(options: { config: Config; applicationName: string; clock?: Clock }): DynamicModule {
    const providers: Provider[] = [
      { provide: CONFIG, useValue: options.config },
      options.clock ? { provide: Clock, useValue: options.clock } : { provide: Clock, useClass: SystemClock },
      Database,
      ...identityProviders,
      ...organisationProviders,
      ...peopleProviders,
      ...caseProviders,
      ...courseProviders,
      ...checklistProviders,
      ...completenessProviders,
      ...boardProviders,
      ...sessionProviders,
      ...sharingProviders,
      ...partnershipProviders,
      ...planProviders,
      ...reminderProviders,
      ...liveProviders,
      ...outboxProviders,
      ...auditProviders,
      ...decisionFactProviders,
      ...decisionReviewProviders,
      ...recommendationProviders,
      ...emergencyProviders,
      ...restrictedProviders,
      ...recordProviders,
      ...attachmentProviders,
      ...importProviders,
      ...exportProviders,
      ...findingProviders,
      ...patientProviders,
      ...consultRequestProviders,
      ...conditionUpdateProviders,
      ...proposalRuleProviders,
    ];
    return {
      module: CoreModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(options.config, options.applicationName),
          retryAttempts: 3,
          retryDelay: 1_000,
        }),
      ],
      providers,
      exports: providers,
    };
  }
}

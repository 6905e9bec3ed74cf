import { ConsultAskingService, NewsService } from '@consilium/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { ToldCase } from './referrals.js';
import type { Stage } from './stage.js';

/** Plays what happens between discussions, through the same services as everybody: a consult that is asked, news that comes in. */
export class BetweenDiscussions {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly stage: Stage,
  ) {}

  /** The owner of the case asks a department for a routine consult; its 24 hours run. */
  async askConsult(told: ToldCase, at: Date, departmentCode: string): Promise<void> {
    this.stage.goTo(at);
    await this.app.get(ConsultAskingService).send(await this.stage.actor(told.owner), told.caseNo, {
      departmentId: await this.stage.departmentId(departmentCode),
      personId: null,
      urgency: 'ROUTINE',
      condition: '复发灶紧贴左侧髂外血管，左下肢水肿较前加重，足背动脉搏动可及。',
      treatment: '已行抬高患肢、低分子肝素抗凝三天，水肿未见好转。',
      reason: '术中可能需要血管控制与重建。',
      purpose: '评估髂外血管切除重建的可行性及术前准备。',
    });
  }

  /** A colleague who works on the case writes down what the family called about; nobody has acknowledged it yet. */
  async hearFromFamily(told: ToldCase, at: Date): Promise<void> {
    this.stage.goTo(at);
    const speakers = told.of.departments.map(({ code }) => this.stage.speaker(code));
    const writer = speakers.find((account) => account !== told.owner) ?? told.owner;
    await this.app.get(NewsService).write(await this.stage.actor(writer), told.caseNo, {
      text: '家属来电：昨夜起血尿较前加重，伴低热，未呕吐，能进食。',
      source: 'FAMILY',
      severity: 'AMBER',
    });
  }
}

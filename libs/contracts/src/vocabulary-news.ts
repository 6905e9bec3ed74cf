import type { z } from 'zod';
import { vocabulary } from './words.js';

/** How soon a consult is wanted (会诊制度, 国卫医发〔2018〕8号): on site within 10 minutes, or completed within 24 hours. */
export const consultUrgencies = vocabulary({
  URGENT: { zh: '急会诊', en: 'Urgent consult' },
  ROUTINE: { zh: '普通会诊', en: 'Routine consult' },
});
export type ConsultUrgency = z.infer<typeof consultUrgencies.schema>;

export const consultStates = vocabulary({
  SENT: { zh: '待接收', en: 'Sent' },
  ACCEPTED: { zh: '已接收', en: 'Accepted' },
  ARRIVED: { zh: '已到场', en: 'On site' },
  ANSWERED: { zh: '已出意见', en: 'Answered' },
  CLOSED: { zh: '已完成', en: 'Closed' },
  DECLINED: { zh: '已退回', en: 'Declined' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
});
export type ConsultState = z.infer<typeof consultStates.schema>;

/** What happened to a consult request, for its trail. */
export const consultEvents = vocabulary({
  SENT: { zh: '发出申请', en: 'Sent' },
  ACCEPTED: { zh: '接收', en: 'Accepted' },
  REASSIGNED: { zh: '改派', en: 'Given to somebody else' },
  ARRIVED: { zh: '到场', en: 'Arrived' },
  ANSWERED: { zh: '签发会诊意见', en: 'Opinion signed' },
  CLOSED: { zh: '记录会诊执行情况', en: 'Execution noted' },
  DECLINED: { zh: '退回', en: 'Declined' },
  CANCELLED: { zh: '取消', en: 'Cancelled' },
});
export type ConsultEventKind = z.infer<typeof consultEvents.schema>;

/** Who a change of condition is heard from. */
export const newsSources = vocabulary({
  PATIENT: { zh: '患者', en: 'Patient' },
  FAMILY: { zh: '家属', en: 'Family' },
  NURSE: { zh: '护士', en: 'Nurse' },
  CHIEF: { zh: '首席专家', en: 'Chief expert' },
  LAB: { zh: '检验危急值', en: 'Critical value' },
  PARTNER: { zh: '协作医院', en: 'Partner hospital' },
});
export type NewsSource = z.infer<typeof newsSources.schema>;

export const newsSeverities = vocabulary({
  RED: { zh: '红色（紧急）', en: 'Red (urgent)' },
  AMBER: { zh: '黄色（尽快）', en: 'Amber (soon)' },
  GREEN: { zh: '绿色（常规）', en: 'Green (routine)' },
});
export type NewsSeverity = z.infer<typeof newsSeverities.schema>;

export const newsStates = vocabulary({
  NEW: { zh: '待分级', en: 'To be graded' },
  TRIAGED: { zh: '待知悉', en: 'To be acknowledged' },
  ACKNOWLEDGED: { zh: '已知悉', en: 'Acknowledged' },
  ACTIONED: { zh: '已处理', en: 'Acted on' },
  CLOSED: { zh: '已办结', en: 'Closed' },
});
export type NewsState = z.infer<typeof newsStates.schema>;

/** What happened to a piece of news, for its trail. */
export const newsEvents = vocabulary({
  WRITTEN: { zh: '反馈', en: 'Written' },
  TRIAGED: { zh: '分级', en: 'Graded' },
  ACKNOWLEDGED: { zh: '知悉', en: 'Acknowledged' },
  ACTIONED: { zh: '处理', en: 'Acted on' },
  CLOSED: { zh: '办结', en: 'Closed' },
});
export type NewsEventKind = z.infer<typeof newsEvents.schema>;

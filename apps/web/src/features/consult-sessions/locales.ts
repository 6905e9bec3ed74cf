import { registerTexts } from '../../lib/i18n';
import { calendarTexts } from './texts/calendar-texts';
import { liveTexts } from './texts/live-texts';

/** Texts of the sessions feature. */
export const useText = registerTexts('consult-sessions', {
  'zh-CN': { ...calendarTexts['zh-CN'], ...liveTexts['zh-CN'] },
  'en-US': { ...calendarTexts['en-US'], ...liveTexts['en-US'] },
});

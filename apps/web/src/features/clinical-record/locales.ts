import { registerTexts } from '../../lib/i18n';
import { editTexts } from './texts/edit-texts';
import { readTexts } from './texts/read-texts';

/** The texts of this feature. */
export const useTexts = registerTexts('clinical-record', {
  'zh-CN': { ...readTexts.zh, ...editTexts.zh },
  'en-US': { ...readTexts.en, ...editTexts.en },
});
export type Text = Parameters<ReturnType<typeof useTexts>>[0];

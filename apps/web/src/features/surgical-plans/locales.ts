import { registerTexts } from '../../lib/i18n';
import { editorTexts } from './texts/editor-texts';
import { relayTexts } from './texts/relay-texts';

/** The texts of this feature's screens. */
export const usePlanText = registerTexts('surgical-plans', {
  'zh-CN': { ...relayTexts.zh, ...editorTexts.zh },
  'en-US': { ...relayTexts.en, ...editorTexts.en },
});

import { registerTexts } from '../../lib/i18n';
import { caseTexts } from './texts/case-texts';
import { completenessTexts } from './texts/completeness-texts';
import { courseTexts } from './texts/course-texts';
import { departmentTexts } from './texts/department-texts';
import { listTexts } from './texts/list-texts';
import { opinionTexts } from './texts/opinion-texts';
import { restrictedTexts } from './texts/restricted-texts';
import { referralTexts } from './texts/referral-texts';

/** The texts of this feature's screens. */
export const useTexts = registerTexts('cases', {
  'zh-CN': {
    ...listTexts.zh,
    ...referralTexts.zh,
    ...caseTexts.zh,
    ...opinionTexts.zh,
    ...departmentTexts.zh,
    ...restrictedTexts.zh,
    ...courseTexts.zh,
    ...completenessTexts.zh,
  },
  'en-US': {
    ...listTexts.en,
    ...referralTexts.en,
    ...caseTexts.en,
    ...opinionTexts.en,
    ...departmentTexts.en,
    ...restrictedTexts.en,
    ...courseTexts.en,
    ...completenessTexts.en,
  },
});

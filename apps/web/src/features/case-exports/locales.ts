import { registerTexts } from '../../lib/i18n';

/** The texts of this feature's screens. */
export const useTexts = registerTexts('case-exports', {
  'zh-CN': {
    open: '导出',
    title: '导出病例',
    format: '格式',
    pdf: 'PDF，供打印',
    fhir: 'FHIR R4，供其他系统',
    masked: '未注明身份的副本只含遮盖的姓名与病例号；文中出现的姓名、证件号、电话和病案号会隐去。',
    identified: '注明患者身份',
    identifiedNote: '副本含姓名、证件号、电话与病案号。导出与理由记录在案。',
    reason: '理由',
    confirm: '导出',
    done: '已保存 {{name}}',
  },
  'en-US': {
    open: 'Export',
    title: 'Export the case',
    format: 'Format',
    pdf: 'PDF, to print',
    fhir: 'FHIR R4, for other systems',
    masked:
      'A copy without identity has the masked name and the case number alone; names and numbers of the patient are hidden in its texts.',
    identified: 'Name the patient',
    identifiedNote:
      'The copy holds the name, identity number, telephone and record number. It is on record with its reason.',
    reason: 'Reason',
    confirm: 'Export',
    done: 'Saved {{name}}',
  },
});

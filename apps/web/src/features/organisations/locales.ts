import { registerTexts } from '../../lib/i18n';

export const useText = registerTexts('organisations', {
  'zh-CN': {
    department: '科室',
    person: '人员',
    room: '会议室',
    theatre: '手术间',
    choose: '选择',
    none: '没有可选项',
    failed: '名录未能载入',
  },
  'en-US': {
    department: 'Department',
    person: 'Person',
    room: 'Room',
    theatre: 'Theatre',
    choose: 'Choose',
    none: 'Nothing to choose from',
    failed: 'The directory could not be loaded',
  },
});

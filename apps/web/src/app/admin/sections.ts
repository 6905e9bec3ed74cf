import type { Me, Permission } from '@consilium/contracts';
import { registerTexts } from '../../lib/i18n';
import { paths } from '../../lib/paths';

export const useAdminText = registerTexts('admin', {
  'zh-CN': {
    sections: '管理栏目',
    hospitals: '医院与院区',
    departments: '科室',
    partnerships: '合作协议',
    checklists: '资料清单',
    people: '人员',
    shares: '对外共享',
    emergencies: '紧急授权调阅',
  },
  'en-US': {
    sections: 'Sections of the administration',
    hospitals: 'Hospitals',
    departments: 'Departments',
    partnerships: 'Agreements',
    checklists: 'Checklists',
    people: 'People',
    shares: 'Sharing',
    emergencies: 'Emergency access',
  },
});

export interface AdminSection {
  path: string;
  text: Parameters<ReturnType<typeof useAdminText>>[0];
  /** Who holds it sees the section; what may be changed there is said by the answers. */
  permission: Permission;
}

/** The sections of the administration in their order. */
export const adminSections: readonly AdminSection[] = [
  { path: paths.adminHospitals, text: 'hospitals', permission: 'organisation:read' },
  { path: paths.adminDepartments, text: 'departments', permission: 'organisation:read' },
  { path: paths.adminPartnerships, text: 'partnerships', permission: 'organisation:read' },
  { path: paths.adminChecklists, text: 'checklists', permission: 'checklist:read' },
  { path: paths.adminShares, text: 'shares', permission: 'share:list' },
  { path: paths.adminPeople, text: 'people', permission: 'people:read' },
  { path: paths.adminEmergencies, text: 'emergencies', permission: 'emergency-access:watch' },
];

/** The sections somebody may open. */
export function sectionsOf(me: Me): AdminSection[] {
  return adminSections.filter(({ permission }) => me.permissions.includes(permission));
}

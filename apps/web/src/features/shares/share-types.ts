import type { Bilingual, ShareSection } from '@consilium/contracts';

/** What a share must tell for its withdrawal to be asked about. */
export interface RevocableShare {
  id: string;
  pxCode: string;
  hospital: Bilingual;
}

/** What a share must tell to be changed. */
export interface ChangeableShare extends RevocableShare {
  version: number;
  sections: ShareSection[];
  expiresAt: string;
  agreement?: { agreementNo: string; validTo: string };
  consentEndsOn?: string | null;
}

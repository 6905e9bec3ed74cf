import type { Bilingual, Me } from '@consilium/contracts';
import { bilingual } from '@consilium/contracts';

const STORAGE_KEY = 'consilium.house';

/** Remembers whose computer this is, so that the next sign-in page can say it. A hospital's name is no secret. */
export function rememberHouse(me: Me): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(me.hospital.name));
  } catch {
    // Forbidden storage costs only the name on the sign-in page.
  }
}

/** The hospital that last signed in on this computer. */
export function rememberedHouse(): Bilingual | undefined {
  try {
    const parsed = bilingual.safeParse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Looking again at the same list within this time is the same opening: screens refresh themselves whenever something on them changes. */
const SAME_OPENING_MINUTES = 10;
/** More than this many are not remembered; what is forgotten is put on record once more. */
const REMEMBERED = 20_000;

/** Which lists were opened lately, and by whom. */
export class RecentOpenings {
  private readonly openedAt = new Map<string, number>();

  /** Whether looking at this list now is an opening of its own. */
  isNew(key: string, now: Date): boolean {
    const last = this.openedAt.get(key);
    return last === undefined || Math.abs(now.getTime() - last) >= SAME_OPENING_MINUTES * 60_000;
  }

  /** Notes an opening that is on record. */
  remember(key: string, now: Date): void {
    this.openedAt.delete(key);
    this.openedAt.set(key, now.getTime());
    const oldest = this.openedAt.keys().next();
    if (this.openedAt.size > REMEMBERED && !oldest.done) this.openedAt.delete(oldest.value);
  }
}

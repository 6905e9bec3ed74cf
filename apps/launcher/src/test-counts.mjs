/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    noCounts(),
  );

/** @param {Counts} counts */
export const countsLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * @typedef {object} Report the part of vitest's JSON report that is counted
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * Counts tests. A file that failed before its first test, and a run that failed outside its tests, count as one failed test each, so that no
 * failure is lost.
 * @param {Report | undefined} report `undefined` when the run ended without one
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countReport(report, exitCode) {
  const counts = noCounts();
  for (const { status, assertionResults } of report?.testResults ?? []) {
    const before = counts.failed;
    for (const { status: outcome } of assertionResults) {
      if (outcome === 'passed') counts.passed++;
      else if (outcome === 'failed') counts.failed++;
      else counts.skipped++;
    }
    if (status === 'failed' && counts.failed === before) counts.failed++;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed++;
  return counts;
}

import { signInMethods, type SignedInBrowser } from '@consilium/contracts';
import { ActionButton } from '../../components/action-button';
import { ProblemAlert } from '../../components/problem-alert';
import { useLabel } from '../../lib/i18n';
import { formatNear } from '../../lib/time';
import { browserName } from './browser-name';
import { useText } from './locales';
import { useEndBrowser, useEndOtherBrowsers } from './own-security-api';
import styles from './security.module.css';

/** Where the person is signed in, and how to end it. */
export function OwnBrowsers({ browsers }: { browsers: readonly SignedInBrowser[] }) {
  const t = useText();
  const label = useLabel();
  const end = useEndBrowser();
  const endOthers = useEndOtherBrowsers();
  return (
    <section className={styles.part} aria-labelledby="own-browsers">
      <h2 id="own-browsers">{t('browsers')}</h2>
      <p>{t('browsersLine')}</p>
      <ProblemAlert error={end.error ?? endOthers.error} />
      <ul className={styles.browsers} aria-label={t('browsers')}>
        {browsers.map((browser) => {
          const name = browserName(browser.browser) || t('unknownBrowser');
          return (
            <li key={browser.id}>
              <div>
                <strong>{name}</strong>
                {browser.current && <span className={styles.here}>{t('thisBrowser')}</span>}
                <span className={styles.facts}>
                  {[
                    browser.address,
                    label(signInMethods.labels[browser.method]),
                    t('signedInAt', { at: formatNear(browser.signedInAt) }),
                    t('lastSeenAt', { at: formatNear(browser.lastSeenAt) }),
                  ]
                    .filter((fact) => fact !== '')
                    .join(' · ')}
                </span>
              </div>
              {!browser.current && (
                <ActionButton
                  size="small"
                  aria-label={t('endBrowserOf', { name })}
                  busy={end.isPending && end.variables === browser.id}
                  onClick={() => end.mutate(browser.id)}
                >
                  {t('endBrowser')}
                </ActionButton>
              )}
            </li>
          );
        })}
      </ul>
      {browsers.some(({ current }) => !current) && (
        <div className={styles.acts}>
          <ActionButton busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('endOtherBrowsers')}
          </ActionButton>
        </div>
      )}
    </section>
  );
}

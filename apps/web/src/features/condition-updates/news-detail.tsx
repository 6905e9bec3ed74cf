import { newsEvents, newsSeverities, newsSources, type NewsView } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../components';
import { isProblem } from '../../lib/api';
import { useLabel } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { formatFormal, formatNear, useNow } from '../../lib/time';
import { AskForConsult } from '../consult-requests';
import { oneNewsQuery } from './api';
import { NewsActs } from './news-acts';
import { NewsClock, NewsState } from './news-row';
import styles from './news.module.css';
import { useTexts } from './locales';
import { Severity } from './severity';

/** One piece of news beside the list; over the whole screen on a phone. */
export function NewsDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts();
  const one = useQuery(oneNewsQuery(id));
  const gone = isProblem(one.error, 'object/not-found');
  const news = gone ? undefined : one.data;
  return (
    <Drawer
      open
      size={440}
      rootClassName={styles.drawer}
      title={news === undefined ? t('title') : t('detailTitle', { caseNo: news.caseNo })}
      onClose={onClose}
    >
      {one.isPending && <RowsSkeleton rows={5} />}
      {gone && <EmptyState text={t('missing')} />}
      {one.error !== null && !gone && news === undefined && (
        <ProblemAlert error={one.error} title={t('detailFailed')} onRetry={() => void one.refetch()} />
      )}
      {news !== undefined && <News news={news} />}
    </Drawer>
  );
}

function News({ news }: { news: NewsView }) {
  const t = useTexts();
  const l = useLabel();
  const now = useNow(5_000);
  return (
    <article className={styles.detail}>
      <p className={styles.line}>
        {news.severity !== null && <Severity severity={news.severity} />}
        <NewsState item={news} />
        <NewsClock item={news} now={now} />
      </p>
      <blockquote className={styles.said}>{news.text}</blockquote>
      <p className={styles.quiet}>
        {t('by', {
          source: l(newsSources.labels[news.source]),
          name: news.author.name,
          at: formatNear(news.reportedAt, now),
        })}
        {' · '}
        {t('owner', { name: news.owner.name })}
      </p>
      {news.suggestsConsult && (
        <p className={styles.suggestion}>
          {t('red')} <AskForConsult caseNo={news.caseNo} isUrgent />
        </p>
      )}
      <NewsActs news={news} />
      <section>
        <h3>{t('trail')}</h3>
        <ol className={styles.trail}>
          {news.trail.map((event) => (
            <li key={`${event.kind} ${event.at}`}>
              <time dateTime={event.at} title={formatFormal(event.at)}>
                {formatNear(event.at, now)}
              </time>
              <span>
                {l(newsEvents.labels[event.kind])}
                {event.severity !== null && ` ${l(newsSeverities.labels[event.severity])}`} · {event.by}
                {event.note !== '' && <span className={styles.note}>{event.note}</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Link to={paths.case} params={{ caseNo: news.caseNo }}>
        {t('openCase')}
      </Link>
    </article>
  );
}

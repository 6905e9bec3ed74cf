import type { FullRecord, RecordSection } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ComponentType } from 'react';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { recordQuery } from '../api';
import { useTexts } from '../locales';
import { FollowUpPart, OutcomePart, StructuresPart } from './course-parts';
import { ImagingPart, PathologyPart } from './findings-parts';
import { LaboratoryPart } from './laboratory-part';
import type { ReadPart } from './part-panel';
import { StagingPart } from './staging-part';
import { DiagnosisPart, PresentationPart, StatusPart, SummaryPart, WishesPart } from './summary-parts';
import { Timeline } from './timeline';
import styles from './record-overview.module.css';

// The forms are heavy, and most who open a case only read.
const PartDrawer = lazy(() => import('../edit/part-drawer').then((door) => ({ default: door.PartDrawer })));
const HistoryDrawer = lazy(() => import('../history/history-drawer').then((door) => ({ default: door.HistoryDrawer })));

type Open = { section: RecordSection; what: 'form' | 'history' } | null;

/** Every part of the record of a case in its fixed place, and the ways to write each. */
export const RecordOverview = ({ caseNo }: { caseNo: string }) => <LoadedRecord caseNo={caseNo} parts={AllParts} />;

/** What an opinion rests on, to read beside it. */
export const RecordEvidence = ({ caseNo }: { caseNo: string }) => (
  <LoadedRecord caseNo={caseNo} parts={EvidenceParts} isReadOnly />
);

interface PartsProps {
  sections: FullRecord['sections'];
  read: ReadPart;
}

function LoadedRecord({
  caseNo,
  parts: Parts,
  isReadOnly = false,
}: {
  caseNo: string;
  parts: ComponentType<PartsProps>;
  isReadOnly?: boolean;
}) {
  const t = useTexts();
  const { data, error, isPending, refetch } = useQuery(recordQuery(caseNo));
  const [open, setOpen] = useState<Open>(null);
  if (isPending) return <RowsSkeleton rows={12} />;
  if (data === undefined)
    return <ProblemAlert error={error} title={t('recordFailed')} onRetry={() => void refetch()} />;
  const read: ReadPart = {
    // One form at a time: another part's would take the place of what is being typed.
    writable: isReadOnly || open?.what === 'form' ? [] : data.writable,
    onEdit: (section) => setOpen({ section, what: 'form' }),
    onHistory: (section) => {
      if (open?.what !== 'form') setOpen({ section, what: 'history' });
    },
  };
  return (
    <>
      <Parts sections={data.sections} read={read} />
      <Suspense fallback={null}>
        {open?.what === 'form' && (
          <PartDrawer
            key={open.section}
            caseNo={caseNo}
            section={open.section}
            part={data.sections[open.section]}
            onClose={() => setOpen(null)}
          />
        )}
        {open?.what === 'history' && (
          <HistoryDrawer caseNo={caseNo} section={open.section} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </>
  );
}

function EvidenceParts(shared: PartsProps) {
  return (
    <div className={styles.parts}>
      <DiagnosisPart {...shared} />
      <SummaryPart {...shared} />
      <ImagingPart {...shared} />
      <PathologyPart {...shared} />
      <LaboratoryPart {...shared} />
    </div>
  );
}

function AllParts(shared: PartsProps) {
  return (
    <div className={styles.parts}>
      <div className={styles.pair}>
        <DiagnosisPart {...shared} />
        <PresentationPart {...shared} />
      </div>
      <SummaryPart {...shared} />
      <div className={styles.pair}>
        <Timeline {...shared} />
        <div className={styles.stack}>
          <StagingPart {...shared} />
          <StatusPart {...shared} />
          <WishesPart {...shared} />
        </div>
      </div>
      <ImagingPart {...shared} />
      <div className={styles.pair}>
        <PathologyPart {...shared} />
        <div className={styles.stack}>
          <LaboratoryPart {...shared} />
          <StructuresPart {...shared} />
        </div>
      </div>
      <div className={styles.pair}>
        <OutcomePart {...shared} />
        <FollowUpPart {...shared} />
      </div>
    </div>
  );
}

import type { DemonstrationCase } from './case-schema.js';

/** A part of a clinical record, as the API takes it. */
export interface DemonstrationPart {
  section: 'diagnosis' | 'presentation' | 'treatments' | 'status' | 'pathology' | 'staging' | 'outcome' | 'follow-up';
  observedOn: string;
  content: Record<string, unknown>;
}

/** What turns a case of the catalogue into one of an installation. */
export interface PartsWanted {
  /** The ISO date that an offset of the case stands for. */
  day: (offset: number) => string;
  /** Id of an entry of a list: the one it has already, or a new one. */
  entryId: (section: DemonstrationPart['section'], place: number) => string;
}

const ASA = ['I', 'II', 'III', 'IV', 'V'];

/** What the record says beyond the referral, up to the discussion. The lists hold what the referral had in them, in its order. */
export function partsBeforeDiscussion(of: DemonstrationCase, { day, entryId }: PartsWanted): DemonstrationPart[] {
  const { clinical, record, surgicalPlan } = of;
  const observedOn = day(-1);
  const known = new Map(record.treatments.map((treatment) => [treatment.place, treatment]));
  const parts: DemonstrationPart[] = [
    { section: 'diagnosis', observedOn, content: { text: clinical.diagnosis.zh, ...record.diagnosis } },
    {
      section: 'presentation',
      observedOn,
      content: {
        presentation: clinical.presentation,
        recurrenceNumber: clinical.recurrenceNumber,
        ...record.presentation,
      },
    },
    {
      section: 'status',
      observedOn,
      content: { ecog: clinical.ecog, asa: ASA[surgicalPlan.asa.value - 1], comorbidities: clinical.comorbidities },
    },
    {
      section: 'treatments',
      observedOn,
      content: {
        entries: clinical.priorTreatments.map(({ dayOffset, ...treatment }, place) => {
          const { startDayOffset = null, doseGy = null, note = '' } = known.get(place) ?? {};
          return {
            ...treatment,
            id: entryId('treatments', place),
            // A treatment that took its time is dated by its beginning.
            happenedOn: day(startDayOffset ?? dayOffset),
            endedOn: startDayOffset === null ? null : day(dayOffset),
            doseGy,
            note,
          };
        }),
      },
    },
    {
      section: 'pathology',
      observedOn,
      content: {
        entries: clinical.pathology.map(({ dayOffset, ...finding }, place) => ({
          ...finding,
          id: entryId('pathology', place),
          reportedOn: dayOffset === null ? null : day(dayOffset),
          hospitalName: place === 0 ? record.pathology.reviewedAt : '',
          ...(place === 0 && {
            molecular: record.pathology.molecular,
            molecularMarkers: record.pathology.molecularMarkers,
          }),
        })),
      },
    },
  ];
  if (record.staging !== null)
    parts.push({
      section: 'staging',
      observedOn,
      content: { entries: [{ ...record.staging, id: entryId('staging', 0), assessedOn: observedOn }] },
    });
  return parts;
}

/** What became of the patient, and what is planned: none where the case has no outcome yet. Offsets count from the operation. */
export function partsAfterOperation(
  of: DemonstrationCase,
  { day, entryId, departmentId }: PartsWanted & { departmentId: (code: string) => string },
): DemonstrationPart[] {
  const followUp: DemonstrationPart = {
    section: 'follow-up',
    observedOn: day(0),
    content: {
      entries: of.followUp.map(({ daysAfterOperation, mode, items, ownerDepartment }, place) => ({
        id: entryId('follow-up', place),
        dueOn: day(daysAfterOperation),
        mode,
        items,
        departmentId: departmentId(ownerDepartment),
      })),
    },
  };
  if (of.outcome === null) return [followUp];
  const { lastFollowUp, complications, lengthOfStayDays, ...outcome } = of.outcome;
  return [
    {
      section: 'outcome',
      observedOn: day(lengthOfStayDays),
      content: {
        ...outcome,
        operatedOn: day(0),
        lengthOfStayDays,
        dischargedOn: day(lengthOfStayDays),
        marginClass: /R[012]/.exec(outcome.margin)?.[0] ?? null,
        complications: complications.map(({ clavienDindo, text }) => ({ grade: clavienDindo, text })),
        lastSeenOn: day(lastFollowUp.daysAfterOperation),
        lastSeenStatus: lastFollowUp.status,
      },
    },
    followUp,
  ];
}

import type { RecordSection } from '@consilium/contracts';
import type { ComponentType } from 'react';
import { FollowUpFields, OutcomeFields, TreatmentsFields } from './course-fields';
import { ImagingFields, PathologyFields, StructuresFields } from './finding-fields';
import { LaboratoryFields } from './laboratory-fields';
import { DiagnosisFields, PresentationFields, StatusFields, SummaryFields, WishesFields } from './plain-fields';
import { StagingFields } from './staging-fields';

/** The form of each part of the record. */
export const sectionFields: Record<RecordSection, ComponentType> = {
  diagnosis: DiagnosisFields,
  presentation: PresentationFields,
  summary: SummaryFields,
  wishes: WishesFields,
  treatments: TreatmentsFields,
  staging: StagingFields,
  status: StatusFields,
  structures: StructuresFields,
  imaging: ImagingFields,
  pathology: PathologyFields,
  laboratory: LaboratoryFields,
  outcome: OutcomeFields,
  'follow-up': FollowUpFields,
};

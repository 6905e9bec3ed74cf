import type { Bilingual, CaseAnatomy, ClinicalRecord, ImagingEntry, Risk, Structure } from '@consilium/contracts';

/** What the badge reads of an examination: its words, and what its form states where one was filled. */
export type RiskImaging = Pick<ImagingEntry, 'finding'> & Partial<Pick<ImagingEntry, 'sizeMm' | 'organs' | 'vessels'>>;

/** What the badge is judged from. */
export type RiskFacts = Pick<ClinicalRecord, 'structures'> & { imaging: readonly RiskImaging[] };

/** Where a structure lies: its region, and the pelvic compartment it counts to, if any. */
export interface StructureAnatomy {
  code: string;
  region: Structure['region'];
  compartment: string | null;
}

export interface RiskReason {
  rule: string;
  text: Bilingual;
}

export interface CaseRisk {
  risk: Risk;
  /** Why; never empty, since the badge is always shown with its reason. */
  reasons: RiskReason[];
}

/** Above this volume, in cm³, blood loss in pelvic bone tumour surgery was more often over 3 litres (odds ratio 3.0). */
const LARGE_VOLUME_CM3 = 400;

/** Above this planned time, in minutes, likewise (odds ratio 3.8). */
const LONG_OPERATION_MINUTES = 200;

/** Sites with more blood loss (odds ratio 4.8). */
const BLEEDING_SITES = ['sacrum-upper', 'sacrum-lower', 'acetabulum'];

const LENGTH = String.raw`(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)\s{0,3}(cm|mm|厘米|毫米)?`;
const THREE_AXES = new RegExp([LENGTH, LENGTH, LENGTH].join(String.raw`\s{0,3}[×xX*＊✕]\s{0,3}`), 'gi');
const IN_CM: Record<string, number> = { cm: 1, 厘米: 1, mm: 0.1, 毫米: 0.1 };

/**
 * Volume in cm³ of the largest mass given by three axes with a unit, as an ellipsoid (π/6 · a · b · c); null where the
 * texts give none. Two axes, or three numbers without a unit, are no volume.
 */
export const largestVolumeCm3 = (texts: readonly string[]): number | null => {
  const volumes = texts.flatMap((text) =>
    [...text.matchAll(THREE_AXES)].flatMap(([, a, unitA, b, unitB, c, unitC]) => {
      const unit = IN_CM[(unitC ?? unitB ?? unitA ?? '').toLowerCase()];
      if (unit === undefined) return [];
      return [(Math.PI / 6) * Number(a) * Number(b) * Number(c) * unit ** 3];
    }),
  );
  return volumes.length > 0 ? Math.max(...volumes) : null;
};

/** Volume in cm³ of a mass of three measured axes, as an ellipsoid; none where fewer were measured. */
const measuredVolumeCm3 = ({ sizeMm = [] }: RiskImaging): number[] =>
  sizeMm.length === 3 ? [(Math.PI / 6) * sizeMm.reduce((volume, axis) => volume * (axis / 10), 1)] : [];

/** The largest mass of all examinations: its form counts for an examination that has one, its words where it has none. */
const volumeOf = (imaging: readonly RiskImaging[]): number | null => {
  const volumes = imaging.flatMap((examination) => {
    const measured = measuredVolumeCm3(examination);
    const read = measured.length > 0 ? null : largestVolumeCm3([examination.finding]);
    return read === null ? measured : [read];
  });
  return volumes.length > 0 ? Math.max(...volumes) : null;
};

/** Structures that are suspected or invaded, by the list of the case or the matrix of an examination. */
const involvedCodes = ({ structures, imaging }: RiskFacts): string[] =>
  [...structures, ...imaging.flatMap(({ organs = [] }) => organs)]
    .filter(({ involvement }) => involvement === 'SUSPECT' || involvement === 'INVADE')
    .map(({ code }) => code);

const bleedingFactors = (facts: RiskFacts): RiskReason[] => {
  const factors: RiskReason[] = [];
  if (involvedCodes(facts).some((code) => BLEEDING_SITES.includes(code))) {
    factors.push({
      rule: 'bleeding-site',
      text: { zh: '骶骨或髋臼受累，高出血风险', en: 'Sacrum or acetabulum involved: high risk of bleeding' },
    });
  }
  const volume = volumeOf(facts.imaging);
  if (volume !== null && volume > LARGE_VOLUME_CM3) {
    const cm3 = Math.round(volume);
    factors.push({
      rule: 'large-volume',
      text: {
        zh: `肿瘤体积约 ${cm3} cm³（大于 ${LARGE_VOLUME_CM3} cm³），高出血风险`,
        en: `Tumour volume about ${cm3} cm³ (over ${LARGE_VOLUME_CM3} cm³): high risk of bleeding`,
      },
    });
  }
  return factors;
};

/**
 * The flag of high blood loss: high from one of the three factors of the series on, strong from two (Default; source as for the badge,
 * PMC2903120).
 *
 * @param plannedMinutes length of the planned operation; null where there is no plan, and the factor is not judged.
 */
export const bleedingOf = (facts: RiskFacts, plannedMinutes: number | null): CaseAnatomy['bleedingRisk'] => {
  const reasons = bleedingFactors(facts);
  if (plannedMinutes !== null && plannedMinutes > LONG_OPERATION_MINUTES)
    reasons.push({
      rule: 'long-operation',
      text: {
        zh: `计划手术 ${plannedMinutes} 分钟（大于 ${LONG_OPERATION_MINUTES} 分钟），高出血风险`,
        en: `${plannedMinutes} minutes planned (over ${LONG_OPERATION_MINUTES}): high risk of bleeding`,
      },
    });
  const degree = reasons.length >= 2 ? 'STRONG' : reasons.length === 1 ? 'HIGH' : 'NONE';
  return { degree, reasons };
};

const extentReasons = (facts: RiskFacts, anatomy: readonly StructureAnatomy[]): RiskReason[] => {
  const placeOf = new Map(anatomy.map((structure) => [structure.code, structure]));
  const reasons: RiskReason[] = [];
  const compartments = new Set(
    involvedCodes(facts)
      .map((code) => placeOf.get(code)?.compartment)
      .filter((compartment) => typeof compartment === 'string'),
  );
  if (compartments.size >= 2) {
    reasons.push({
      rule: 'compartments',
      text: {
        zh: `累及 ${compartments.size} 个解剖分区`,
        en: `${compartments.size} pelvic compartments involved`,
      },
    });
  }
  const encased =
    facts.structures.some(
      ({ code, involvement }) => involvement === 'INVADE' && placeOf.get(code)?.region === 'vessels',
    ) ||
    facts.imaging.some(({ vessels = [] }) =>
      vessels.some(({ involvement }) => involvement === 'OVER_180' || involvement === 'THROMBUS'),
    );
  if (encased) {
    reasons.push({
      rule: 'vessel-encased',
      text: { zh: '大血管包绕达半周或受侵', en: 'A vessel encased by half its circumference or more, or invaded' },
    });
  }
  return reasons;
};

/**
 * The risk badge of a case: very high with two or more bleeding factors; high with one, or with two or more pelvic
 * compartments, or with a vessel encased by 180° or more; moderate otherwise.
 *
 * Source of the bleeding factors: pelvic bone tumour series, n = 137, 44.5 % lost more than 3 litres; sacrum or acetabulum
 * odds ratio 4.8, volume over 400 cm³ 3.0 (PMC2903120). Its third factor, a planned time over 200 minutes, and a planned
 * blood need of 1600 ml or more are known only with a surgical plan and do not enter here. The thresholds of the badge
 * itself, and the ellipsoid volume, are defaults to be confirmed by the centre.
 *
 * @param anatomy region and compartment of the structures a case may involve.
 */
export const assessRisk = (facts: RiskFacts, anatomy: readonly StructureAnatomy[]): CaseRisk => {
  const bleeding = bleedingFactors(facts);
  const reasons = [...bleeding, ...extentReasons(facts, anatomy)];
  if (bleeding.length >= 2) return { risk: 'EXTREME', reasons };
  if (reasons.length > 0) return { risk: 'HIGH', reasons };
  return {
    risk: 'MODERATE',
    reasons: [
      {
        rule: 'no-high-risk-factor',
        text: {
          zh: '未见骶骨髋臼受累、大体积、多分区或血管包绕',
          en: 'No sacrum or acetabulum, large volume, second compartment or encased vessel',
        },
      },
    ],
  };
};

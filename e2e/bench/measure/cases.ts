import type { Client } from 'pg';

const GENERATED_AT_ONCE = 50_000;
/** Cases that are not ended among those made: about fifty for each department of the centre. */
const OPEN = 600;

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢';
const SITES = ['直肠', '乙状结肠', '宫颈', '膀胱', '前列腺', '卵巢', '子宫内膜', '骶骨', '肛管', '盆腔软组织'];
const TYPES = [
  'COLORECTAL',
  'COLORECTAL',
  'CERVICAL',
  'BLADDER',
  'PROSTATE',
  'OVARIAN',
  'ENDOMETRIAL',
  'BONE',
  'ANAL',
  'SOFT_TISSUE',
];
const WORDS = [
  '癌术后局部复发',
  '恶性肿瘤侵犯邻近器官',
  '癌放疗后残留',
  '肿瘤伴远处转移',
  '癌新辅助治疗后',
  '肉瘤多次复发',
];
const PARTS = ['侵犯膀胱', '侵犯输尿管', '累及髂血管', '累及骶骨', '侵犯阴道', '累及盆侧壁', '伴肾积水', '伴肠梗阻'];

const list = (words: readonly string[]): string => `ARRAY[${words.map((word) => `'${word}'`).join(', ')}]`;
const pick = (words: readonly string[], of: string): string => `(${list(words)})[1 + (${of}) % ${words.length}]`;
/** A number that looks random and is the same in every run. */
const mixed = (salt: number): string => `abs(hashint4(n + ${salt}))`;

const PEOPLE = `
  INSERT INTO patients (id, hospital_id, masked_name, sex, province, created_at)
  SELECT md5('patient' || n)::uuid, h.id, ${pick(Array.from(SURNAMES), mixed(1))} || '**', CASE WHEN n % 2 = 0 THEN 'FEMALE' ELSE 'MALE' END, '云南', now()
  FROM generate_series($1::int, $2::int) n, (SELECT id FROM hospitals WHERE is_host) h`;

const IDENTITIES = `
  INSERT INTO patient_identities (patient_id, hospital_id, sealed, key_id, identity_no_hash, name_hash, name_hashes)
  SELECT md5('patient' || n)::uuid, h.id, '\\x00', 'none', sha256(('number' || n)::bytea), sha256(('name' || n)::bytea),
    ARRAY[sha256(('name' || n)::bytea), sha256(('reading' || n)::bytea), sha256(('born' || n)::bytea)]
  FROM generate_series($1::int, $2::int) n, (SELECT id FROM hospitals WHERE is_host) h`;

const CASES = `
  INSERT INTO cases (id, case_no, hospital_id, center_id, patient_id, owner_id, owner_department_id, state, urgency, age_years, tumour_type, diagnosis,
    presentation, recurrence_number, summary, wishes, ecog, risk, referred_at, state_since, created_at, updated_at)
  SELECT md5('case' || n)::uuid, 'P' || 10 + n / 90000 || '-' || lpad((n % 90000 + 10000)::text, 6, '0'), h.id, z.id, md5('patient' || n)::uuid,
    o.ids[1 + ${mixed(2)} % cardinality(o.ids)], NULL,
    CASE WHEN n % ($3 / ${OPEN}) = 0 THEN 'PREPARING' WHEN n % 3 = 0 THEN 'FOLLOW_UP' ELSE 'CLOSED' END, 'ROUTINE', 30 + n % 50,
    ${pick(TYPES, mixed(3))}, ${pick(SITES, mixed(3))} || ${pick(WORDS, mixed(4))} || '，' || ${pick(PARTS, mixed(5))},
    'LOCAL_RECURRENCE', n % 4, '病情摘要', '保留功能', n % 3, (ARRAY['EXTREME', 'HIGH', 'MODERATE'])[1 + n % 3],
    now() - (n * interval '20 minutes'), now(), now(), now()
  FROM generate_series($1::int, $2::int) n, (SELECT id FROM hospitals WHERE is_host) h, (SELECT id FROM centers LIMIT 1) z,
    (SELECT array_agg(person_id) AS ids FROM memberships WHERE role IN ('DEPT_MEMBER', 'DEPT_LEAD')) o`;

const ROUNDS = `
  INSERT INTO discussion_rounds (id, case_id, ordinal, questions, opened_at)
  SELECT md5('round' || n)::uuid, md5('case' || n)::uuid, 1, ARRAY['能否根治性切除？'], now() - (n * interval '20 minutes')
  FROM generate_series($1::int, $2::int) n`;

const PARTICIPATIONS = `
  INSERT INTO participations (id, round_id, department_id, requirement, reasons, state)
  SELECT md5('part' || n || ' ' || k)::uuid, md5('round' || n)::uuid, d.ids[1 + (${mixed(6)} + k * 3) % cardinality(d.ids)], 'REQUIRED', '[]',
    CASE WHEN n % ($3 / ${OPEN}) = 0 THEN 'OWED' ELSE 'GIVEN' END
  FROM generate_series($1::int, $2::int) n, generate_series(0, 5) k,
    (SELECT array_agg(department_id ORDER BY department_id) AS ids FROM center_departments) d
  ON CONFLICT DO NOTHING`;

// What triggers keep case by case is made in one sweep here.
const FOUND_BY = `
  INSERT INTO case_search (case_id, hospital_id, patient_id, owner_id, case_no, state, tumour_type, risk, recurrence_number, referred_at, diagnosis,
    pieces, department_ids)
  SELECT c.id, c.hospital_id, c.patient_id, c.owner_id, c.case_no, c.state, c.tumour_type, c.risk, c.recurrence_number, c.referred_at, c.diagnosis,
    case_pieces(c.case_no, c.diagnosis, c.tumour_type, c.icd10_code, t.masked_name),
    ARRAY(SELECT DISTINCT p.department_id FROM discussion_rounds r JOIN participations p ON p.round_id = r.id WHERE r.case_id = c.id ORDER BY 1)
  FROM cases c JOIN patients t ON t.id = c.patient_id
  WHERE NOT EXISTS (SELECT FROM case_search s WHERE s.case_id = c.id)`;

/**
 * Makes so many cases with patients, rounds and participations, the same in every run, beside those that are there. As the server's superuser:
 * triggers and foreign keys rest meanwhile, so that a hundred thousand take seconds.
 */
export async function makeCases(client: Client, count: number): Promise<void> {
  await client.query('SET session_replication_role = replica');
  for (let from = 1; from <= count; from += GENERATED_AT_ONCE) {
    const to = Math.min(count, from + GENERATED_AT_ONCE - 1);
    for (const statement of [PEOPLE, IDENTITIES, ROUNDS]) await client.query(statement, [from, to]);
    for (const statement of [CASES, PARTICIPATIONS]) await client.query(statement, [from, to, Math.max(count, OPEN)]);
  }
  await client.query(FOUND_BY);
  await client.query('SET session_replication_role = origin');
  await client.query('VACUUM ANALYZE');
}

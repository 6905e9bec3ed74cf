/** Of a consent: how it was given, by whom for the patient, until when, and its end. */
export const CONSENTS = /* sql */ `
ALTER TABLE consents
  ADD COLUMN form text NOT NULL DEFAULT 'PAPER' CONSTRAINT ck_consents_form CHECK (form IN ('PAPER', 'ELECTRONIC')),
  ADD COLUMN signer_relation text NOT NULL DEFAULT '',
  ADD COLUMN signer_reason text NOT NULL DEFAULT '',
  ADD COLUMN ends_on date CONSTRAINT ck_consents_period CHECK (ends_on >= signed_on),
  ADD COLUMN replaced_at timestamptz,
  ADD COLUMN withdrawn_by uuid CONSTRAINT fk_consents_withdrawn_by REFERENCES people (id),
  ADD COLUMN withdraw_reason text;
ALTER TABLE consents ALTER COLUMN form DROP DEFAULT, ALTER COLUMN signer_relation DROP DEFAULT, ALTER COLUMN signer_reason DROP DEFAULT;
DROP INDEX ux_consents_one_in_force;
CREATE UNIQUE INDEX ux_consents_one_in_force ON consents (case_id, kind) WHERE withdrawn_at IS NULL AND replaced_at IS NULL;
`;

const SECTIONS = `ARRAY['SUMMARY', 'QUESTIONS', 'PRIOR_TREATMENTS', 'IMAGING', 'PATHOLOGY', 'WISHES', 'OTHER_OPINIONS']`;

/** Of a share: what goes with it, and who changed it. Shares made before were whole. */
export const SHARES = /* sql */ `
ALTER TABLE shares
  ADD COLUMN sections text[] NOT NULL DEFAULT ${SECTIONS}
    CONSTRAINT ck_shares_sections CHECK (sections <@ ${SECTIONS} AND sections @> ARRAY['SUMMARY', 'QUESTIONS']),
  ADD COLUMN expiry_by_hand boolean NOT NULL DEFAULT false,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_by uuid CONSTRAINT fk_shares_updated_by REFERENCES people (id);
ALTER TABLE shares ALTER COLUMN sections DROP DEFAULT, ALTER COLUMN updated_at DROP DEFAULT;
CREATE INDEX ix_shares_partnership ON shares (partnership_id) WHERE revoked_at IS NULL;
CREATE INDEX ix_shares_consent ON shares (consent_id) WHERE revoked_at IS NULL;
`;

/**
 * Of a disclosure: what was received, so that it can be said years later. A content is kept once, under an id made of its hash, and never
 * changes; who hands it out need not read what was handed out before.
 */
export const DISCLOSURES = /* sql */ `
CREATE TABLE disclosed_contents (
  id uuid CONSTRAINT pk_disclosed_contents PRIMARY KEY,
  share_id uuid NOT NULL CONSTRAINT fk_disclosed_contents_share REFERENCES shares (id),
  kind text NOT NULL CONSTRAINT ck_disclosed_contents_kind CHECK (kind IN ('LIST', 'CASE')),
  sha256 text NOT NULL,
  content jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT ux_disclosed_contents_sha256 UNIQUE (share_id, kind, sha256)
);
ALTER TABLE disclosures ADD COLUMN content_id uuid CONSTRAINT fk_disclosures_content REFERENCES disclosed_contents (id),
  ADD COLUMN sections text[] NOT NULL DEFAULT '{}',
  ADD COLUMN partnership_id uuid CONSTRAINT fk_disclosures_partnership REFERENCES partnerships (id);
ALTER TABLE disclosures RENAME COLUMN what TO kind;
ALTER TABLE disclosures NO FORCE ROW LEVEL SECURITY;
UPDATE disclosures SET kind = upper(kind);
ALTER TABLE disclosures FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosures ALTER COLUMN sections DROP DEFAULT,
  ADD CONSTRAINT ck_disclosures_kind CHECK (kind IN ('LIST', 'CASE'));
CREATE INDEX ix_disclosures_at ON disclosures (at, id);
REVOKE UPDATE, DELETE ON disclosed_contents FROM consilium_app;
`;

import type { ProposalRule } from '@consilium/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The rules by which a centre proposes departments, as somebody laid them down; rows are only added. */
@Entity({ name: 'proposal_rule_versions' })
@Check('ck_proposal_rule_versions_reason', `(char_length(reason) > 0)`)
@Check('ck_proposal_rule_versions_restored', `((restored_version >= 0) AND (restored_version < version))`)
@Check('ck_proposal_rule_versions_rules', `((jsonb_typeof(rules) = 'array'::text) AND (jsonb_array_length(rules) > 0))`)
@Check('ck_proposal_rule_versions_version', `(version >= 1)`)
@Index('ux_proposal_rule_versions_version', ['centerId', 'version'], { unique: true })
export class ProposalRuleVersion {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_proposal_rule_versions' })
  id: string;

  @ForeignKey('Center', { name: 'fk_proposal_rule_versions_center' })
  @Column({ name: 'center_id', type: 'uuid' })
  centerId: string;

  @ForeignKey('Hospital', { name: 'fk_proposal_rule_versions_hospital' })
  @Column({ name: 'hospital_id', type: 'uuid' })
  hospitalId: string;

  @Column({ name: 'version', type: 'int' })
  version: number;

  @Column({ name: 'rules', type: 'jsonb' })
  rules: ProposalRule[];

  /** Names of the rules that were added, changed or taken out against the version before. */
  @Column({ name: 'changed_rules', type: 'text', array: true })
  changedRules: string[];

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  /** The version whose table was taken up again; 0 is the shipped one. */
  @Column({ name: 'restored_version', type: 'int', nullable: true })
  restoredVersion: number | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  @ForeignKey('Person', { name: 'fk_proposal_rule_versions_changed_by' })
  @Column({ name: 'changed_by', type: 'uuid' })
  changedBy: string;
}

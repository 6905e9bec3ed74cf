import type { SignInMethod } from '@consilium/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A signed-in browser. Only the hash of its token is kept. */
@Entity({ name: 'sign_ins' })
@Check('ck_sign_ins_invitation', `((method = 'INVITATION'::text) = (invitation_id IS NOT NULL))`)
@Check(
  'ck_sign_ins_method',
  `(method = ANY (ARRAY['PASSWORD'::text, 'SINGLE_SIGN_ON'::text, 'INVITATION'::text, 'SETUP_LINK'::text]))`,
)
@Unique('ux_sign_ins_token', ['tokenHash'])
@Index('ix_sign_ins_person', ['personId'])
@Index('ix_sign_ins_invitation', ['invitationId'], { where: `(invitation_id IS NOT NULL)` })
export class SignIn {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_sign_ins' })
  id: string;

  @ForeignKey('Person', { name: 'fk_sign_ins_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'method', type: 'text', default: 'PASSWORD' })
  method: SignInMethod;

  @ForeignKey('Invitation', { name: 'fk_sign_ins_invitation' })
  @Column({ name: 'invitation_id', type: 'uuid', nullable: true })
  invitationId: string | null;

  /** What the browser says of itself, shortened. */
  @Column({ name: 'browser', type: 'text', default: '' })
  browser: string;

  @Column({ name: 'address', type: 'text', default: '' })
  address: string;

  /** When the one-time code was shown for it, here or another second factor at single sign-on; null where none was. */
  @Column({ name: 'code_shown_at', type: 'timestamptz', nullable: true })
  codeShownAt: Date | null;

  /** Since when only the password opens it. */
  @Column({ name: 'locked_at', type: 'timestamptz', nullable: true })
  lockedAt: Date | null;
}

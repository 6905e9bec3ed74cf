import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An app that shows one-time codes: its secret, sealed with a key derived from DATA_KEY. Unconfirmed until it has shown a right code. */
@Entity({ name: 'authenticators' })
@Index('ux_authenticators_in_use', ['personId'], { unique: true, where: `(confirmed_at IS NOT NULL)` })
@Index('ux_authenticators_begun', ['personId'], { unique: true, where: `(confirmed_at IS NULL)` })
export class Authenticator {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_authenticators' })
  id: string;

  @ForeignKey('Person', { name: 'fk_authenticators_person' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'sealed', type: 'bytea' })
  sealed: Buffer;

  @Column({ name: 'key_id', type: 'text' })
  keyId: string;

  @Column({ name: 'begun_at', type: 'timestamptz' })
  begunAt: Date;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  /** The 30-second step of the last code taken: it and those before are not taken again. */
  @Column({ name: 'last_time_step', type: 'bigint', nullable: true })
  lastTimeStep: string | null;
}

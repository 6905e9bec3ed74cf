import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';

/** Time of a room, theatre or person that is taken. The database refuses two at once. */
@Entity({ name: 'bookings' })
@Check('ck_bookings_during', `((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)))`)
@Check('ck_bookings_resource_kind', `(resource_kind = ANY (ARRAY['ROOM'::text, 'THEATRE'::text, 'PERSON'::text]))`)
@Check('ck_bookings_source_kind', `(source_kind = ANY (ARRAY['SESSION'::text, 'OPERATION'::text]))`)
@Exclusion('ex_bookings_no_double_booking', `USING gist (resource_id WITH =, during WITH &&)`)
@Index('ix_bookings_source', ['sourceKind', 'sourceId'])
export class Booking {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'pk_bookings' })
  id: string;

  @Column({ name: 'resource_kind', type: 'text' })
  resourceKind: string;

  @Column({ name: 'resource_id', type: 'uuid' })
  resourceId: string;

  @Column({ name: 'during', type: 'tstzrange' })
  during: string;

  @Column({ name: 'source_kind', type: 'text' })
  sourceKind: string;

  @Column({ name: 'source_id', type: 'uuid' })
  sourceId: string;
}

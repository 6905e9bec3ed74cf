import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A case as one department sees it: the read model of the boards. */
@Entity({ name: 'board_cards' })
@Index('ix_board_cards_department', ['departmentId', 'dueAt'], { where: `(column_key <> 'FOLLOW_UP'::text)` })
@Index('ix_board_cards_follow_up', ['departmentId', 'sequence'], { where: `(column_key = 'FOLLOW_UP'::text)` })
export class BoardCard {
  @ForeignKey('ClinicalCase', { name: 'fk_board_cards_case' })
  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'pk_board_cards' })
  caseId: string;

  @ForeignKey('Department', { name: 'fk_board_cards_department' })
  @PrimaryColumn({ name: 'department_id', type: 'uuid', primaryKeyConstraintName: 'pk_board_cards' })
  departmentId: string;

  @Column({ name: 'column_key', type: 'text' })
  columnKey: string;

  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt: Date | null;

  @Column({ name: 'card', type: 'jsonb' })
  card: unknown;

  @Column({ name: 'sequence', type: 'bigint' })
  sequence: string;
}

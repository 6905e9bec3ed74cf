import { titles, type Directory, type Room } from '@consilium/contracts';
import { Select, type SelectProps } from 'antd';
import { useLabel, useLocale } from '../../lib/i18n';
import { useDirectory } from './api';
import { useText } from './locales';

/** Works inside an antd `Form.Item`, which hands over `id`, `value` and `onChange`. */
type Chosen = Omit<SelectProps<string | string[]>, 'options' | 'loading' | 'showSearch' | 'notFoundContent'>;

interface Option {
  value: string;
  label: string;
}

function DirectorySelect({
  optionsOf,
  named,
  ...select
}: Chosen & { optionsOf: (directory: Directory) => Option[]; named: string }) {
  const t = useText();
  const { data, isPending, error } = useDirectory();
  return (
    <Select<string | string[], Option>
      aria-label={select.id === undefined ? named : undefined}
      placeholder={t('choose')}
      {...select}
      loading={isPending}
      status={error === null ? select.status : 'error'}
      options={data === undefined ? [] : optionsOf(data)}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={error === null ? t('none') : t('failed')}
    />
  );
}

/** Something in use, or what is chosen already: a retired one can be kept, not chosen. */
const isOffered = (one: { id: string; isRetired: boolean }, chosen: Chosen['value']): boolean =>
  !one.isRetired || [chosen].flat().includes(one.id);

/** Departments of the host hospital in the centre's order. */
export function DepartmentSelect(props: Chosen) {
  const t = useText();
  const label = useLabel();
  return (
    <DirectorySelect
      {...props}
      named={t('department')}
      optionsOf={({ departments }) =>
        departments
          .filter((department) => isOffered(department, props.value))
          .sort((a, b) => a.position - b.position)
          .map((department) => ({ value: department.id, label: label(department.name) }))
      }
    />
  );
}

/** Staff of a department, experts of a linked hospital (`hospitalId`), or everybody of the host hospital. */
export function PersonSelect({
  departmentId,
  hospitalId,
  detailOf,
  ...props
}: Chosen & {
  departmentId?: string;
  hospitalId?: string;
  /** What else speaks for or against a choice, printed behind the name. */
  detailOf?: ((personId: string) => string | undefined) | undefined;
}) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  return (
    <DirectorySelect
      {...props}
      named={t('person')}
      optionsOf={({ people, partners }) => {
        const experts = partners.find((partner) => partner.id === hospitalId)?.experts;
        return (experts ?? people)
          .filter((person) => departmentId === undefined || person.departmentIds.includes(departmentId))
          .map((person) => ({
            value: person.id,
            label: [
              locale === 'en-US' ? person.nameEn : person.name,
              label(titles.labels[person.title]),
              detailOf?.(person.id),
            ]
              .filter((part) => part !== undefined)
              .join(' · '),
          }));
      }}
    />
  );
}

/** Meeting rooms or theatres, each with its campus. */
export function RoomSelect({ kind, ...props }: Chosen & { kind: Room['kind'] }) {
  const t = useText();
  const label = useLabel();
  return (
    <DirectorySelect
      {...props}
      named={kind === 'THEATRE' ? t('theatre') : t('room')}
      optionsOf={({ rooms }) =>
        rooms
          .filter((room) => room.kind === kind && isOffered(room, props.value))
          .map((room) => ({ value: room.id, label: `${label(room.name)} · ${label(room.campus)}` }))
      }
    />
  );
}

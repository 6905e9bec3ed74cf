import { organisationEndpoints, type Directory } from '@consilium/contracts';
import { cleanup, screen } from '@testing-library/react';
import { Form } from 'antd';
import { beforeEach, describe, expect, it } from 'vitest';
import { showLocale } from '../../lib/i18n';
import { answer, refuse, renderScreen } from '../../testing/server';
import { DepartmentSelect, PersonSelect, RoomSelect } from './selects';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const person = (number: number, name: string, nameEn: string, departmentId: number) => ({
  id: id(number),
  name,
  nameEn,
  title: 'CHIEF' as const,
  hospitalId: id(1),
  departmentIds: [id(departmentId)],
  roles: [],
});
const name = (zh: string, en: string) => ({ zh, en });
const directory: Directory = {
  hospital: {
    id: id(1),
    name: name('云岭省肿瘤医院', 'Yunling'),
    shortName: name('云岭', 'Yunling'),
    timeZone: 'Asia/Shanghai',
  },
  centre: { id: id(2), name: name('盆腔中心', 'Pelvic centre') },
  departments: [
    {
      id: id(12),
      code: 'urology',
      name: name('泌尿外科', 'Urology'),
      label: '泌',
      centreRole: 'CORE',
      position: 5,
      isRetired: false,
    },
    {
      id: id(11),
      code: 'imaging',
      name: name('影像科', 'Imaging'),
      label: '影',
      centreRole: 'CORE',
      position: 1,
      isRetired: false,
    },
  ],
  people: [person(21, '温书言', 'Wen Shuyan', 11), person(22, '陆怀舟', 'Lu Huaizhou', 12)],
  rooms: [
    {
      id: id(31),
      kind: 'MEETING_ROOM',
      name: name('第一会议室', 'Room 1'),
      campus: name('主院区', 'Main campus'),
      isRetired: false,
    },
    {
      id: id(32),
      kind: 'THEATRE',
      name: name('3 号手术间', 'Theatre 3'),
      campus: name('主院区', 'Main campus'),
      isRetired: false,
    },
  ],
  partners: [
    {
      id: id(3),
      name: name('北辰肿瘤医院', 'Beichen'),
      shortName: name('北辰', 'Beichen'),
      agreement: null,
      experts: [person(41, '闻人朔', 'Wenren Shuo', 99)],
    },
  ],
  structures: [],
  tumourTypes: [],
};

beforeEach(() => answer(organisationEndpoints.directory, directory));

async function offered(element: React.ReactElement): Promise<string[]> {
  const { user } = await renderScreen(element);
  await user.click(screen.getByRole('combobox'));
  return [...document.querySelectorAll('.ant-select-item-option')].map((option) => option.textContent);
}

describe('choosing from the directory', () => {
  it('offers departments in the order of the centre', async () => {
    expect(await offered(<DepartmentSelect />)).toEqual(['影像科', '泌尿外科']);
  });

  it('offers the staff of one department', async () => {
    expect(await offered(<PersonSelect departmentId={id(12)} />)).toEqual(['陆怀舟 · 主任医师']);
  });

  it('offers the experts of a linked hospital, in English by their English names', async () => {
    await showLocale('en-US');
    expect(await offered(<PersonSelect hospitalId={id(3)} />)).toEqual(['Wenren Shuo · Chief physician']);
  });

  it('offers rooms of one kind with their campus', async () => {
    expect(await offered(<RoomSelect kind="THEATRE" />)).toEqual(['3 号手术间 · 主院区']);
  });

  it('offers nothing that was retired, but keeps what was chosen before', async () => {
    const [urology, imaging] = directory.departments;
    if (!urology || !imaging) throw new Error('the sample has two departments');
    answer(organisationEndpoints.directory, {
      ...directory,
      departments: [{ ...urology, isRetired: true }, imaging],
      rooms: directory.rooms.map((room) => ({ ...room, isRetired: true })),
    });
    expect(await offered(<DepartmentSelect />)).toEqual(['影像科']);
    cleanup();
    expect(await offered(<DepartmentSelect value={id(12)} />)).toEqual(['影像科', '泌尿外科']);
    cleanup();
    expect(await offered(<RoomSelect kind="THEATRE" />)).toEqual([]);
  });

  it('goes by the label of its form', async () => {
    await renderScreen(
      <Form>
        <Form.Item name="departmentId" label="会诊科室">
          <DepartmentSelect />
        </Form.Item>
      </Form>,
    );
    expect(screen.getByRole('combobox', { name: '会诊科室' })).toBeInTheDocument();
  });

  it('says that the directory could not be loaded', async () => {
    refuse(organisationEndpoints.directory, 'server/failed');
    const { user } = await renderScreen(<DepartmentSelect />);
    await user.click(screen.getByRole('combobox', { name: '科室' }));
    expect(await screen.findByText('名录未能载入')).toBeInTheDocument();
  });
});

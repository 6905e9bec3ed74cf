export { directoryQuery, useDepartment, useDirectory, usePerson } from './api';
export { DepartmentSelect, PersonSelect, RoomSelect } from './selects';

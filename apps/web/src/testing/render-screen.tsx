import type { Me } from '@consilium/contracts';
import { QueryClient } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { FormKit } from '../app/form-kit';
import { Providers } from '../app/providers';
import { meQuery } from '../lib/me';
import { parseSearch, paths, stringifySearch } from '../lib/paths';

/** A coordinator of the demonstration centre; tests change what matters to them. */
export function somebody(changes: Partial<Me> = {}): Me {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name: '许棠',
    nameEn: 'Xu Tang',
    username: 'coordinator',
    locale: 'zh-CN',
    hospital: {
      id: '00000000-0000-4000-8000-0000000000a1',
      name: { zh: '云岭省肿瘤医院', en: 'Yunling Cancer Hospital' },
      isHost: true,
      timeZone: 'Asia/Shanghai',
    },
    memberships: [{ role: 'COORDINATOR', departmentId: null, department: null }],
    permissions: [
      'directory:read',
      'case:list',
      'case:read',
      'case:refer',
      'case:triage',
      'board:read',
      'overdue:read',
      'session:read',
      'session:schedule',
      'plan:read',
      'notification:read',
      'mailbox:read',
    ],
    home: '/d/urology/board',
    demonstration: true,
    signIn: { method: 'PASSWORD', mustEnrol: false, locksAfterMinutes: 10, endsAfterMinutes: 30 },
    ...changes,
  };
}

interface Options {
  /** Address of the screen, e.g. `/cases/P26-0187?tab=opinions`; `/` where it does not matter. */
  route?: string;
  /** Who is signed in; null for nobody. */
  me?: Me | null;
}

export interface Rendered extends RenderResult {
  user: UserEvent;
  client: QueryClient;
  /** Path and search now shown, e.g. `/cases?state=READY`. */
  address: () => string;
}

/** Shows a screen at its address with everything around it that the app gives it, except the shell. */
export async function renderScreen(
  element: ReactElement,
  { route = '/', me = somebody() }: Options = {},
): Promise<Rendered> {
  // No retries: a refused call is a refused call, and tests do not wait.
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
  });
  if (me !== null) client.setQueryData(meQuery.queryKey, me);

  const root = createRootRoute({ component: Outlet });
  const shown = matching(route);
  const tree = root.addChildren(
    Object.values(paths).map((path) =>
      createRoute({ getParentRoute: () => root, path, component: () => (path === shown ? element : null) }),
    ),
  );
  const router = createRouter({
    routeTree: tree,
    history: createMemoryHistory({ initialEntries: [route] }),
    parseSearch,
    stringifySearch,
  });
  await router.load();
  const result = render(
    <Providers client={client}>
      <FormKit motion={false}>
        <RouterProvider router={router as never} />
      </FormKit>
    </Providers>,
  );
  // The router finishes its first transition after mounting.
  await act(() => Promise.resolve());
  return {
    ...result,
    client,
    user: userEvent.setup({ delay: null }),
    address: () => router.state.location.pathname + router.state.location.searchStr,
  };
}

/** The pattern an address belongs to; fixed words go before parameters. */
function matching(route: string): string {
  const pathname = route.split(/[?#]/)[0] ?? '/';
  const fits = Object.values(paths).filter((path) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`).test(pathname));
  const found = fits.sort((a, b) => a.split('$').length - b.split('$').length)[0];
  if (found === undefined) throw new Error(`${route} is not an address of the app`);
  return found;
}

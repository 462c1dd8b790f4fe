// SPDX-License-Identifier: Apache-2.0
/** Addresses of the workbench; every area is fetched when it is first entered. */

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>) => ({
    back: typeof search.back === 'string' ? search.back : '',
  }),
  component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignIn'),
})
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(() => import('./register.tsx'), 'Register'),
})
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame })

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
})
const inbox = createRoute({
  getParentRoute: () => framed,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox.tsx'), 'Inbox'),
})
const account = createRoute({
  getParentRoute: () => framed,
  path: '/account',
  component: lazyRouteComponent(() => import('./account.tsx'), 'Account'),
})
const projects = createRoute({
  getParentRoute: () => framed,
  path: '/projects',
  component: lazyRouteComponent(() => import('./projects.tsx'), 'Projects'),
})
const newProject = createRoute({
  getParentRoute: () => framed,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('../trading/new-project.tsx'), 'NewProject'),
})
const room = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender',
  component: lazyRouteComponent(() => import('../trading/room.tsx'), 'Room'),
})
const act = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/acts/$act',
  component: lazyRouteComponent(() => import('../trading/act-page.tsx'), 'ActPage'),
})

const inside = [home, inbox, account, projects, newProject, room, act]

export const router = createRouter({
  routeTree: root.addChildren([signIn, register, framed.addChildren(inside)]),
  basepath: '/app',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

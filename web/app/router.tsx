// SPDX-License-Identifier: Apache-2.0
/** Addresses of the workbench; every area is fetched when it is first entered. */

import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { framed, root } from './framed-route.tsx'
import { supervisionRoutes, tenderRoutes } from './room-routes.tsx'

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
const own = [home, inbox, account, projects, newProject] as const
const inside = framed.addChildren([...own, ...tenderRoutes, ...supervisionRoutes])

export const router = createRouter({
  routeTree: root.addChildren([signIn, register, inside]),
  basepath: '/app',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

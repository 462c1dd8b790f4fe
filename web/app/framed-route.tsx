// SPDX-License-Identifier: Apache-2.0
/** The root of all addresses, and the frame that asks who is there. */

import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

export const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame })

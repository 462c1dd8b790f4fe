// SPDX-License-Identifier: Apache-2.0
/** Addresses of one tender and of the overseer, each fetched when it is first entered. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { framed } from './framed-route.tsx'

const room = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender',
  component: lazyRouteComponent(() => import('../trading/room.tsx'), 'Room'),
})
const act = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/acts/$act',
  validateSearch: (search: Record<string, unknown>): { seq?: number; entry?: string } => {
    const { seq, entry } = search
    return typeof seq === 'number' && typeof entry === 'string' ? { seq, entry } : {}
  },
  component: lazyRouteComponent(() => import('../trading/act-page.tsx'), 'ActPage'),
})
const paper = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/papers/$paper',
  component: lazyRouteComponent(() => import('../trading/papers.tsx'), 'PaperPage'),
})
const receipt = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/receipt',
  component: lazyRouteComponent(() => import('../trading/bid/receipt.tsx'), 'ReceiptPage'),
})
const hall = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/hall',
  component: lazyRouteComponent(() => import('../trading/opening/hall.tsx'), 'Hall'),
})
const draw = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/draw',
  component: lazyRouteComponent(() => import('../trading/draw/panel.tsx'), 'DrawPanel'),
})
const evaluation = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/evaluation',
  component: lazyRouteComponent(() => import('../trading/evaluation/workspace.tsx'), 'Workspace'),
})
const result = createRoute({
  getParentRoute: () => framed,
  path: '/tenders/$tender/result',
  component: lazyRouteComponent(() => import('../trading/result/result.tsx'), 'ResultPage'),
})
const supervision = createRoute({
  getParentRoute: () => framed,
  path: '/supervision',
  component: lazyRouteComponent(() => import('../supervision/board.tsx'), 'Board'),
})
const watched = createRoute({
  getParentRoute: () => framed,
  path: '/supervision/$tender',
  component: lazyRouteComponent(() => import('../supervision/watched.tsx'), 'Watched'),
})

export const tenderRoutes = [room, act, paper, receipt, hall, draw, evaluation, result] as const
export const supervisionRoutes = [supervision, watched] as const

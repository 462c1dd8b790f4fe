// SPDX-License-Identifier: Apache-2.0
/** A link to where an act is done: its hall, its panel, its workspace, or its form. */

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { areaOf } from './areas.ts'

interface Props {
  readonly tender: string
  readonly act: string
  readonly primary?: boolean
  readonly children: ReactNode
}

export function ActLink({ tender, act, primary = false, children }: Props) {
  const className = primary ? 'go primary' : 'go'
  const params = { tender }
  switch (areaOf(act)) {
    case 'hall':
      return (
        <Link to="/tenders/$tender/hall" params={params} className={className}>
          {children}
        </Link>
      )
    case 'draw':
      return (
        <Link to="/tenders/$tender/draw" params={params} className={className}>
          {children}
        </Link>
      )
    case 'evaluation':
      return (
        <Link to="/tenders/$tender/evaluation" params={params} className={className}>
          {children}
        </Link>
      )
    case 'act':
      return (
        <Link to="/tenders/$tender/acts/$act" params={{ tender, act }} className={className}>
          {children}
        </Link>
      )
  }
}

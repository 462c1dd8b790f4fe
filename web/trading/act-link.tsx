// SPDX-License-Identifier: Apache-2.0
/** A link to where an act is done: the form drawn from its own shape. */

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface Props {
  readonly tender: string
  readonly act: string
  readonly primary?: boolean
  readonly children: ReactNode
}

export function ActLink({ tender, act, primary = false, children }: Props) {
  const className = primary ? 'go primary' : 'go'
  return (
    <Link to="/tenders/$tender/acts/$act" params={{ tender, act }} className={className}>
      {children}
    </Link>
  )
}

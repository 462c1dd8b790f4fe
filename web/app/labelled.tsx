// SPDX-License-Identifier: Apache-2.0
/** One input with its label, its one line of help and its fault, tied together for every reader. */

import { type ReactNode, useId } from 'react'

interface Props {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly fault?: string | undefined
  readonly children: (bound: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }) => ReactNode
}

export function Labelled({ label, help, fault, children }: Props) {
  const id = useId()
  const about = `${id}-about`
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': fault !== undefined })}
      <div id={about} className="about">
        {fault === undefined ? (
          help
        ) : (
          <span className="fault" role="status">
            × {fault}
          </span>
        )}
      </div>
    </div>
  )
}

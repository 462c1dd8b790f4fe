// SPDX-License-Identifier: Apache-2.0
/** 页码 of a mark or a fault: typed, or taken from the page in view by one button. */

import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { Labelled, useText } from '../../app/index.ts'
import { messages } from './messages.ts'

const mostCharacters = 40

interface Props {
  readonly label: ReactNode
  readonly fault?: string | undefined
  readonly value: string
  /** How the page in view is written down; undefined while no file is open. */
  readonly shown: string | undefined
  readonly onChange: (value: string) => void
}

export function PageField({ label, fault, value, shown, onChange }: Props) {
  const t = useText()
  return (
    <Labelled
      label={label}
      fault={fault}
      help={
        shown !== undefined &&
        value !== shown && (
          <Button size="small" onClick={() => onChange(shown)}>
            {t(messages.takePage, { page: shown })}
          </Button>
        )
      }
    >
      {(bound) => (
        <Input
          {...bound}
          maxLength={mostCharacters}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  )
}

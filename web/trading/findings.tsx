// SPDX-License-Identifier: Apache-2.0
/** 检查结论: sentence and clause, with the outcome as word and shape. */

import type { Finding, Words } from '@gongxin/core/kernel'
import { useText } from '../app/index.ts'
import { messages } from './messages.ts'

export type ShownFinding = Pick<Finding, 'rule' | 'outcome' | 'weight' | 'sentence' | 'cites'> & {
  readonly provisional?: true | undefined
}

export function Findings({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const t = useText()
  if (findings.length === 0) return <p className="note">{t(messages.noFindings)}</p>
  return (
    <ul className="plain">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rule may find two things.
        <li key={`${finding.rule} ${index}`}>
          <FindingShown finding={finding} />
        </li>
      ))}
    </ul>
  )
}

export function FindingShown({ finding }: { readonly finding: ShownFinding }) {
  const t = useText()
  const { mark, words, look } = standingOf(finding)
  return (
    <div className={`finding ${look}`}>
      <span className={`badge ${look === 'met' ? 'green' : look === 'breached' ? 'red' : 'amber'}`}>
        {mark} {t(words)}
      </span>
      {finding.sentence}
      {finding.cites.length > 0 && <small> {finding.cites.map(clauseShown).join('；')}</small>}
      {finding.provisional === true && <small> {t(messages.provisional)}</small>}
    </div>
  )
}

/** 招标投标法 24 → 招标投标法第24条. */
export function clauseShown(cite: string): string {
  return cite.replace(/ (\d+)$/, '第$1条')
}

interface Standing {
  readonly mark: string
  readonly words: Words
  readonly look: string
}

function standingOf({ outcome, weight }: ShownFinding): Standing {
  switch (outcome) {
    case 'met':
      return { mark: '✓', words: messages.met, look: 'met' }
    case 'breached':
      return weight === 'block'
        ? { mark: '■', words: messages.breached, look: 'breached' }
        : { mark: '▲', words: messages.reason, look: 'reason' }
    case 'needs-judgement':
      return { mark: '◆', words: messages.judgement, look: 'reason' }
    case 'not-applicable':
      return { mark: '–', words: messages.notApplicable, look: 'none' }
  }
}

// SPDX-License-Identifier: Apache-2.0
/** A paper made ready for the press: all words said, so that the press needs no law and no clock. */

import { clockOf, dayOf } from '@gongxin/core/kernel'
import { citeShown } from '@gongxin/core/law'
import { type Block, type Paper, paperDay } from '@gongxin/core/trading/tender'

export interface Sheet {
  readonly tender: string
  readonly project: string
  readonly title: string
  readonly number: string
  readonly to: string
  readonly blocks: readonly Block[]
  readonly seals: readonly { readonly by: string; readonly on: string }[]
  /** Articles in words, joined; empty where none is cited. */
  readonly basis: string
  /** Which entry the paper bears witness to, and when it was made. */
  readonly place: string
  readonly when: string
  readonly digest: string
  /** Moment of the event, which stands in for the hour of printing. */
  readonly at: string
  /** Where the paper is checked. */
  readonly address: string
  /** Whether a signature of the platform lies beside the file. */
  readonly signs: boolean
}

interface Around {
  readonly address: string
  readonly signs: boolean
}

export function sheetOf(paper: Paper, { address, signs }: Around): Sheet {
  const { tender, project, title, number, to, blocks, proof } = paper
  const { at, digest } = proof
  const clock = `${clockOf(at)}:${at.slice(17, 19)}`
  return {
    ...{ tender, project, title, number, to, blocks, digest, at, address, signs },
    seals: paper.seals.map(({ by, on }) => ({ by, on: paperDay(on) })),
    basis: [...new Set(paper.cites.map(citeShown))].join('、'),
    place: placeOf(paper),
    when: `${paperDay(dayOf(at))} ${clock}（北京时间）`,
  }
}

function placeOf({ proof, access }: Paper): string {
  const kept = access === 'public' ? '公开' : '非公开'
  return proof.seq === null
    ? `存证：${proof.event}（${kept}）`
    : `存证：第${proof.seq + 1}号记录“${proof.event}”（${kept}）`
}

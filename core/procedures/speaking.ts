// SPDX-License-Identifier: Apache-2.0
/** 用语: the same thing under the name that each procedure has for it. */

import type { Words } from '../kernel/index.ts'
import type { Procedure } from './procedure.ts'

type Speaks = Procedure['speaks']
type Said = (text: string) => string

/** Every text of every page and act passes here: the pattern of a procedure is made once. */
const sayings = new WeakMap<Speaks, Said>()

/** A text of the house in the words of the procedure: 招标人 is 采购人 in procurement. */
export function spoken(text: string, { speaks }: Pick<Procedure, 'speaks'>): string {
  if (speaks.length === 0) return text
  const known = sayings.get(speaks)
  if (known !== undefined) return known(text)
  const say = sayingIn(speaks)
  sayings.set(speaks, say)
  return say(text)
}

function sayingIn(speaks: Speaks): Said {
  // One pass, longest first, so that what was put in is not taken for what is to be replaced.
  const usual = speaks.map(([word]) => word).sort((a, b) => b.length - a.length)
  const here = new Map(speaks)
  const pattern = new RegExp(usual.join('|'), 'g')
  return (text) => text.replace(pattern, (word) => here.get(word) ?? word)
}

export function spokenWords({ zh, en }: Words, procedure: Pick<Procedure, 'speaks'>): Words {
  return { zh: spoken(zh, procedure), en: spoken(en, procedure) }
}

/** Its stages under the names it has for them, so that nobody has to translate a title. */
export function inOwnWords(procedure: Procedure): Procedure {
  const stages = procedure.stages.map((stage) => ({
    ...stage,
    title: spokenWords(stage.title, procedure),
    purpose: spokenWords(stage.purpose, procedure),
  }))
  return { ...procedure, stages }
}

// SPDX-License-Identifier: Apache-2.0
/** Deciders of 专家抽取: chance in public, names under seal, and a way on when it comes to nothing. */

import { canonicalBytes, hex } from '@gongxin/trust/canonical'
import { commitment } from '@gongxin/trust/draw'
import { sm3Digest } from '@gongxin/trust/suites'
import {
  addMinutes,
  digest,
  happened,
  type Instant,
  id,
  instant,
  line,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { drawNumbers, drawWaitMinutes, leastDrawNumbers } from '../../../law/index.ts'
import { bytesOf, contributorOf, ordersOf, rootOfPool, seedOfDraw } from '../draw.ts'
import type { redrawGrounds } from '../events/opening.ts'
import { type DataOf, event, type TenderEvent } from '../events.ts'
import { allDraws, awaited, isExhausted, mayReveal, openSeats } from '../seats.ts'
import type { Draw, TenderState } from '../state.ts'
import { act, finding } from './act.ts'

type Request = DataOf<'DrawRequested'>

function requested(of: Omit<Request, 'rulesDigest'>, now: Instant): TenderEvent {
  const { draw, strata, library } = of
  const rulesDigest = hex(sm3Digest(canonicalBytes({ draw, strata, library })))
  return event('DrawRequested', now, { ...of, rulesDigest })
}

/** T20: asked for by owner or agency, who never see names. */
export const requestDraw = act(
  'request-draw',
  words('申请抽取专家', 'Request the expert draw'),
  z.strictObject({ draw: id, evaluationAt: instant, place: line(60) }),
  ({ body, state, at }) => {
    const wanted = state.notice?.terms.specialties
    if (wanted === undefined) return refused('no-notice')
    if (state.draw !== null) return refused('draw-already-requested')
    if (body.evaluationAt < at.now) return refused('deadline-in-the-past', { now: at.now })
    const strata = wanted.map(({ code, count }) => ({ specialty: code, count, also: [] }))
    return happened([requested({ ...body, strata, library: '' }, at.now)])
  },
)

/**
 * DW-3, 专家库办法 16: a draw that came to nothing is given up on the record, and the seats still
 * open are drawn anew: from another lawful library, or a neighbouring class the owner signs for.
 */
export const requestRedraw = act(
  'request-redraw',
  words('重新申请抽取', 'Request another draw'),
  z.strictObject({
    draw: id,
    evaluationAt: instant,
    place: line(60),
    library: line(60, 0),
    widen: z.array(z.strictObject({ specialty: id, also: z.array(id).min(1).max(5) })).max(10),
    reason: text(500),
  }),
  ({ body, state, at }) => {
    const { draw: old } = state
    if (old === null) return refused('no-draw')
    const because = redrawGround(state, at.now)
    if (because === null) return refused('redraw-without-ground')
    if (allDraws(state).some((d) => d.request.draw === body.draw)) return refused('id-taken')
    if (body.evaluationAt < at.now) return refused('deadline-in-the-past', { now: at.now })
    const strata = openStrata(state, body.widen)
    const closed = { draw: old.request.draw, because, reason: body.reason }
    const { draw, evaluationAt, place, library } = body
    return happened([
      event('DrawClosed', at.now, closed),
      requested({ draw, evaluationAt, place, library, strata }, at.now),
    ])
  },
)

function openStrata(
  state: TenderState,
  widen: readonly { readonly specialty: string; readonly also: string[] }[],
): Request['strata'] {
  return (state.notice?.terms.specialties ?? []).flatMap(({ code: specialty }) => {
    const count = openSeats(state, specialty)
    const also = widen.find((w) => w.specialty === specialty)?.also ?? []
    return count > 0 ? [{ specialty, count, also }] : []
  })
}

/** What must have gone wrong before seats are drawn anew; nobody redraws what displeases. */
export function redrawGround(
  state: TenderState,
  now: Instant,
): (typeof redrawGrounds)[number] | null {
  const { draw } = state
  if (draw === null) return null
  if (draw.short !== null) return 'pool-too-small'
  if (isExhausted(state)) return 'pool-exhausted'
  const given = mayReveal(draw) ? draw.numbers : draw.commitments
  const tooFew = draw.result === null && given.length < leastDrawNumbers
  const until = waitsUntil(draw)
  return tooFew && until !== null && now >= until ? 'numbers-missing' : null
}

/** How long the draw waits for the numbers of its stage; null while there is nothing to wait for. */
export function waitsUntil({ published, promisedAt }: Draw): Instant | null {
  const since = promisedAt ?? published?.at
  return since === undefined ? null : addMinutes(since, drawWaitMinutes)
}

/** The library's list for these specialties, frozen before any number is shown. */
export const freezePool = act(
  'freeze-pool',
  words('封存专家名册', 'Freeze the pool'),
  z.strictObject({}),
  ({ state, at }) => {
    const draw = state.draw
    const offered = at.facts.pool
    const salt = at.facts.random
    if (draw === null || offered === undefined || salt === undefined) return refused('no-draw')
    if (draw.pool !== null || draw.short !== null) return refused('pool-already-frozen')
    const asked = alreadyAsked(state)
    const experts = offered.filter((e) => !asked.includes(e.expert))
    const { draw: name, strata } = draw.request
    for (const { specialty, count, also } of strata) {
      const eligible = experts.filter((e) => [specialty, ...also].includes(e.specialty)).length
      if (eligible >= count) continue
      const short = { draw: name, specialty, wanted: count, eligible }
      return happened([event('PoolInsufficient', at.now, short)])
    }
    const root = rootOfPool(salt, experts)
    return happened([
      event('PoolFrozen', at.now, { draw: name, salt, experts }),
      event('PoolPublished', at.now, { draw: name, root, size: experts.length }),
    ])
  },
)

/** Who said yes before, or had to step aside, is not drawn into the same committee again. */
function alreadyAsked(state: TenderState): readonly string[] {
  return state.earlierDraws.flatMap(({ calls, pool }) =>
    calls
      .filter(({ answer }) => answer === 'accepted' || answer === 'recusal')
      .flatMap(({ index }) => pool?.experts[index]?.expert ?? []),
  )
}

/** Three numbers are promised first and shown later; one honest one is enough. */
export const commitDrawNumber = act(
  'commit-draw-number',
  words('提交随机数承诺', 'Commit a draw number'),
  z.strictObject({ commitment: digest }),
  ({ body, state, actor, at }) => {
    const draw = state.draw
    if (draw?.published == null) return refused('no-draw')
    const contributor = contributorOf(actor.role)
    if (draw.commitments.some((c) => c.contributor === contributor)) {
      return refused('already-committed', { contributor })
    }
    if (mayReveal(draw)) return refused('number-excluded', { contributor })
    const committed = { draw: draw.request.draw, contributor, commitment: body.commitment }
    return happened([event('DrawNumberCommitted', at.now, committed)])
  },
)

/** The last number shown is the draw: seed and calling order follow, for anybody to repeat. */
export const revealDrawNumber = act(
  'reveal-draw-number',
  words('公开随机数', 'Reveal the draw number'),
  z.strictObject({ number: digest }),
  ({ body, state, actor, at }) => {
    const draw = state.draw
    if (draw?.pool == null) return refused('no-draw')
    if (!mayReveal(draw)) {
      return refused('commitments-missing', { committed: draw.commitments.length })
    }
    const contributor = contributorOf(actor.role)
    const promised = draw.commitments.find((c) => c.contributor === contributor)
    if (promised === undefined) return refused('not-committed', { contributor })
    if (draw.numbers.some((n) => n.contributor === contributor)) return refused('already-revealed')
    if (draw.result !== null) return refused('number-excluded', { contributor })
    if (hex(commitment(contributor, bytesOf(body.number))) !== promised.commitment) {
      return refused('number-breaks-promise', { contributor })
    }
    const shown = { draw: draw.request.draw, contributor, number: body.number }
    const revealed = event('DrawNumberRevealed', at.now, shown)
    const after = { ...draw, numbers: [...draw.numbers, shown] }
    if (awaited(after).length > 0) return happened([revealed])
    return happened([revealed, ...drawn(after, at.now)])
  },
)

/** DW-10: who keeps all waiting is left out on the record; two numbers at least must remain. */
export const excludeContributors = act(
  'exclude-contributors',
  words('记录随机数缺席', 'Record missing numbers'),
  z.strictObject({}),
  (asked) => {
    const { state, at } = asked
    const draw = state.draw
    const until = draw === null ? null : waitsUntil(draw)
    if (draw === null || until === null || draw.result !== null) return refused('no-draw')
    if (at.now < until) return refused('numbers-still-awaited', { until })
    const given = mayReveal(draw) ? draw.numbers.length : draw.commitments.length
    const enough = finding(asked, drawNumbers, { given, asked: 3 })
    if (enough.outcome === 'breached') return refused('numbers-too-few', { given }, [enough])
    const stage = mayReveal(draw) ? 'reveal' : 'commit'
    const contributors = [...awaited(draw)]
    const left = event('ContributorsExcluded', at.now, {
      draw: draw.request.draw,
      stage,
      contributors,
    })
    return happened(stage === 'commit' ? [left] : [left, ...drawn(draw, at.now)], [enough])
  },
)

/** Seed and orders; the numbers were checked one by one when they were shown. */
function drawn(draw: Draw, now: Instant): readonly TenderEvent[] {
  const seeded = seedOfDraw(draw)
  if ('fault' in seeded || draw.pool === null) return []
  const orders = ordersOf(seeded.seed, draw.request.strata, draw.pool.experts)
  return [event('ExpertsDrawn', now, { draw: draw.request.draw, seed: seeded.seed, orders })]
}

export const drawActs = [
  requestDraw,
  requestRedraw,
  freezePool,
  commitDrawNumber,
  revealDrawNumber,
  excludeContributors,
]

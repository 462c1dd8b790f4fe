// SPDX-License-Identifier: Apache-2.0
/** 竞争: how many bidders there must be, and what happens with fewer. */

import { article, day, rule } from '../../kernel/index.ts'

export type BidderCount = { bidders: number }

/** Fewer than three is an outcome of the tender, not an error of the host. */
export const threeBiddersOrMore = rule<BidderCount>()({
  id: 'three-bidders-or-more',
  handbook: 'FL-2',
  title: '投标人不少于三个',
  titleEn: 'Three bidders or more',
  cites: [article('招标投标法', 28), article('实施条例', 44)],
  restates: '投标人不足三个的不得开标，招标人重新招标',
  versions: [{ from: day('2019-03-02'), least: 3 }],
  readings: ['R-019'],
  weight: 'block',
  holds: ({ bidders }, { least }) => bidders >= least,
  explain: ({ bidders }, { least }) =>
    bidders >= least
      ? `投标人${bidders}个，不少于${least}个，可以开标（实施条例第44条）。`
      : `投标人${bidders}个，少于${least}个，不得开标，应重新招标（实施条例第44条）。`,
})

export type ApplicantCount = { qualified: number }

export const threeQualifiedOrMore = rule<ApplicantCount>()({
  id: 'three-qualified-or-more',
  handbook: 'FL-1',
  title: '通过资格预审的不少于三个',
  titleEn: 'Three qualified applicants or more',
  cites: [article('实施条例', 19)],
  restates: '通过资格预审的申请人少于三个，重新招标',
  versions: [{ from: day('2019-03-02'), least: 3 }],
  weight: 'block',
  holds: ({ qualified }, { least }) => qualified >= least,
  explain: ({ qualified }, { least }) =>
    `通过资格预审${qualified}个，要求不少于${least}个（实施条例第19条）。`,
})

export type InviteeCount = { invited: number }

export const threeInviteesOrMore = rule<InviteeCount>()({
  id: 'three-invitees-or-more',
  handbook: 'P3',
  title: '邀请不少于三家',
  titleEn: 'Three invitees or more',
  cites: [article('招标投标法', 17)],
  restates: '邀请招标至少邀请三家有能力、资信良好的单位',
  versions: [{ from: day('2017-12-28'), least: 3 }],
  weight: 'block',
  holds: ({ invited }, { least }) => invited >= least,
  explain: ({ invited }, { least }) =>
    `邀请${invited}家，要求不少于${least}家（招标投标法第17条）。`,
})

export type ValidBidsCase = { validBids: number; competitionLacking: boolean | null }

/** Fewer than three valid bids: the committee judges competition, nothing fails by itself. */
export const competitionAfterReview = rule<ValidBidsCase>()({
  id: 'competition-after-review',
  handbook: 'FL-3',
  title: '有效投标不足三个时的竞争性',
  titleEn: 'Competition among fewer than three valid bids',
  cites: [article('招标投标法', 42), article('评标委员会规定', 27), article('1117号文', 13)],
  restates: '有效投标不足三个且明显缺乏竞争的，评标委员会可以否决全部投标，否则继续评标',
  versions: [{ from: day('2022-09-01') }],
  weight: 'reason',
  applies: ({ validBids }) => validBids < 3,
  holds: ({ validBids, competitionLacking }) => {
    if (validBids === 0) return false
    return competitionLacking === null ? 'needs-judgement' : !competitionLacking
  },
  explain: ({ validBids, competitionLacking }) => {
    if (validBids >= 3) return `有效投标${validBids}个，不少于三个。`
    if (validBids === 0) return '没有有效投标，评标委员会应否决全部投标（招标投标法第42条）。'
    const judged = { true: '认定明显缺乏竞争，否决全部投标', false: '认定仍有竞争，继续评标' }
    const said =
      competitionLacking === null
        ? '请评标委员会书面论证是否明显缺乏竞争'
        : judged[competitionLacking ? 'true' : 'false']
    return `有效投标${validBids}个，不足三个，${said}（评标委员会规定第27条）。`
  },
})

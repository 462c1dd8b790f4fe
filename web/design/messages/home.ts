// SPDX-License-Identifier: Apache-2.0
/** Sentences of the home page. */

import { words } from '@gongxin/core/kernel'

export const homeMessages = {
  homeTitle: words('首页', 'Home'),
  homeLead: words(
    '公告、开标、结果都在这里，不用登录，也不收费。',
    'Notices, openings and results are all here: no sign-in, no fee.',
  ),
  searchLabel: words('搜索公告和项目', 'Search notices and projects'),
  search: words('搜索', 'Search'),
  searchExamples: words('例如', 'For example'),
  today: words('今天', 'Today'),
  openingsSoon: words('即将开标', 'Opening soon'),
  noOpenings: words('未来两天没有开标。', 'No openings in the next two days.'),
  closingSoon: words('即将截止投标', 'Closing soon'),
  noClosing: words('未来七天没有截止的项目。', 'Nothing closes in the next seven days.'),
  newNotices: words('最新公告', 'New notices'),
  noNotices: words('还没有公告。', 'There are no notices yet.'),
  allNotices: words('全部公告', 'All notices'),
  linesOfTrade: words('交易类别', 'Lines of trade'),
  lineOpen: words('已开通，{count}个项目', 'Open, {count} projects'),
  lineBuilding: words('建设中，还不能在这里交易', 'Being built; no trade here yet'),
  monthFigures: words('近六个月公告数', 'Notices in the last six months'),
  month: words('月份', 'Month'),
  noticesCount: words('公告（条）', 'Notices'),
  tendersCount: words('招标公告（条）', 'Tender notices'),
  serviceLinks: words('办事和规则', 'Service and rules'),
  verifyTitle: words('核验一个项目', 'Check a project'),
  verifyText: words(
    '每个项目页都有全过程留痕。打开任一项目，在“核验本项目”里取走数据，自己算一遍。',
    'Every project page carries its whole trail. Take the data and compute it again yourself.',
  ),
  verifyFind: words('找一个项目', 'Find a project'),
} as const

// SPDX-License-Identifier: Apache-2.0
/** Sentences of the frame around every page. */

import { words } from '@gongxin/core/kernel'

export const pageMessages = {
  siteName: words('公信', 'Gongxin'),
  siteLine: words('柳州市公共资源交易平台', 'Liuzhou public resource trading platform'),
  demoBanner: words('演示环境，数据均为虚构', 'Demonstration: all data are fictitious'),
  skip: words('跳到正文', 'Skip to the content'),
  navigation: words('主导航', 'Main navigation'),
  displayModes: words('显示方式', 'Display'),
  largeType: words('大字', 'Large type'),
  normalType: words('标准字号', 'Normal type'),
  navHome: words('首页', 'Home'),
  navNotices: words('公告公示', 'Notices'),
  navCalendar: words('开标日历', 'Openings'),
  navLaw: words('规则', 'Rules'),
  navGuide: words('服务指南', 'Guide'),
  navAbout: words('关于平台', 'About'),
  workbench: words('登录办事', 'Sign in'),
  serverTime: words('服务器时间 {time}（北京时间）', 'Server time {time} (Beijing time)'),
  updated: words('上次更新 {time}', 'Last updated {time}'),
  address: words('本页地址 {path}', 'Address of this page {path}'),
  csv: words('下载表格（CSV）', 'Download as CSV'),
  emptyTable: words('没有记录。', 'No records.'),
  footerService: words(
    '本平台只提供服务，不审批、不决定、不收费。',
    'The platform serves: it approves nothing, decides nothing and charges nothing.',
  ),
  footerTime: words('所有时间均为北京时间。', 'All times are Beijing time.'),
  notFoundTitle: words('没有这个页面', 'There is no such page'),
  notFoundText: words(
    '这个地址没有内容。可能是地址抄错了，也可能项目还没有发布公告。',
    'There is nothing at this address. It may be mistyped, or the notice is not out yet.',
  ),
  notFoundNext: words('您可以搜索公告，或者回到首页。', 'You can search the notices or go home.'),
  unavailableTitle: words('暂时不能查询', 'Not available for the moment'),
  unavailableText: words(
    '数据库正在恢复，公告和记录没有丢失。请过几秒再试。',
    'The database is coming back; nothing is lost. Please try again in a few seconds.',
  ),
  none: words('无', 'none'),
  notSet: words('未设', 'not set'),
  yes: words('是', 'yes'),
  no: words('否', 'no'),
  chineseOnly: words('', 'The working is given in Chinese, the language of the record.'),
  showWhy: words('怎么算的', 'How it is counted'),
} as const

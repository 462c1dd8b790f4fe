// SPDX-License-Identifier: Apache-2.0
/** Sentences of the pages on rules. */

import { words } from '@gongxin/core/kernel'

export const lawMessages = {
  lawTitle: words('规则', 'Rules'),
  lawLead: words(
    '平台按下列规则判断期限和金额。文字是平台的转述，以原文为准。',
    'The platform applies these rules. The words are ours; the original text prevails.',
  ),
  limitsTitle: words('时间期限', 'Time limits'),
  limitNumber: words('编号', 'No.'),
  limitName: words('期限', 'Limit'),
  limitFigure: words('数值', 'Figure'),
  limitClause: words('条款', 'Clause'),
  limitFrom: words('适用起始日', 'In force from'),
  limitMeaning: words('含义', 'Meaning'),
  limitScope: words('范围', 'Scope'),
  limitCompulsory: words('依法必须招标项目', 'compulsory tenders'),
  limitEvery: words('所有招标', 'all tenders'),
  limitProcurement: words('政府采购', 'government procurement'),
  limitReadings: words('待确认理解', 'Open readings'),
  documentsTitle: words('规则目录', 'Catalogue of rules'),
  documentsLead: words(
    '没有列入目录的文件，不能作为监督的依据。',
    'What is not listed cannot be the basis of supervision.',
  ),
  documentName: words('名称', 'Title'),
  documentNumber: words('文号', 'Number'),
  documentIssuer: words('制定机关', 'Issuer'),
  documentLayer: words('层级', 'Layer'),
  documentTexts: words('收录文本的适用日期', 'Texts in force from'),
  readingsTitle: words('待确认的规则理解', 'Open readings'),
  readingsLead: words(
    '条文没有说清楚的地方，平台采用的理解写在这里，等待有权机关确认。',
    'Where the law is unclear, the reading used stands here until it is confirmed.',
  ),
  readingTitle: words('问题', 'Point'),
  readingQuestion: words('疑问', 'Question'),
  readingChosen: words('采用的理解', 'Reading used'),
  readingConsequence: words('后果', 'Consequence'),
  readingStatus: words('状态', 'Status'),
  readingOpen: words('待确认', 'open'),
  readingConfirmed: words('已确认', 'confirmed'),
  allReadings: words('查看全部待确认理解', 'All open readings'),
  allLimits: words('查看全部期限', 'All time limits'),
} as const

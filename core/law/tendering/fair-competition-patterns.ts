// SPDX-License-Identifier: Apache-2.0
/** FC-01…FC-22: what a tender document should not say, and the words that give it away. */

import { article, type Citation } from '../../kernel/index.ts'

/** hard: a number or a missing field, cannot be published; flag: needs a signed reason. */
export type FairnessLevel = 'hard' | 'flag' | 'warn'

export interface FairnessPattern {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly level: FairnessLevel
  readonly cites: readonly Citation[]
  /** Empty where the breach is a number, judged by a rule of its own. */
  readonly patterns: readonly RegExp[]
  /** Words near a hit that make it harmless, such as 或相当于 after a brand. */
  readonly unless?: RegExp
}

const law = (number: number) => article('招标投标法', number)
const decree = (number: number) => article('实施条例', number)
const electronic = (number: number) => article('电子招标投标办法', number)
const fairness = (number: number) => article('公平竞争审查规则', number)
const opinions = (number: number) => article('1117号文', number)

type Row = [string, string, string, FairnessLevel, readonly Citation[], readonly RegExp[], RegExp?]

const rows: readonly Row[] = [
  [
    'FC-01',
    '要求在本地设立分支机构、缴税、缴社保',
    'Local branch or tax',
    'flag',
    [fairness(6), opinions(3)],
    [
      /(?:本地|本市|本区|本县|本省|当地|项目所在地)[^。；\n]{0,12}(?:设立|设有|注册|登记|纳税|缴税|社保|社会保险)/,
      /(?:柳州市?|广西)[^。；\n]{0,12}(?:设立|设有|注册|纳税|缴税|缴纳)/,
      /(?:须|应|必须)(?:具有|有|为)[^。；\n]{0,6}(?:本地|本市|当地)(?:分公司|分支机构|企业|注册)/,
    ],
  ],
  [
    'FC-02',
    '以特定区域、行业的业绩或者奖项为条件或加分',
    'Local performance or awards',
    'flag',
    [decree(32), fairness(6)],
    [
      /(?:本地|本市|本省|本区|本行业|特定行业|广西|柳州市?)[^。；\n]{0,10}(?:业绩|奖项|获奖|荣誉|优质工程)/,
      /(?:龙城杯|真武阁杯|省级优质工程|市级优质工程)/,
    ],
  ],
  [
    'FC-03',
    '限定所有制形式或者组织形式',
    'Ownership or form',
    'flag',
    [decree(32), fairness(7)],
    [
      /(?:须|应|必须|限于?|仅限)[^。；\n]{0,8}(?:国有企业|国有控股|央企|国企|民营企业|上市公司|独立法人子公司)/,
      /(?:国有企业|央企|上市公司)[^。；\n]{0,6}(?:加|得)\d*分/,
    ],
  ],
  [
    'FC-04',
    '指定品牌、专利、产地或者供应商',
    'Named brand or supplier',
    'flag',
    [law(20), decree(32)],
    [
      /(?:指定|限定|必须采用|须采用|应采用|唯一)[^。；\n]{0,10}(?:品牌|商标|专利|产地|原厂|型号)/,
      /(?:品牌|型号|产地|供应商)(?:为|：|:)[^。；\n]{1,20}/,
    ],
    /(?:或|及)(?:者)?(?:相当于|同等|不低于)|同档次/,
  ],
  [
    'FC-05',
    '以注册资本、净资产、规模等为条件或加分',
    'Capital or size',
    'warn',
    [fairness(7), opinions(3)],
    [/(?:注册资本|注册资金|净资产|资产总额|市场占有率|资产负债率|从业人员数|营业收入|成立年限)/],
  ],
  [
    'FC-06',
    '非强制的证书、地方培训证、协会会员',
    'Optional certificates',
    'flag',
    [fairness(6), opinions(3)],
    [
      /(?:协会|商会|学会)(?:的)?(?:会员|理事)(?:单位|证)?/,
      /(?:AAA|3A|信用等级)[^。；\n]{0,6}(?:证书|认证)/,
      /(?:地方|本市|当地)[^。；\n]{0,6}(?:培训证|上岗证|备案证|诚信卡)/,
    ],
  ],
  [
    'FC-07',
    '对不同投标人提供不同信息或者标准',
    'Unequal information',
    'flag',
    [decree(32)],
    [/(?:对|给予)(?:不同|部分|特定)(?:的)?(?:潜在)?投标人[^。；\n]{0,12}(?:不同|单独|另行)/],
  ],
  [
    'FC-08',
    '报名、限购、现场购买、法定代表人到场',
    'Sign-up or attendance',
    'flag',
    [electronic(20), fairness(10)],
    [
      /(?:投标)?报名(?:时间|方式|地点|表|成功|截止|手续|须|需)/,
      /(?:现场|当面|持[^。；\n]{0,12}原件)(?:购买|获取|领取)/,
      /(?:法定代表人|授权代表|项目经理)[^。；\n]{0,10}(?:必须|须|应当?)[^。；\n]{0,6}(?:到场|出席|到现场|参加开标)/,
    ],
  ],
  [
    'FC-09',
    '可以核验的材料仍要求原件',
    'Originals required',
    'warn',
    [fairness(10)],
    [/(?:提供|提交|携带|查验|核验)[^。；\n]{0,14}原件/],
  ],
  [
    'FC-10',
    '指定电子认证、工具、担保机构，或者只收现金保证金',
    'Designated CA or guarantor',
    'flag',
    [fairness(5), fairness(11)],
    [
      /(?:指定|仅限|只能|必须)[^。；\n]{0,12}(?:CA|数字证书|投标工具|担保公司|保险公司|银行保函机构)/,
      /保证金[^。；\n]{0,10}(?:只|仅|必须|须)[^。；\n]{0,8}(?:现金|转账|电汇|银行汇款)/,
    ],
  ],
  [
    'FC-11',
    '保证金超限或者另设保证金',
    'Deposits over the cap',
    'hard',
    [decree(26), decree(58), fairness(11)],
    [],
  ],
  [
    'FC-12',
    '最低投标限价，或者以标底上下浮动作为否决条件',
    'Minimum price or band',
    'flag',
    [decree(27), decree(50)],
    [
      /最低(?:投标)?(?:限价|控制价)/,
      /(?:低于|高于|偏离)标底[^。；\n]{0,14}(?:否决|无效|废标|不予)/,
      /(?:低于|少于)[^。；\n]{0,14}(?:%|％)[^。；\n]{0,8}(?:否决|无效|废标)/,
    ],
  ],
  [
    'FC-13',
    '抽签、摇号确定投标人、候选人或者中标人',
    'Choice by chance',
    'flag',
    [fairness(8), opinions(2)],
    [
      /(?:抽签|摇号|抓阄|随机抽取)[^。；\n]{0,14}(?:投标人|入围|候选人|中标人|中标单位)/,
      /(?:投标人|候选人|中标人|中标单位)[^。；\n]{0,14}(?:抽签|摇号|抓阄)/,
    ],
  ],
  [
    'FC-14',
    '时间短于法定期限',
    'Periods too short',
    'hard',
    [law(24), decree(16), decree(17), decree(21)],
    [],
  ],
  [
    'FC-15',
    '以预选库、备选名录作为进入条件',
    'Preselected lists',
    'flag',
    [fairness(5)],
    [
      /(?:预选|备选|入围|短名单|资格)(?:供应商|承包商)?(?:库|名录|名单)[^。；\n]{0,10}(?:内|中|方可|才)/,
    ],
  ],
  [
    'FC-16',
    '以地方创新、优先产品目录为条件',
    'Local product lists',
    'flag',
    [fairness(5)],
    [/(?:本[地市省]|广西|柳州)[^。；\n]{0,10}(?:创新产品|优先采购|名优产品|推荐产品)/],
  ],
  [
    'FC-17',
    '资质、业绩要求明显超出项目需要',
    'Qualification beyond need',
    'warn',
    [decree(32)],
    [
      /(?:特级|综合甲级)(?:及以上)?资质/,
      /(?:单项合同|类似)[^。；\n]{0,10}业绩[^。；\n]{0,10}(?:[5-9]|\d{2,})\s*(?:个|项)(?:及)?以上/,
    ],
  ],
  [
    'FC-18',
    '以装订、纸张、文字错误为否决条件',
    'Rejection for form',
    'warn',
    [opinions(3)],
    [/(?:装订|纸张|页码|目录|字体|错别字|涂改)[^。；\n]{0,16}(?:否决|无效|废标|不予受理|拒收)/],
  ],
  [
    'FC-19',
    '按产品产地、联合体成员注册地加分',
    'Marks by origin',
    'flag',
    [fairness(7)],
    [/(?:产地|原产地|联合体[^。；\n]{0,8}(?:本地|当地|注册))[^。；\n]{0,12}(?:加|得)\s*\d*\s*分/],
  ],
  [
    'FC-20',
    '强制联合体或者限制投标人之间竞争',
    'Forced consortium',
    'flag',
    [law(31), law(51)],
    [/(?:必须|须|应当?)(?:与[^。；\n]{1,12})?(?:组成|采用)联合体/],
  ],
  [
    'FC-21',
    '信用结果因地区、所有制区别对待',
    'Credit by region',
    'warn',
    [fairness(9)],
    [/(?:外地|外省|区外|市外|民营)[^。；\n]{0,10}信用[^。；\n]{0,10}(?:分|等级|评价)/],
  ],
  [
    'FC-22',
    '不合理的暂估价规避招标',
    'Provisional sums',
    'warn',
    [opinions(2)],
    [/暂估价[^。；\n]{0,20}(?:不再招标|直接发包|由[^。；\n]{1,10}指定)/],
  ],
]

export const fairnessPatterns: readonly FairnessPattern[] = rows.map(
  ([id, title, titleEn, level, cites, patterns, unless]) => ({
    id,
    title,
    titleEn,
    level,
    cites,
    patterns,
    ...(unless === undefined ? {} : { unless }),
  }),
)

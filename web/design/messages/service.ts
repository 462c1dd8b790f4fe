// SPDX-License-Identifier: Apache-2.0
/** Sentences of the guide, of entities and of the page about the platform. */

import { words } from '@gongxin/core/kernel'

export const serviceMessages = {
  guideTitle: words('服务指南', 'Service guide'),
  guideScope: words('服务范围', 'Scope'),
  guideScopeText: words(
    '工程建设招标和政府采购已经开通，方式见下表。土地使用权、矿业权、国有产权正在建设。',
    'Construction and procurement are live, by the procedures below. The other lines are being built.',
  ),
  guideFlow: words('办事流程', 'Flow'),
  guideProcedures: words('交易方式', 'Procedures'),
  guideKinds: words('适用于', 'For'),
  guideFewest: words('投标人不足{count}家的，不开标。', 'Fewer than {count} bidders: not opened.'),
  guideAnyone: words('任何登记用户都可以参加。', 'Any registered user may take part.'),
  guideInvited: words('只有受邀单位可以参加。', 'Only those invited may take part.'),
  guideReadAll: words('开标记录向社会公开。', 'The opening record is public.'),
  guideReadPanel: words(
    '报价在结果公告前只有采购人、代理机构和评审成员可看。',
    'Before the result only purchaser, agency and panel may read the prices.',
  ),
  guideStage: words('阶段', 'Stage'),
  guideWhat: words('做什么', 'What is done'),
  guideWho: words('谁来做', 'Who'),
  guidePublishes: words('公开什么', 'What is published'),
  guideLimits: words('办理时限', 'Time limits'),
  guideFees: words('收费', 'Fees'),
  guideFeesText: words(
    '本平台不收取任何费用。下载招标文件、递交投标文件、查询都免费。',
    'The platform charges nothing: documents, bids and searches are free.',
  ),
  guideComplaints: words('异议和投诉', 'Objections and complaints'),
  guideObjection: words(
    '先向招标人提出异议，联系方式写在每份招标公告里。',
    'First object to the tender owner; the contact stands in every notice.',
  ),
  guideComplaint: words(
    '对答复不满意的，向该项目的行政监督部门投诉，名称写在项目页。',
    'If the answer does not satisfy, complain to the authority named on the project page.',
  ),
  guideBidder: words('投标人怎样开始', 'How a bidder begins'),
  guideBidderText: words(
    '注册一次即可下载招标文件和递交投标文件，不需要报名，也不需要任何部门同意。',
    'Register once; then download and bid. No application and no consent is needed.',
  ),
  entityTitle: words('市场主体', 'Organisation'),
  entityCode: words('统一社会信用代码', 'Unified social credit code'),
  entityKind: words('类型', 'Kind'),
  entityRoles: words('在平台的身份', 'Roles'),
  entitySince: words('注册时间', 'Registered'),
  entityOwned: words('招标的项目', 'Projects tendered'),
  entityWon: words('中标的项目', 'Projects won'),
  entityNone: words('没有公开的项目。', 'No public projects.'),
  aboutTitle: words('关于平台', 'About the platform'),
  aboutPlan: words(
    '本平台依据柳州市人民政府柳政发〔2016〕34号建设，由三个系统组成，相互制约。',
    'Built on a plan of the city of 2016: three systems that hold each other in check.',
  ),
  aboutSystems: words('三个系统', 'Three systems'),
  aboutServiceName: words('公共服务系统', 'Public service'),
  aboutService: words(
    '就是您正在看的网页：公告、结果、规则，任何人可以查。',
    'These pages: notices, results and rules, open to everybody.',
  ),
  aboutTradingName: words('交易系统', 'Trading'),
  aboutTrading: words(
    '招标人、代理机构、投标人和评标专家办事的地方，登录后使用。',
    'Where owners, agencies, bidders and experts work after signing in.',
  ),
  aboutSupervisionName: words('监管系统', 'Supervision'),
  aboutSupervision: words(
    '监督部门和审计机关看进度、看预警、下指令；它不能替任何一方办理交易。',
    'Authorities watch and give orders; they cannot act for a party.',
  ),
  aboutWho: words('谁能看到什么', 'Who can see what'),
  aboutWhat: words('内容', 'Content'),
  aboutUntil: words('何时公开', 'When it becomes public'),
  aboutBasis: words('依据', 'Basis'),
  aboutNeverTitle: words('不公开的内容', 'What is not public'),
  aboutAlways: words('不公开', 'never'),
  aboutOpening: words('开标后', 'after the opening'),
  aboutAward: words('定标后', 'after the award'),
  aboutNoBasis: words('平台规定', 'platform rule'),
  aboutPublicText: words(
    '公告、开标记录、中标候选人、中标结果、合同订立信息和留痕目录，任何人都能看。',
    'Notices, opening records, candidates, results, contracts and the trail are open to all.',
  ),
  aboutRoots: words('认可的电子认证机构', 'Accredited certification authorities'),
  aboutRootsText: words(
    '投标文件的签名只认下列根证书；请与从别处得到的指纹核对。名单随每个核验包提供。',
    'Only certificates under these roots count on bids; compare the fingerprints with those from elsewhere.',
  ),
  aboutRootsNone: words(
    '没有接入电子认证机构：演示中的投标没有证书，只是演示确认。',
    'No authority is connected: bids of this demo bear no certificate.',
  ),
  aboutRoot: words(
    'SM3 指纹 {print}，{from} 至 {until} 有效',
    'SM3 {print}, valid {from} to {until}',
  ),
  aboutRisks: words('现在还做不到的', 'What is not solved yet'),
  aboutRiskHolders: words(
    '投标文件由投标人自己密封，平台不持有密钥；但三方密钥份额保管人中有两方合谋，可以提前打开而不留痕迹。',
    'Bids are sealed by their bidders; two of the three key holders together could open one early, unseen.',
  ),
  aboutRiskCount: words(
    '投标文件的内容和报价在开标前无人能读，但掌握数据库的人目前能看出哪些单位递交了密封文件。',
    'Nobody can read a bid before the opening, but whoever holds the database sees who handed one in.',
  ),
  aboutRiskPage: words(
    '投标工具由网页送来，被攻破的网站可能对个别用户送出动过手脚的程序；离线工具尚未提供。',
    'The bid tool comes with the page: a broken site could send one user a false one. No offline tool yet.',
  ),
  aboutRiskExpert: words(
    '专家在规则之内打分不公，专家是否真的没有接到电话，平台只能如实记录，不能证明。',
    'Whether experts mark honestly or truly missed a call is on record, but cannot be proved.',
  ),
  aboutRiskMoment: words(
    '截止后两分钟内，平台和时间戳机构如果合谋，可能多收一份文件，但仍然读不到别家的内容。',
    'Within two minutes after the deadline a colluding platform and time stamp could let in one more bid.',
  ),
  aboutRiskTiming: words(
    '浏览器里的密码运算不能完全防止旁路窥探，机构长期使用的密钥应当放在硬件里。',
    'Ciphers in a browser are not proof against side channels; lasting keys belong in hardware.',
  ),
  aboutRiskSignature: words(
    '投标文件由投标人的证书签名；其他事项的签署目前是再次确认身份，不是可靠的电子签名。',
    'Bids are signed by a certificate; other acts are confirmed by a second sign-in, which is no reliable signature.',
  ),
  aboutRiskLog: words(
    '公信日志由几家单位见证；四家以上串通或者尚未接入见证时，平台换掉整条记录只有留存过旧指纹的人能发现。',
    'Witnesses attest the log; if they collude, or none is connected, only an old fingerprint tells.',
  ),
  aboutRiskCalendar: words(
    '尚未公布的年份，工作日历是暂定的，公布后会重新计算。',
    'For years not announced yet the working calendar is provisional.',
  ),
} as const

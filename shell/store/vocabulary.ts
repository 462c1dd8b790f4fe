// SPDX-License-Identifier: Apache-2.0
/** Words a general dictionary cuts apart: places of 柳州, trades, ends of company names; synonyms. */

const places = `柳州 柳州市 城中区 鱼峰区 柳南区 柳北区 柳江区 柳东新区 北部生态新区 阳和工业新区 柳城县
  鹿寨县 融安县 融水 融水县 融水苗族自治县 三江 三江县 三江侗族自治县 广西 广西壮族自治区 洛维 官塘 河东片区`

const trades = `公共资源 公共资源交易 招标公告 招标文件 投标文件 中标候选人 中标结果 资格预审 最高投标限价 工程量清单
  施工总承包 工程总承包 勘察设计 监理 全过程工程咨询 市政 道路 改造 桥梁 加固 老旧小区 污水处理 雨污分流
  房屋建筑 装饰装修 园林绿化 机电安装 智能化 政府采购 竞争性磋商 竞争性谈判 单一来源 询价 框架协议
  国有建设用地 国有建设用地使用权 土地使用权 使用权 出让 挂牌 拍卖 采矿权 探矿权 国有产权 产权转让 股权转让
  物业服务 医疗设备 信息化 空调 保安服务 食堂 课桌椅`

const companies = `有限公司 有限责任公司 股份有限公司 集团有限公司 建工集团 建筑工程 建设集团 工程咨询 招标代理 设计院
  勘察院 第一建筑 第二建筑 第三建筑 路桥 城投 轨道集团 东通 龙建`

export const tradeWords: readonly string[] = [places, trades, companies].flatMap((list) =>
  list.split(/\s+/),
)

/** Each line: words that people use for one thing. */
const groups = [
  ['土地使用权', '国有建设用地使用权'],
  ['融水', '融水县', '融水苗族自治县'],
  ['三江', '三江县', '三江侗族自治县'],
  ['柳州', '柳州市'],
  ['广西', '广西壮族自治区'],
  ['磋商', '竞争性磋商'],
  ['谈判', '竞争性谈判'],
  ['控制价', '最高投标限价'],
  ['出让', '转让'],
  ['总包', '施工总承包'],
]

export const synonyms: ReadonlyMap<string, readonly string[]> = new Map(
  groups.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)])),
)

// SPDX-License-Identifier: Apache-2.0
/** 项目登记 to 招标公告, each act by the person whose it is. */

import { type Cast, people } from '../cast.ts'
import type { Person } from '../person.ts'

/** Answers the path of the project room. */
export async function prepare(cast: Cast): Promise<string> {
  const owner = await cast.call(people.owner)
  await owner.go('/projects/new')
  await owner.type('项目代码', '2026-450203-48-01-000001')
  await owner.type('项目名称', '柳州市柳东新区市政道路工程')
  await owner.type('标段名称', project)
  await owner.type('文号', '柳发改审〔2026〕88号')
  await owner.type('审批部门', '柳州市发展和改革委员会')
  await owner.choose('必须招标情形', '使用预算资金')
  await owner.type('资金来源', '财政资金')
  await owner.type('预算资金', '26800000')
  await owner.type('总投资', '30000000')
  await owner.type('合同估算价', '26800000')
  await owner.choose('区域', '城中区')
  await owner.type('行业', '市政')
  await owner.choose('行政监督部门', '住房和城乡建设局')
  await owner.sees('属于依法必须招标的项目')
  await owner.press('提交')
  await owner.page.waitForURL(/\/tenders\/[^/]+$/)
  const room = new URL(owner.page.url()).pathname.replace(/^\/app/, '')
  await owner.follow('委托代理机构')
  await owner.choose('代理机构', '广西诚正')
  await owner.type('委托事项', '编制招标文件，组织开标、评标，协助签订合同。')
  await owner.submit()
  return room
}

export const project = '柳东新区博园大道改造工程施工'

export async function announce(cast: Cast, room: string): Promise<void> {
  const agency = await cast.call(people.agency)
  await agency.go('/')
  await agency.follow('去办理')
  await agency.submit()
  const centre = await cast.call(people.centre)
  await centre.go(room)
  await centre.follow('入场登记')
  await centre.type('开标室', '开标一厅')
  await centre.type('评标室', '评标三室')
  await centre.submit()
  for (const name of [people.agency, people.notary, people.auditor]) {
    await provideKey(await cast.call(name), room)
  }
  await agency.go(room)
  await agency.follow('发布招标公告')
  await agency.press('检查与发布')
  await agency.sees('检查全部通过，可以发布。')
  await agency.press('签署并发布')
  await agency.sign()
  await agency.sees('已办理，留痕时间')
}

/** The holder makes the key, keeps the backup that is asked for, and registers it. */
async function provideKey(holder: Person, room: string): Promise<void> {
  await holder.go(`${room}/acts/provide-holder-key`)
  await backUp(holder)
  await holder.press('登记份额密钥')
  await holder.sees('已办理，留痕时间')
}

/** A key is of no use before its backup has been saved. */
export async function backUp({ page, press, sees }: Person): Promise<void> {
  await press('生成密钥')
  const saved = page.waitForEvent('download')
  await press('保存密钥备份')
  await saved
  await sees('备份已保存')
}

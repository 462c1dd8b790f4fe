// SPDX-License-Identifier: Apache-2.0
/** 专家抽取: three promised numbers, the calls, everybody checked in, the committee. */

import { type Cast, people } from '../cast.ts'
import { all, type Person } from '../person.ts'

/** Answers the five who said yes. */
export async function draw(cast: Cast, room: string): Promise<readonly Person[]> {
  const agency = await cast.call(people.agency)
  await agency.go(`${room}/hall`)
  await agency.follow(/^下一步 · /)
  await agency.page.waitForURL(`**${room}/draw`)
  await agency.submit()
  const three = [agency, await cast.call(people.centre), await cast.call(people.authority)]
  await all(three, async (person) => {
    await person.go(`${room}/draw`)
    await person.press('生成随机数并提交承诺')
    await person.signIfAsked()
    await person.sees('已承诺')
  })
  await all(three, async (person) => {
    await person.press('公开随机数')
    await person.signIfAsked()
    await person.sees('已公开，与承诺一致')
  })
  await agency.sees('人数已满')
  await agency.sees('抽取结果')
  return callExperts(cast)
}

export async function convene(cast: Cast, experts: readonly Person[], room: string) {
  await all(experts, async (expert) => {
    await expert.go(`${room}/draw`)
    await expert.submit()
  })
  const agency = await cast.call(people.agency)
  await agency.go(`${room}/draw`)
  await agency.submit()
}

/** Cards of those who said yes stand on the sign-in page of the demo. */
async function callExperts(cast: Cast): Promise<readonly Person[]> {
  const names = await cast.drawnExperts()
  return Promise.all(names.map((name) => cast.call(name)))
}

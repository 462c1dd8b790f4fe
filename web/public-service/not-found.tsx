// SPDX-License-Identifier: Apache-2.0
/** 没有这个页面, and 暂时不能查询: what happened and where to go instead. */

import { renderPage } from './page.tsx'
import { SearchBox } from './search.tsx'
import type { PageSetting } from './setting.ts'

export function renderNotFound(setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: voice.say('notFoundTitle'),
    updatedAt: setting.now,
    main: (
      <>
        <h1>{voice.say('notFoundTitle')}</h1>
        <p>{voice.say('notFoundText')}</p>
        <p>{voice.say('notFoundNext')}</p>
        <SearchBox voice={voice} text="" />
      </>
    ),
  }))
}

export function renderUnavailable(setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: voice.say('unavailableTitle'),
    updatedAt: setting.now,
    main: (
      <>
        <h1>{voice.say('unavailableTitle')}</h1>
        <p>{voice.say('unavailableText')}</p>
      </>
    ),
  }))
}

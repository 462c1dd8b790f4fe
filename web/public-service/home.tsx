// SPDX-License-Identifier: Apache-2.0
/** 首页 and 公告列表: one search box, then what was published, newest first. */

import { moment } from '@gongxin/core/kernel'
import type { NoticeView } from '@gongxin/shell/http/contract'
import { momentShown, yuan } from './format.ts'
import { documentOf, type Frame } from './page.tsx'

export interface HomeModel {
  readonly query: string
  readonly notices: readonly NoticeView[]
  /** Address of the next page; null at the end. */
  readonly more: string | null
}

export function renderHome(model: HomeModel, frame: Frame): string {
  const title = model.query === '' ? '公告公示' : `搜索“${model.query}”`
  return documentOf(
    title,
    frame,
    <>
      <h1>{title}</h1>
      <search>
        <form method="get" action="/">
          <label htmlFor="q">找公告</label>
          <input id="q" name="q" defaultValue={model.query} placeholder="如：柳北区 道路 施工" />
          <button type="submit">搜索</button>
        </form>
      </search>
      {model.notices.length === 0 ? (
        <p>没有符合条件的公告。可以换一个词，或者查看全部公告。</p>
      ) : (
        <NoticeTable notices={model.notices} />
      )}
      {model.more === null ? null : (
        <p>
          <a href={model.more}>更多公告</a>
        </p>
      )}
    </>,
  )
}

function NoticeTable({ notices }: { readonly notices: readonly NoticeView[] }) {
  return (
    <div className="scroll">
      <table>
        <caption className="quiet">最新公告公示</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">类别</th>
            <th scope="col">地区</th>
            <th scope="col" className="number">
              最高投标限价（元）
            </th>
            <th scope="col">发布时间</th>
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => (
            <tr key={notice.id}>
              <td>
                <a href={`/tenders/${notice.tender}`}>{notice.title}</a>
              </td>
              <td>{notice.kindTitle.zh}</td>
              <td>{notice.district}</td>
              <td className="number">{yuan(notice.ceilingFen)}</td>
              <td>{momentShown(moment(notice.publishedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

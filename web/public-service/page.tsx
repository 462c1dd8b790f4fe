// SPDX-License-Identifier: Apache-2.0
/** The frame of every public page: name, demo sign, server time, landmarks. */

import type { Instant } from '@gongxin/core/kernel'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { momentShown } from './format.ts'

export interface Frame {
  readonly now: Instant
  readonly demo: boolean
  /** Address of the style sheet. */
  readonly style: string
}

export function documentOf(title: string, frame: Frame, content: ReactNode): string {
  const page = (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · 公信`}</title>
        <link rel="stylesheet" href={frame.style} />
      </head>
      <body>
        <a className="skip" href="#content">
          跳到正文
        </a>
        {frame.demo ? <p className="demo">演示环境，数据均为虚构</p> : null}
        <header>
          <a href="/">
            <strong>公信</strong>
          </a>
          柳州市公共资源交易平台
          <p className="quiet">服务器时间 {momentShown(frame.now)}（北京时间）</p>
        </header>
        <main id="content">{content}</main>
        <footer className="quiet">
          <p>
            上次更新 {momentShown(frame.now)} · <a href="/api/docs">接口标准</a>
          </p>
          <p>平台只提供服务，不审批、不评判、不收取目录以外的费用。</p>
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>${renderToStaticMarkup(page)}`
}

// SPDX-License-Identifier: Apache-2.0
/** The frame around every page: head, masthead, landmarks, clock, last update, foot. */

import type { Instant } from '@gongxin/core/kernel'
import type { Procedure } from '@gongxin/core/procedures'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type MessageKey, momentShown, portalStylesheetPath, secondShown } from '../design/index.ts'
import { addressWith, type PageSetting, type Voice, voiceOf } from './setting.ts'

export interface PageParts {
  /** Project and stage first, or the name of the page. */
  readonly title: string
  readonly main: ReactNode
  readonly updatedAt: Instant
  /** Pages with a deadline carry the server's clock. */
  readonly clock?: true
  readonly refreshSeconds?: number
}

/** The page speaks the words of its procedure, if it has one; the frame around it does not. */
export function renderPage(
  setting: PageSetting,
  draw: (voice: Voice) => PageParts,
  procedure?: Procedure,
): string {
  const voice = voiceOf(setting)
  const parts = draw(voiceOf(setting, procedure))
  return `<!doctype html>${renderToStaticMarkup(<Document voice={voice} parts={parts} />)}`
}

function Document({ voice, parts }: { readonly voice: Voice; readonly parts: PageParts }) {
  const { language, largeType, demo, say, now } = voice
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'} className={largeType ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {parts.refreshSeconds === undefined ? null : (
          <meta httpEquiv="refresh" content={String(parts.refreshSeconds)} />
        )}
        <title>{`${parts.title} · ${say('siteName')}`}</title>
        <link rel="stylesheet" href={portalStylesheetPath} />
        <link
          rel="alternate"
          type="application/atom+xml"
          title={say('feed')}
          href="/notices.atom"
        />
      </head>
      <body>
        <a className="skip" href="#content">
          {say('skip')}
        </a>
        {demo ? <DemoBanner voice={voice} /> : null}
        <Masthead voice={voice} />
        <main id="content" className="wide">
          {parts.clock === true ? (
            <p className="clock">{say('serverTime', { time: secondShown(now, language) })}</p>
          ) : null}
          {parts.main}
        </main>
        <Foot voice={voice} updatedAt={parts.updatedAt} />
      </body>
    </html>
  )
}

function DemoBanner({ voice }: { readonly voice: Voice }) {
  return (
    <aside className="demo" aria-label={voice.say('demoBanner')}>
      <div className="wide">▲ {voice.say('demoBanner')}</div>
    </aside>
  )
}

const places: readonly { readonly href: string; readonly name: MessageKey }[] = [
  { href: '/', name: 'navHome' },
  { href: '/notices', name: 'navNotices' },
  { href: '/calendar', name: 'navCalendar' },
  { href: '/log', name: 'navLog' },
  { href: '/law', name: 'navLaw' },
  { href: '/guide', name: 'navGuide' },
  { href: '/about', name: 'navAbout' },
]

function Masthead({ voice }: { readonly voice: Voice }) {
  const { say, address, language, largeType } = voice
  const [path = '/'] = address.split('?')
  return (
    <header className="masthead">
      <div className="wide">
        <a className="brand" href="/">
          <strong>{say('siteName')}</strong>
          {say('siteLine')}
        </a>
        <nav className="modes" aria-label={say('displayModes')}>
          {language === 'zh' ? (
            <a href={addressWith(address, { lang: 'en' })} lang="en" hrefLang="en" rel="nofollow">
              English
            </a>
          ) : (
            <a href={addressWith(address, { lang: 'zh' })} lang="zh" hrefLang="zh" rel="nofollow">
              中文
            </a>
          )}
          <a href={addressWith(address, { type: largeType ? 'normal' : 'large' })} rel="nofollow">
            {say(largeType ? 'normalType' : 'largeType')}
          </a>
          <a href="/app/">{say('workbench')}</a>
        </nav>
      </div>
      <nav className="main wide" aria-label={say('navigation')}>
        <ul>
          {places.map(({ href, name }) => (
            <li key={href}>
              <a href={href} aria-current={isWithin(path, href) ? 'page' : undefined}>
                {say(name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}

function Foot({ voice, updatedAt }: { readonly voice: Voice; readonly updatedAt: Instant }) {
  const { say, address, language } = voice
  return (
    <footer>
      <div className="wide">
        <p>{say('updated', { time: momentShown(updatedAt, language) })}</p>
        <p>
          {say('footerTime')} {say('footerService')}
        </p>
        <p>{say('address', { path: address.split('?')[0] ?? '/' })}</p>
      </div>
    </footer>
  )
}

// SPDX-License-Identifier: Apache-2.0
/** A stranger checks the tender: on the page of the platform, then with its two files and no network. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'

/** Answers the verdict of the page and that of the offline file. */
export async function verify(
  browser: Browser,
  url: string,
  room: string,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-stranger-'))
  const context = await browser.newContext({ acceptDownloads: true, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    await attested(page, `${url}/api${room}/bundle.pvb`)
    await page.goto(`${url}${room}`)
    await page.getByRole('link', { name: '在本机验标' }).click()
    const hosted = await verdictOn(page)
    const bundle = await saved(page, '下载核验包', join(folder, 'tender.pvb'))
    const offline = await saved(page, '下载离线验标页', join(folder, 'offline.html'))
    await context.setOffline(true)
    await page.goto(pathToFileURL(offline).href)
    await page.locator('#bundle').setInputFiles(bundle)
    return [hosted, await verdictOn(page)]
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The last entries are numbered and cosigned a moment after they were made. */
async function attested(page: Page, address: string): Promise<void> {
  for (let tried = 0; tried < 100; tried++) {
    if ((await page.request.get(address)).ok()) return
    await page.waitForTimeout(200)
  }
  throw new Error('the bundle is not to be had')
}

async function verdictOn(page: Page): Promise<string> {
  return (await page.locator('.verdict').textContent()) ?? ''
}

async function saved(page: Page, link: string, path: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  await download.saveAs(path)
  return path
}

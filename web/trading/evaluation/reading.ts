// SPDX-License-Identifier: Apache-2.0
/** Which file of a bid is open, and how the page in view is written into a sheet. */

import type { FileRef } from '@gongxin/core/kernel'

export interface Reading {
  /** Number of the bid. */
  readonly bid: string
  readonly file: FileRef
  /** From one; zero until the file is there. */
  readonly page: number
}

const mostNameCharacters = 28

/** By its type, or by its name where the bidder's browser knew no type. */
export function isPdf({ mediaType, name }: FileRef): boolean {
  return mediaType === 'application/pdf' || /\.pdf$/i.test(name)
}

/** The number alone where a bid has one PDF, else with the name of the file before it. */
export function pageShown(
  files: readonly FileRef[],
  reading: Reading | undefined,
): string | undefined {
  if (reading === undefined || reading.page === 0) return undefined
  if (files.filter(isPdf).length <= 1) return String(reading.page)
  const name = [...reading.file.name.replace(/\.pdf$/i, '')].slice(0, mostNameCharacters).join('')
  return `《${name}》${reading.page}`
}

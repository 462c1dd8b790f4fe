// SPDX-License-Identifier: Apache-2.0
/** For tests only: what a server really serves, read from its own table of routes. */

import type { FastifyInstance } from 'fastify'

/** Paths that answer GET, with `:name` and `*` as declared; of two names in one place the first. */
export function getPaths(app: FastifyInstance): readonly string[] {
  const trail: string[] = []
  const lines = app.printRoutes({ commonPrefix: false }).split('\n')
  return lines.flatMap((line) => {
    const found = /^(.*?)(?:└|├)── (.+?) \(([A-Z, ]+)\)$/.exec(line)
    if (found === null) return []
    const [, indent = '', segment = '', methods = ''] = found
    const depth = indent.length / 4
    trail.splice(depth, trail.length, segment)
    const path = trail.join('').replace(/\|:\w+/g, '')
    return methods.split(', ').includes('GET') ? [path] : []
  })
}

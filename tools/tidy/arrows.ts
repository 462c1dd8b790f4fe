// SPDX-License-Identifier: Apache-2.0
/** Which part may lean on which: the walls of the house as data, each with its reason. */

import { posix } from 'node:path'
import { type Import, importsOf } from './imports.ts'
import { isTest, type Source } from './sources.ts'

export interface Arrow {
  readonly name: string
  readonly from: RegExp
  readonly never: RegExp
  readonly except?: RegExp
  /** Tests stand outside the program: they may use the machine to check it. */
  readonly sparesTests?: true
  readonly because: string
}

export interface Breach {
  readonly rule: string
  readonly path: string
  readonly says: string
}

export const arrows: readonly Arrow[] = [
  {
    name: 'law-knows-no-program',
    from: /^law\//,
    never: /./,
    because: 'the law does not depend on programs',
  },
  {
    name: 'core-and-trust-know-no-edge',
    from: /^(?:core|trust)\//,
    never: /^(?:exchange|shell|web)\//,
    because: 'the same code must judge on the server, in a browser and in the simulator',
  },
  {
    name: 'core-touches-no-machine',
    from: /^core\//,
    never: /^(?:node|npm):/,
    except: /^npm:(?:zod|temporal-polyfill|fraction\.js)$/,
    sparesTests: true,
    because: 'the core only thinks; three pure packages are better than ours',
  },
  {
    name: 'trust-touches-no-machine',
    from: /^trust\//,
    never: /^(?:node|npm):/,
    except: /^npm:@noble\/curves$/,
    sparesTests: true,
    because: 'a verifier must run wherever a sceptic wants it to, on audited packages only',
  },
  {
    name: 'curves-come-through-suites',
    from: /^trust\/(?!suites\/)/,
    never: /^npm:/,
    sparesTests: true,
    because: 'one folder holds what is borrowed, so that it can be exchanged there',
  },
  {
    name: 'trust-knows-no-tender',
    from: /^trust\//,
    never: /^core\//,
    because: 'the log cannot know whom it favours',
  },
  {
    name: 'kernel-is-the-bottom-stone',
    from: /^core\/kernel\//,
    never: /^core\/(?!kernel\/)/,
    because: 'everything stands on the kernel, so it stands on nothing',
  },
  {
    name: 'readings-know-facts-only',
    from: /^core\/law\//,
    never: /^core\/(?!law\/|kernel\/)/,
    because: 'a reading of the law knows facts, not our modules',
  },
  {
    name: 'procedures-are-data',
    from: /^core\/procedures\//,
    never: /^core\/(?!procedures\/|law\/|kernel\/)/,
    because: 'data does not call code',
  },
  {
    name: 'registers-favour-none',
    from: /^core\/registers\//,
    never: /^core\/(?:public-service|trading|supervision)\//,
    because: 'registers serve all three systems and favour none',
  },
  ...(['public-service', 'trading', 'supervision'] as const).map(
    (system): Arrow => ({
      name: `${system}-stays-apart`,
      from: new RegExp(`^core/${system}/`),
      never: new RegExp(`^core/(?!${system}/)(?:public-service|trading|supervision)/`),
      except: /^core\/[^/]+\/published\.ts$/,
      because: '服务、管理、监督分离: the others are known by what they publish',
    }),
  ),
  {
    name: 'the-overseer-does-not-act',
    from: /^core\/supervision\//,
    never: /(?:^|\/)decide\.ts$/,
    except: /^core\/supervision\//,
    because: 'supervision watches; it does not act as a party',
  },
  {
    name: 'exchange-maps-published-facts',
    from: /^exchange\//,
    never: /^(?:shell|web)\/|\/state\.ts$/,
    because: 'a standard message says what was published, not what we hold',
  },
  {
    name: 'web-gets-what-a-citizen-gets',
    from: /^web\//,
    never: /^shell\/|^npm:(?:pg|kysely|fastify)$/,
    except: /^shell\/http\/contract\//,
    because: 'the browser knows the contract of the wire and nothing behind it',
  },
  {
    name: 'shell-renders-by-one-door',
    from: /^shell\//,
    never: /^web\//,
    except: /^web\/public-service\/index\.ts$/,
    because: 'pages for the public are pure functions; the workbench is served as files',
  },
  {
    name: 'only-http-renders',
    from: /^shell\/(?!http\/)/,
    never: /^web\//,
    because: 'store, jobs and clock have nothing to show',
  },
  {
    name: 'sim-is-a-stranger',
    from: /^sim\//,
    never: /^(?:shell|web)\//,
    except: /^shell\/http\/contract\//,
    because: 'a simulated city speaks to the real program over its real interface',
  },
  {
    name: 'nothing-leans-on-sim',
    from: /^(?!sim\/|tools\/)/,
    never: /^sim\//,
    because: 'the demo is never part of the product',
  },
  {
    name: 'product-leans-on-no-tool',
    from: /^(?:core|trust|exchange|shell|web)\//,
    never: /^(?:tools|e2e)\//,
    sparesTests: true,
    because: 'tools read the product; the product runs without them',
  },
]

/** Folders that are doors although they lie inside another module (decision on the wire). */
const namedDoors = new Set(['shell/http/contract'])
const packages = /^(?:core|trust|exchange|shell|web|sim)$/

export function brokenArrows(files: readonly Source[]): readonly Breach[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((line) =>
      arrows
        .filter((arrow) => breaks(arrow, file, line))
        .map(({ name, because }) => ({
          rule: name,
          path: file.path,
          says: `imports ${line.written}, but ${because}`,
        })),
    ),
  )
}

function breaks(arrow: Arrow, file: Source, { to }: Import): boolean {
  if (arrow.sparesTests === true && isTest(file)) return false
  const forbidden = arrow.never.test(to) && arrow.except?.test(to) !== true
  return arrow.from.test(file.path) && forbidden
}

/** Doors, not windows: from outside a module only its `index.ts` or `published.ts` is open. */
export function brokenDoors(files: readonly Source[]): readonly Breach[] {
  const doors = new Set(
    files.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => posix.dirname(path)),
  )
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ to, written }) => {
      const across =
        packages.test(to.split('/')[0] ?? '') && to.split('/')[0] !== file.path.split('/')[0]
      if (across && written.startsWith('.')) {
        return [{ rule: 'door', path: file.path, says: `reaches into ${to}: use its package name` }]
      }
      const walled = enclosing(to).find((folder) => doors.has(folder) && !isIn(file.path, folder))
      if (walled === undefined || isDoor(to, walled) || isForTests(file, to)) return []
      return [{ rule: 'door', path: file.path, says: `imports ${to} past the door of ${walled}` }]
    }),
  )
}

/** What a module lends to tests is theirs alone. */
function isForTests(file: Source, to: string): boolean {
  return /(?:^|\/)testing\.ts$/.test(to) && (isTest(file) || /\/testing\.ts$/.test(file.path))
}

function isDoor(to: string, folder: string): boolean {
  return (
    /^(?:index|published)\.tsx?$/.test(posix.relative(folder, to)) ||
    namedDoors.has(posix.dirname(to))
  )
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

/** Folders around a path from the outermost in, without the package itself. */
function enclosing(path: string): readonly string[] {
  const parts = posix.dirname(path).split('/')
  return parts.slice(1).map((_, i) => parts.slice(0, i + 2).join('/'))
}

/** A circle has no reading order; types count, because a reader follows them too. */
export function circles(files: readonly Source[]): readonly Breach[] {
  const leads = new Map(files.map((file) => [file.path, importsOf(file).map(({ to }) => to)]))
  const done = new Set<string>()
  const found: Breach[] = []
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      const says = [...trail.slice(start), path].join(' → ')
      found.push({ rule: 'circle', path, says })
    } else if (!done.has(path)) {
      for (const to of leads.get(path) ?? []) visit(to, [...trail, path])
      done.add(path)
    }
  }
  for (const path of leads.keys()) visit(path, [])
  return found
}

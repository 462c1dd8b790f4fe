// SPDX-License-Identifier: Apache-2.0
/** What went wrong, as the interface says it: problem+json, or the silence of a lost connection. */

import { type Problem, problem as problemShape } from '@gongxin/shell/http/contract'

/** Thrown by every call that did not succeed. */
export class ProblemFound extends Error {
  override readonly name = 'ProblemFound'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export function problemOf(error: unknown): Problem {
  return error instanceof ProblemFound ? error.problem : lost(String(error))
}

/** Reads the body of a failed answer; whatever is not problem+json is told by its status alone. */
export function readProblem(status: number, text: string): Problem {
  const parsed = problemShape.safeParse(jsonOf(text))
  return parsed.success ? parsed.data : bare(status)
}

/** No answer at all: the wire is cut or the server is away. */
export function lost(detail: string): Problem {
  return { ...bare(0), kind: 'unavailable', code: 'connection-lost', detail }
}

export function isSessionOver(problem: Problem): boolean {
  return problem.status === 401
}

/** Worth asking again by itself: nothing was refused, somebody was only away. */
export function isPassing(problem: Problem): boolean {
  return problem.kind === 'unavailable'
}

function bare(status: number): Problem {
  const away = status === 0 || status === 502 || status === 503 || status === 504
  return {
    type: 'about:blank',
    title: '',
    status,
    kind: away ? 'unavailable' : status >= 400 && status < 500 ? 'refused' : 'broken',
    code: `http-${status}`,
    detail: '',
    next: '',
    cites: [],
    findings: [],
    issues: [],
    requestId: '',
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// SPDX-License-Identifier: Apache-2.0
/** `/api/docs`: the interface as one page to read, whole without a script. */

import type { Host } from './host.ts'
import { type OpenApi, type Operation, openApi } from './openapi.ts'

export function docsHandlers({ app, deps }: Host): void {
  const document = openApi(deps.config.mode)
  const text = JSON.stringify(document)
  const page = docsPage(document)
  const anyone = { config: { rateLimit: false } } as const
  app.get('/api/openapi.json', anyone, async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(text),
  )
  app.get('/api/docs', anyone, async (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').send(page),
  )
  app.get('/api/docs.css', anyone, async (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').send(style),
  )
}

interface Entry {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

function docsPage({ paths }: OpenApi): string {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(entries.flatMap(({ operation }) => operation.tags))]
  const of = (tag: string) => entries.filter(({ operation }) => operation.tags.includes(tag))
  const links = tags.map((tag) => `<li><a href="#${escaped(tag)}">${escaped(tag)}</a></li>`)
  const parts = tags.map(
    (tag) =>
      `<section id="${escaped(tag)}"><h2>${escaped(tag)}</h2>${of(tag).map(shown).join('')}</section>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>接口文档 · 公信</title>
<link rel="stylesheet" href="/api/docs.css"></head><body><header><h1>公信接口文档</h1>
<p>共${entries.length}项。机器可读的全文见 <a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。</p>
<p>错误一律为 application/problem+json，分五类：不予受理、内容不合要求、内容已被更新、暂时不能办理、系统出错。</p>
<nav aria-label="分类"><ul>${links.join('')}</ul></nav></header><main>${parts.join('')}</main></body></html>`
}

function shown({ path, method, operation }: Entry): string {
  const { summary, description, operationId, parameters, requestBody, responses } = operation
  const rows = [
    ['编号', operationId],
    ['说明', description],
  ]
  const details = [
    ['参数', parameters],
    ['内容', requestBody],
    ['答复', responses],
  ].filter(([, value]) => value !== undefined && JSON.stringify(value) !== '[]')
  return `<details><summary><b class="${escaped(method)}">${escaped(method.toUpperCase())}</b>
<code>${escaped(path)}</code> ${escaped(summary)}</summary><dl>${rows
    .map(([term, text]) => `<dt>${escaped(term ?? '')}</dt><dd>${escaped(text ?? '')}</dd>`)
    .join('')}</dl>${details
    .map(
      ([term, value]) =>
        `<h3>${escaped(String(term))}</h3><pre>${escaped(JSON.stringify(value, null, 2))}</pre>`,
    )
    .join('')}</details>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const style = `:root{color-scheme:light;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
body{max-width:64rem;margin:0 auto;padding:1rem;color:#1c1c1c;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;border-bottom:1px solid #ccc;margin-top:2rem}h3{font-size:1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem 1rem;padding:0;list-style:none}a{color:#0b5c66}
details{border-bottom:1px solid #e4e4e4;padding:.4rem 0}summary{cursor:pointer;overflow-wrap:anywhere}
summary b{display:inline-block;min-width:4rem;font-size:.8rem}.post,.put{color:#b3161b}.get{color:#0b5c66}
dt{font-weight:600}dd{margin:0 0 .4rem}pre{overflow:auto;background:#f6f6f4;padding:.8rem;font-size:.8rem}`

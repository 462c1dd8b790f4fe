// SPDX-License-Identifier: Apache-2.0
/** OpenAPI 3.1 from the contract: the shapes that validate are the shapes that are described. */

import { z } from '@gongxin/core/kernel'
import { sentBidActs } from '@gongxin/core/trading/bid'
import { tenderActs } from '@gongxin/core/trading/tender'
import { actAnswer, fileView, problem, type Route, routes, trailLine } from './contract/index.ts'

type Schema = { readonly [key: string]: unknown }
export interface Operation {
  readonly [key: string]: unknown
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
}
export interface OpenApi {
  readonly [key: string]: unknown
  readonly openapi: '3.1.0'
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
}

export function openApi(mode: 'demo' | 'production'): OpenApi {
  const served = Object.entries(routes).filter(
    ([, route]) => !('demoOnly' in route && route.demoOnly) || mode === 'demo',
  )
  const paths: Record<string, Record<string, Operation>> = {}
  const add = (path: string, method: string, operation: Operation) => {
    paths[path] = { ...paths[path], [method]: operation }
  }
  for (const [name, route] of served) {
    add(templated(route.path), route.method.toLowerCase(), operationOf(name, route))
  }
  for (const act of allActs())
    add(`/api/tenders/{tender}/acts/${act.name}`, 'post', actOperation(act))
  for (const [path, method, operation] of filesOperations()) add(path, method, operation)
  return {
    openapi: '3.1.0',
    info: {
      title: '公信 Gongxin',
      version: '0.1.0',
      description: '公共资源交易平台接口。会话由 httpOnly cookie 承载；错误一律为 problem+json。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output'), FileView: schemaOf(fileView, 'output') },
      responses: { Problem: { description: '不能办理', content: problemContent } },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gongxin_session' } },
    },
  }
}

const problemContent = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}
const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }]))

export function templated(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function operationOf(name: string, route: Route): Operation {
  const { title, tag, access, status = 200 } = route
  const open = access === 'anyone'
  const acts = route.path === '/api/tenders' || route.path.endsWith('/acts/:act')
  const body = schemaOf(route.body, 'input')
  const keyed = acts && route.method === 'POST'
  return {
    operationId: name,
    summary: `${title.zh} · ${title.en}`,
    description: admitted(access),
    tags: [tag],
    ...(open ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(keyed ? [keyParameter] : []),
    ],
    ...(Object.keys(body).length === 0 || 'not' in body ? {} : { requestBody: json(body) }),
    responses: {
      [status]:
        status === 204
          ? { description: '已办理' }
          : { description: '已办理', ...json(schemaOf(route.answer, 'output')) },
      ...problems(400, ...(open ? [] : [401, 403]), 404, 409, 429, 500, 503),
    },
  }
}

function admitted(access: Route['access']): string {
  if (access === 'anyone') return '无需登录。'
  return access === 'signed-in' ? '需要登录。' : `需要登录，身份为：${access.join('、')}。`
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '每次办理一个编号；重试用同一个编号，只办理一次。',
  schema: { type: 'string', minLength: 1, maxLength: 128 },
}

interface DescribedAct {
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly shape: z.ZodType
}

function allActs(): readonly DescribedAct[] {
  return [...tenderActs, ...sentBidActs]
}

function actOperation({ name, title, shape }: DescribedAct): Operation {
  const envelope = {
    type: 'object',
    required: ['body'],
    additionalProperties: false,
    properties: {
      expectedVersion: { type: 'integer', minimum: -1 },
      confirmation: { type: 'string', maxLength: 64 },
      body: schemaOf(shape, 'input'),
    },
  }
  return {
    operationId: `act:${name}`,
    summary: `${title.zh} · ${title.en}`,
    description: '由流程表决定谁在哪个阶段可以办理；需要签署的，先取得签署确认。',
    tags: ['acts'],
    security: [{ session: [] }],
    parameters: [pathParameter('tender'), keyParameter],
    requestBody: { required: true, ...json(envelope) },
    responses: {
      201: { description: '已办理', ...json(schemaOf(actAnswer, 'output')) },
      ...problems(400, 401, 403, 404, 409, 429, 500, 503),
    },
  }
}

function filesOperations(): readonly (readonly [string, string, Operation])[] {
  const head = { tags: ['files'] }
  return [
    [
      '/api/files',
      'post',
      {
        ...head,
        operationId: 'createUpload',
        summary: '上传文件（tus） · Upload a file (tus)',
        description: 'tus 1.0 断点续传，单个文件300MB；传完的答复是文件的摘要、大小和类型。',
        security: [{ session: [] }],
        responses: { 201: { description: '已建立上传' }, ...problems(401, 413, 415) },
      },
    ],
    [
      '/api/files/{digest}',
      'get',
      {
        ...head,
        operationId: 'downloadFile',
        summary: '下载文件 · Download a file',
        description: '公开的文件任何人可以下载；其余按项目当事人和开标时间限制。',
        parameters: [pathParameter('digest')],
        responses: { 200: { description: '文件内容' }, ...problems(404) },
      },
    ],
    ...paperOperations(),
    [
      '/api/tenders/{tender}/live',
      'get',
      {
        ...head,
        tags: ['tenders'],
        operationId: 'live',
        summary: '开标大厅实时事件 · Live events of the opening hall',
        description: 'Server-sent events；断线后带 Last-Event-ID 续传，只有已公开的内容。',
        parameters: [pathParameter('tender')],
        responses: {
          200: {
            description: '事件流',
            content: { 'text/event-stream': { schema: schemaOf(trailLine, 'output') } },
          },
          ...problems(404),
        },
      },
    ],
  ]
}

function paperOperations(): readonly (readonly [string, string, Operation])[] {
  const head = { tags: ['papers'], parameters: [pathParameter('tender'), pathParameter('paper')] }
  return [
    [
      '/api/tenders/{tender}/papers/{paper}.pdf',
      'get',
      {
        ...head,
        operationId: 'printedPaper',
        summary: '文书打印件（PDF） · A paper, printed',
        description: '公开的文书任何人可以下载；其余只给依规定可以查阅的人，别人得到的是404。',
        responses: {
          200: { description: 'PDF/A', content: { 'application/pdf': { schema: binary } } },
          ...problems(404, 503),
        },
      },
    ],
    [
      '/api/tenders/{tender}/papers/{paper}.pdf.p7s',
      'get',
      {
        ...head,
        operationId: 'paperSignature',
        summary: '文书打印件的平台签名 · The signature beside a printed paper',
        description:
          '分离式签名（GB/T 35275，SM2和SM3），有时间戳的附时间戳；同一打印件只签一次。密码机不可用时为503。',
        responses: {
          200: {
            description: 'SignedData',
            content: { 'application/pkcs7-signature': { schema: binary } },
          },
          ...problems(404, 503),
        },
      },
    ],
  ]
}

const binary = { type: 'string', format: 'binary' }

function json(schema: Schema) {
  return { content: { 'application/json': { schema } } }
}

function pathParameter(name: string) {
  return { name, in: 'path', required: true, schema: { type: 'string' } }
}

function parametersOf(shape: z.ZodType, place: 'path' | 'query'): readonly Schema[] {
  const { properties, required } = schemaOf(shape, 'input')
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || (Array.isArray(required) && required.includes(name)),
    schema,
  }))
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}

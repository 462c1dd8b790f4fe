// SPDX-License-Identifier: Apache-2.0
/** 项目页: where it stands, what comes next and why, what was found, and the whole public trail. */

import { moment } from '@gongxin/core/kernel'
import { getProcedure, type Stage } from '@gongxin/core/procedures'
import type { TenderState } from '@gongxin/core/trading/tender'
import type { TenderView, TrailLine } from '@gongxin/shell/http/contract'
import { kindShown, momentShown, roleShown, yuan } from './format.ts'
import { documentOf, type Frame } from './page.tsx'

export interface ProjectModel {
  readonly view: Pick<TenderView, 'id' | 'phase' | 'procedure' | 'duties'>
  /** Folded from what the public may read. */
  readonly state: TenderState
  readonly trail: readonly TrailLine[]
}

export function renderProject(model: ProjectModel, frame: Frame): string {
  const { state, view } = model
  const stages = getProcedure(view.procedure).stages
  const stage = stages.find((s) => s.id === view.phase)
  const name = state.project?.name ?? view.id
  return documentOf(
    `${name}（${stage?.title.zh ?? ''}）`,
    frame,
    <>
      <h1>{name}</h1>
      <p>
        <span className="state">{stage?.title.zh}</span>
        {state.suspensions.length > 0 ? <strong>　已暂停</strong> : null}　{stage?.purpose.zh}
      </p>
      <Facts model={model} />
      <h2>进度</h2>
      <Timeline stages={stages} phase={view.phase} />
      <Record state={state} />
      <Candidates state={state} />
      <h2>全过程留痕</h2>
      <p className="proof">
        每一步都接在上一步之后，改动、删除或者插入任何一步，后面的校验值就对不上。
        <a href={`/api/tenders/${view.id}/trail`}>下载留痕数据自行核验</a>
      </p>
      <Trail trail={model.trail} />
    </>,
  )
}

function Facts({ model: { state, view } }: { readonly model: ProjectModel }) {
  const { notice, project } = state
  return (
    <table>
      <tbody>
        <Fact name="项目编号" value={view.id} />
        <Fact name="类别" value={kindShown(project?.kind ?? '')} />
        <Fact name="招标人" value={project?.owner.name ?? ''} />
        <Fact name="代理机构" value={state.agency?.name ?? '自行招标'} />
        <Fact name="行政监督部门" value={project?.authority.name ?? ''} />
        {notice === null ? null : (
          <>
            <Fact name="投标截止" value={momentShown(notice.schedule.deadline)} />
            <Fact name="最高投标限价（元）" value={yuan(notice.terms.ceilingFen)} />
            <Fact name="招标范围" value={notice.terms.scope} />
          </>
        )}
        {view.duties.map((duty) => (
          <Fact key={duty.id} name={`期限：${duty.title.zh}`} value={duty.why} />
        ))}
      </tbody>
    </table>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  )
}

function Timeline({
  stages,
  phase,
}: {
  readonly stages: readonly Stage[]
  readonly phase: string
}) {
  const at = stages.findIndex((s) => s.id === phase)
  const shown = stages.filter((s, index) => s.end !== 'failure' || index === at)
  return (
    <ol className="timeline">
      {shown.map((stage) => {
        const index = stages.indexOf(stage)
        const mark = index < at ? 'done' : index === at ? 'now' : 'later'
        const word = { done: '已完成', now: '进行中', later: '未到' }[mark]
        return (
          <li key={stage.id} className={mark}>
            {stage.title.zh} <span className="quiet">{word}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Record({ state: { record } }: { readonly state: TenderState }) {
  if (record === null) return null
  return (
    <>
      <h2>开标记录</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">投标人</th>
              <th scope="col" className="number">
                投标报价（元）
              </th>
              <th scope="col">工期（天）</th>
              <th scope="col">解密</th>
            </tr>
          </thead>
          <tbody>
            {record.rows.map((row) => (
              <tr key={row.bid}>
                <td>{row.bidder.name}</td>
                <td className="number">{yuan(row.priceFen)}</td>
                <td>{row.durationDays ?? '—'}</td>
                <td>{row.decrypted ? '成功' : '未成功'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Candidates({ state: { publicReview } }: { readonly state: TenderState }) {
  if (publicReview === null) return null
  return (
    <>
      <h2>中标候选人公示</h2>
      <p>
        公示自{publicReview.from}至{publicReview.until}，异议渠道：{publicReview.objections}
      </p>
      <ol>
        {publicReview.candidates.map((candidate) => (
          <li key={candidate.bid}>
            {candidate.bidder.name}，{yuan(candidate.priceFen)}元
            {candidate.total === null ? '' : `，综合得分${candidate.total}`}
          </li>
        ))}
      </ol>
    </>
  )
}

function Trail({ trail }: { readonly trail: readonly TrailLine[] }) {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">事项</th>
            <th scope="col">由谁</th>
            <th scope="col">依据</th>
            <th scope="col">校验值</th>
          </tr>
        </thead>
        <tbody>
          {trail.map((line) => (
            <tr key={line.seq}>
              <td>{momentShown(moment(line.at))}</td>
              <td>{line.title.zh}</td>
              <td>{roleShown(line.actor.role)}</td>
              <td>
                {line.body === null ? (
                  <span className="quiet">内容依法暂不公开</span>
                ) : (
                  line.body.findings.map((f) => <div key={f.rule}>{f.sentence}</div>)
                )}
              </td>
              <td>
                <code>{line.hash.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

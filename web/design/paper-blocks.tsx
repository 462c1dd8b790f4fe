// SPDX-License-Identifier: Apache-2.0
/** The content of a paper for reading on a screen: the same blocks that are printed. */

import type { PaperBlock, PaperView } from '@gongxin/shell/http/contract'
import { QRCodeSVG } from '@rc-component/qrcode'

type Of<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>

/** Papers are Chinese in either language of the page. */
export function PaperContent({ paper }: { readonly paper: PaperView }) {
  const { to, blocks, seals, basis, check } = paper
  return (
    <div lang="zh">
      {to === '' ? null : (
        <p>
          <strong>{to}：</strong>
        </p>
      )}
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper never changes, so blocks never move.
        <Block key={index} block={block} />
      ))}
      {basis.length === 0 ? null : <p className="note">依据：{basis.join('、')}。</p>}
      {seals.map(({ by, on }) => (
        <p key={by} className="right">
          {by}
          <br />
          {on}
        </p>
      ))}
      <PaperCheck address={check} />
    </div>
  )
}

/** For whoever holds it on paper: the same address as in the printed file, to be read by eye or by telephone. */
function PaperCheck({ address }: { readonly address: string }) {
  return (
    <p className="note">
      <QRCodeSVG value={address} size={qrSize} level="M" marginSize={2} aria-label="查验二维码" />
      <br />
      查验：<a href={address}>{address}</a>
    </p>
  )
}

const qrSize = 116

function Block({ block }: { readonly block: PaperBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'note':
      return <p className="note">注：{block.text}</p>
    case 'list':
      return (
        <ol>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      )
    case 'facts':
      return <FactList block={block} />
    case 'table':
      return <PaperTable block={block} />
  }
}

function FactList({ block }: { readonly block: Of<'facts'> }) {
  return (
    <dl className="facts">
      {block.rows.map(([name, value]) => (
        <FactPair key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

function FactPair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function PaperTable({ block }: { readonly block: Of<'table'> }) {
  const { caption, columns, rows } = block
  const look = (at: number) => (columns[at]?.align === 'right' ? 'right sum' : undefined)
  return (
    <div className="table">
      <table className="stack table">
        {caption === '' ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ head }, at) => (
              <th key={head} scope="col" className={look(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper never changes, so rows never move.
            <tr key={line}>
              {columns.map(({ head }, at) => (
                <td key={head} className={look(at)} data-label={head}>
                  {row[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

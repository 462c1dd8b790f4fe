// SPDX-License-Identifier: Apache-2.0
/** 未中标通知: own marks beside the field, reasons by ground, remedies with their date; to print. */

import { rational } from '@gongxin/core/kernel'
import type { Letter } from '@gongxin/core/trading/tender'
import { Button } from 'antd'
import { dayShown, moneyShown, usePreferences, useText } from '../../app/index.ts'
import { groundTitle } from '../grounds.ts'
import { messages } from './messages.ts'

interface Props {
  readonly letter: Letter
  readonly project: string
}

export function LetterPage({ letter, project }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const winner = {
    name: letter.winner.name,
    price: moneyShown(letter.winnerPriceFen, language),
  }
  return (
    <>
      <article className="sheet">
        <h2>{t(messages.letter)}</h2>
        <p>{letter.bidder.name}：</p>
        <p>{project}</p>
        {letter.rank !== null && (
          <p>{t(messages.letterRank, { rank: letter.rank, total: letter.total ?? '—' })}</p>
        )}
        <p>{t(messages.letterWinner, winner)}</p>
        {letter.total !== null && letter.winnerTotal !== null && (
          <p>{t(messages.letterGap, { best: letter.winnerTotal, gap: gapOf(letter) })}</p>
        )}
        {letter.rejections.map((one) => (
          <p key={one.ground}>
            {t(groundTitle(one.ground))}（{one.clause}）：{one.facts}
          </p>
        ))}
        {letter.items.length > 0 && <Items letter={letter} />}
        <p>{t(messages.complain, { until: dayShown(letter.complainUntil, language) })}</p>
      </article>
      <div className="no-print">
        <Button onClick={() => window.print()}>{t(messages.print)}</Button>
      </div>
    </>
  )
}

function Items({ letter }: { readonly letter: Letter }) {
  const t = useText()
  return (
    <table className="table">
      <caption>{t(messages.letterItems)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(messages.factor)}</th>
          <th scope="col" className="sum">
            {t(messages.own)}
          </th>
          <th scope="col" className="sum">
            {t(messages.lowest)}
          </th>
          <th scope="col" className="sum">
            {t(messages.median)}
          </th>
          <th scope="col" className="sum">
            {t(messages.best)}
          </th>
        </tr>
      </thead>
      <tbody>
        {letter.items.map((item) => (
          <tr key={item.factor}>
            <th scope="row">{item.title}</th>
            <td className="sum">{item.own}</td>
            <td className="sum">{item.lowest}</td>
            <td className="sum">{item.median}</td>
            <td className="sum">{item.best}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function gapOf({ total, winnerTotal }: Letter): string {
  return rational(winnerTotal ?? '0')
    .sub(rational(total ?? '0'))
    .toString()
}

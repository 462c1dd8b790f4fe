// SPDX-License-Identifier: Apache-2.0
/** 登记项目: the first act of a tender, which has no room yet; says at once if it is compulsory. */

import { isCompulsory } from '@gongxin/core/law'
import { usualProcedure } from '@gongxin/core/procedures'
import { emptyTender, registerProject, tenderKinds } from '@gongxin/core/trading/tender'
import { routes } from '@gongxin/shell/http/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import {
  call,
  moneyShown,
  Page,
  ProblemNotice,
  problemOf,
  usePreferences,
  useText,
} from '../app/index.ts'
import { begunFrom, digestOf, forgetKey, keyFor, useKept } from './acts/once.ts'
import { at, type Body, Fields, FormContext, faultsIn, isBody, nodeOf, put } from './form/index.ts'
import { messages } from './messages.ts'
import { askedOf, compulsoryWords, isProcured, statedBy, suited } from './register-words.ts'

const { shape } = registerProject
const place = 'new register-project'

export function NewProject() {
  const t = useText()
  const { language } = usePreferences()
  const node = nodeOf(shape)
  const begin = () =>
    begunFrom(node, {
      ...{ round: 1, kind: 'works', procedure: usualProcedure },
      approval: { organisation: 'agency' },
    })
  const [value, setValue, forget] = useKept(place, begin)
  const [strict, setStrict] = useState(false)
  const body = isBody(value) ? statedBy(value, node) : {}
  const faults = faultsIn(shape, body, language)
  const send = useRegistering(body, forget)
  const change: Parameters<typeof FormContext>[0]['value']['change'] = (steps, next) =>
    setValue((current) => suited(put(current, steps, next)))
  return (
    <Page title={t(registerProject.title)}>
      <p>{t(messages.registerHint)}</p>
      <FormContext
        value={{ act: registerProject.name, state: emptyTender, faults, strict, change }}
      >
        <form
          className="stack act-form"
          onSubmit={(event) => {
            event.preventDefault()
            setStrict(true)
            if (faults.size === 0) send.mutate()
          }}
        >
          <Fields path="" steps={[]} node={askedOf(node, body)} value={body} />
          {!isProcured(body) && <Compulsory body={body} />}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              {t(messages.submit)}
            </Button>
            <span role="status">
              {strict && faults.size > 0 ? t(messages.faultsLeft, { count: faults.size }) : ''}
            </span>
          </div>
        </form>
      </FormContext>
      {send.error !== null && <ProblemNotice problem={problemOf(send.error)} />}
    </Page>
  )
}

function useRegistering(body: Body, forget: () => void) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const parsed = shape.parse(body)
      const key = keyFor(sessionStorage, place, digestOf(parsed))
      return call(routes.registerTender, { body: parsed, key })
    },
    onSuccess: async ({ tender }) => {
      forgetKey(sessionStorage, place)
      forget()
      await queries.invalidateQueries()
      await navigate({ to: '/tenders/$tender', params: { tender } })
    },
  })
}

/** The same rule the server applies, on what is filled in so far. */
function Compulsory({ body }: { readonly body: Body }) {
  const t = useText()
  const { language } = usePreferences()
  const kind = tenderKinds.find((k) => k === body.kind)
  const object = (['OB-1', 'OB-2', 'OB-3', 'OB-4'] as const).find(
    (o) => o === at(body, ['funds', 'object']),
  )
  const estimateFen = body.estimateFen
  if (kind === undefined || typeof estimateFen !== 'number') return null
  const answer = isCompulsory({
    object: object ?? null,
    kind,
    estimatesFen: [estimateFen],
    mergeable: false,
    listedService: true,
    budgetFen: amount(at(body, ['funds', 'budgetFen'])),
    investmentFen: amount(at(body, ['funds', 'investFen'])),
    epcParts: null,
  })
  const said = compulsoryWords(answer.compulsory)
  return (
    <Alert
      type="info"
      showIcon
      title={t(said)}
      description={language === 'zh' ? answer.sentence : moneyShown(estimateFen, language)}
    />
  )
}

function amount(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

// SPDX-License-Identifier: Apache-2.0
/** The counter of the demo bank as a page: a bidder pays a deposit by hand, and sees it booked. */

import { fenOfYuan } from '@gongxin/core/kernel'

export interface Slip {
  readonly account: string
  readonly form: string
  readonly yuan: string
  readonly from: string
  readonly reference: string
}

/** What the link of the platform, or the page itself, has filled in. */
export function slipOf(fields: URLSearchParams): Slip {
  return {
    account: fields.get('account') ?? '',
    form: fields.get('form') ?? 'transfer',
    yuan: fields.get('yuan') ?? '',
    from: fields.get('from') ?? '基本账户 6217000000000001',
    reference: fields.get('reference') ?? '',
  }
}

/** The amount in 分, or nothing for what is no sum of money. */
export function fenOf(yuan: string): number | undefined {
  return /^\d{1,10}(\.\d{1,2})?$/.test(yuan.replaceAll(',', ''))
    ? fenOfYuan(yuan.replaceAll(',', ''))
    : undefined
}

const forms = { transfer: '转账', guarantee: '银行保函', insurance: '保证保险', surety: '担保' }

export function counterPage(slip: Slip, said: string): string {
  const options = Object.entries(forms).map(
    ([value, name]) =>
      `<option value="${value}"${value === slip.form ? ' selected' : ''}>${name}</option>`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>演示银行</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}
label{display:block;margin:.8rem 0}input,select,button{font:inherit;width:100%;padding:.4rem}
.demo{border:1px dashed #8a5a00;color:#8a5a00;padding:.2rem .6rem}</style>
<h1>演示银行（柳州）</h1><p class="demo">演示环境，不是真实资金。</p>
<p role="status"><strong>${escaped(said)}</strong></p>
<form method="post" action="/counter">
${field('收款账号', 'account', slip.account)}
<label>缴纳方式<select name="form">${options.join('')}</select></label>
${field('金额（元）', 'yuan', slip.yuan)}
${field('付款账户或者保函号', 'from', slip.from)}
${field('凭证号', 'reference', slip.reference)}
<button>确认缴纳</button></form></html>`
}

function field(label: string, name: string, value: string): string {
  return `<label>${label}<input name="${name}" value="${escaped(value)}" required></label>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

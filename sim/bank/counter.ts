// SPDX-License-Identifier: Apache-2.0
/** The counter of the demo bank as a page: a bidder pays a deposit by hand, and sees it booked. */

import { fenOfYuan } from '@gongxin/core/kernel'

export interface Slip {
  readonly account: string
  readonly form: string
  readonly yuan: string
  readonly from: string
  readonly reference: string
  /** Of a guarantee alone. */
  readonly applicant: string
  readonly beneficiary: string
  readonly validUntil: string
  /** `performance`: shown to the platform by whoever has the statement. */
  readonly purpose: string
}

/** What the link of the platform, or the page itself, has filled in. */
export function slipOf(fields: URLSearchParams): Slip {
  return {
    account: fields.get('account') ?? '',
    form: fields.get('form') ?? 'transfer',
    yuan: fields.get('yuan') ?? '',
    from: fields.get('from') ?? '基本账户 6217000000000001',
    reference: fields.get('reference') ?? '',
    applicant: fields.get('applicant') ?? '',
    beneficiary: fields.get('beneficiary') ?? '',
    validUntil: fields.get('validUntil') ?? '',
    purpose: fields.get('purpose') ?? '',
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
<input type="hidden" name="purpose" value="${escaped(slip.purpose)}">
${field('收款账号（开立履约保函不填）', 'account', slip.account, false)}
<label>缴纳方式<select name="form">${options.join('')}</select></label>
${field('金额（元）', 'yuan', slip.yuan)}
${field('付款账户', 'from', slip.from)}
${field('凭证号', 'reference', slip.reference)}
<fieldset><legend>开立保函、保险、担保时填写</legend>
${field('申请人信用代码', 'applicant', slip.applicant, false)}
${field('受益人信用代码', 'beneficiary', slip.beneficiary, false)}
${field('有效期至', 'validUntil', slip.validUntil, false)}
</fieldset>
<button>确认缴纳</button></form></html>`
}

function field(label: string, name: string, value: string, required = true): string {
  const must = required ? ' required' : ''
  return `<label>${label}<input name="${name}" value="${escaped(value)}"${must}></label>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

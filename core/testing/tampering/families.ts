// SPDX-License-Identifier: Apache-2.0
/** For tests only: all that may be done to a bundle of today, one line a variant, and the page that lists it. */

import { paperCodes, proofCodes, proofSteps } from '../../trading/proof/index.ts'
import { decidingVariants } from './deciding.ts'
import { sealingVariants } from './sealing.ts'
import type { Variant } from './shaping.ts'
import { sharingVariants } from './sharing.ts'
import { signingVariants } from './signing.ts'

export const variants: readonly Variant[] = [
  ...sealingVariants,
  ...sharingVariants,
  ...decidingVariants,
  ...signingVariants,
]

const attackers: Readonly<Record<Variant['attacker'], string>> = {
  file: '改文件的人（重列清单）',
  operator: '平台（有日志密钥，没有见证）',
  quorum: '平台与四个见证串通',
}

/** docs/verifier-codes.md: questions, codes, and the attack that each variant tries. */
export function verifierPage(): string {
  const codes: [string, { zh: string }][] = Object.entries(proofCodes)
  const tried = new Set(variants.map(({ code }) => code.split('/')[1]))
  const untried = codes.filter(([code]) => !tried.has(code)).map(([code]) => `\`${code}\``)
  return [
    '# 验标的步骤、代码和篡改试验',
    '',
    '*由 `npx tsx tools/handbook/main.ts` 写出。文件包的结论代码是第一个未通过步骤的代码；前四步不通过，后面不再问。*',
    '',
    '| 步骤 | 问题 |',
    '|---|---|',
    ...Object.entries(proofSteps).map(([step, { zh }]) => `| ${step} | ${zh} |`),
    '',
    '| 代码 | 意思 |',
    '|---|---|',
    ...codes.map(([code, { zh }]) => `| \`${code}\` | ${zh} |`),
    '',
    '核验文书（`gongxin verify --paper`，`shell/cli/verify-paper.test.ts`）的代码：',
    '',
    '| 代码 | 意思 |',
    '|---|---|',
    ...Object.entries(paperCodes).map(([code, { zh }]) => `| \`${code}\` | ${zh} |`),
    '',
    `## 篡改试验（${variants.length} 种）`,
    '',
    '每种从一个真实办完的项目出发，用生成器改动后核对（`shell/http/walk/tampering.test.ts`）。',
    '',
    '| 族 | 做法 | 谁做的 | 代码 |',
    '|---|---|---|---|',
    ...variants.map(
      ({ family, attack, attacker, code }) =>
        `| ${family} | ${attack} | ${attackers[attacker]} | \`${code}\` |`,
    ),
    '',
    `还没有试验的代码：${untried.join('、')}。`,
    '',
  ].join('\n')
}

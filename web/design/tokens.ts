// SPDX-License-Identifier: Apache-2.0
/** Colours, type and space of both faces; red only for what is official or needs an act. */

export const tokens = {
  /** 公章红: official, or an act is needed. */
  seal: '#B3161B',
  sealDeep: '#8C1014',
  ink: '#1B1F23',
  inkSoft: '#4D555E',
  paper: '#FFFFFF',
  mist: '#F4F6F6',
  rule: '#C9D0D4',
  /** Proof: what anybody can check. */
  proof: '#0B6B6B',
  proofMist: '#E6F2F1',
  amber: '#7A4B00',
  amberMist: '#FFF4DC',
  green: '#1D6B2F',
  link: '#0A5A8A',
  focus: '#E0A000',
  fontFamily:
    '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif',
  portalFontPx: 16,
  workbenchFontPx: 14,
  largeFontPx: 20,
} as const

export type Token = keyof typeof tokens

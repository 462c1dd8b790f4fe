// SPDX-License-Identifier: Apache-2.0
/** The door of what both faces share: words, formats, tokens and the style sheet of the portal. */

export * from './codes.ts'
export * from './format.ts'
export * from './messages.ts'
export * from './paper-blocks.tsx'
export * from './stylesheet.ts'
export * from './tokens.ts'

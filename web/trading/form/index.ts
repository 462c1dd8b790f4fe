// SPDX-License-Identifier: Apache-2.0
/** The door of the forms drawn from shapes. */

export * from './context.ts'
export * from './faults.ts'
export * from './file-field.tsx'
export * from './identifier.ts'
export * from './leaf.tsx'
export * from './node-view.tsx'
export * from './options.ts'
export * from './party-field.tsx'
export * from './schema.ts'
export * from './tender-field.tsx'
export * from './upload.ts'
export * from './values.ts'

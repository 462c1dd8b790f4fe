// SPDX-License-Identifier: Apache-2.0
/** The door of the portal: pure functions from models to pages. */

export { type HomeModel, renderHome } from './home.tsx'
export type { Frame } from './page.tsx'
export { type ProjectModel, renderProject } from './project.tsx'
export { portalCss } from './style.ts'

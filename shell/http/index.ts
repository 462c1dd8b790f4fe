// SPDX-License-Identifier: Apache-2.0
/** The door of the public address. */

export type { HttpDeps } from './host.ts'
export { registerPages } from './pages/index.ts'
export { createHttpServer, type ServerOptions } from './server.ts'
export { workbenchFolder } from './workbench.ts'

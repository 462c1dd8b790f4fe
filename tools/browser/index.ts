// SPDX-License-Identifier: Apache-2.0
/** A real browser for tests, from the installed packages alone, with fonts for every name. */

export { findBrowser, launchBrowser, launchProfile } from './launch.ts'

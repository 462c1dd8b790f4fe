#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The command `gongxin`: plain JavaScript, so that its link exists right after `npm ci`.
import { register } from 'tsx/esm/api'

register()
await import('../cli/main.ts')

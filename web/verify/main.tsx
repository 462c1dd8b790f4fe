// SPDX-License-Identifier: Apache-2.0
/** Where 验标 starts: on the server's own page, or in one file opened from a disk. */

import './style.css'
import { z } from '@gongxin/core/kernel'
import { createRoot } from 'react-dom/client'
import { VerifyPage } from './page.tsx'
import { quickenCurve } from './quick.ts'

// Shapes must not compile themselves at run time: the content policy forbids it.
z.config({ jitless: true })

const place = document.getElementById('root')
const offline = location.protocol === 'file:'
const tender = offline ? null : new URLSearchParams(location.search).get('tender')

// The page waits this moment, so that the first check already is the quick one.
void quickenCurve().then(() => {
  if (place !== null) createRoot(place).render(<VerifyPage tender={tender} offline={offline} />)
})

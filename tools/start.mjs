// SPDX-License-Identifier: Apache-2.0
/** `npm start`: from a fresh clone to a running demo city, and the same again in seconds. */

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildAll } from './build.mjs'
import { installPackages, nodeFault, packagesComplete } from './packages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const leave = (code) => () => process.exit(code)
let waitingSignal = null
const [onInterrupt, onTerminate] = [leave(130), leave(143)]

async function main() {
  const fault = nodeFault()
  if (fault) {
    console.error(fault)
    return 2
  }
  const port = Number(process.env.PORT || 3000)
  if (await answers(port)) {
    console.error(`端口 ${port} 已被占用；请先停止占用它的程序，或用 PORT 另选端口。`)
    return 1
  }
  process.chdir(root)
  watchParent()
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  process.env.GONGXIN_MODE ||= 'demo'
  process.env.GONGXIN_ROOT = root

  const dataFolder = process.env.GONGXIN_DATA || join(root, '.gongxin')
  let cold = !process.env.DATABASE_URL && !existsSync(join(dataFolder, 'database.json'))
  if (!(await packagesComplete(root, false))) {
    cold = true
    console.log('正在安装依赖 …')
    await installPackages(root, false)
  }
  const built = await buildAll(root)
  if (built.length > 0) {
    cold = true
    console.log(`已构建：${built.join('、')}。`)
  }
  await startNeighbours(port)
  const witnesses = await placeWitnesses()
  return serve(cold, dataFolder, witnesses)
}

/** In demo mode bank, expert library and authorities are programs of their own, spoken to over HTTP. */
async function startNeighbours(port) {
  if (process.env.GONGXIN_MODE !== 'demo') return
  process.env.GONGXIN_BANK_KEY ||= randomBytes(16).toString('hex')
  process.env.GONGXIN_HSM_PIN ||= randomBytes(16).toString('hex')
  process.env.GONGXIN_URL = `http://127.0.0.1:${port}`
  for (const [name, variable] of [
    ['bank', 'GONGXIN_BANK_URL'],
    ['library', 'GONGXIN_LIBRARY_URL'],
    ['ca', 'GONGXIN_CA_URL'],
    // After the authority that certifies it.
    ['tsa', 'GONGXIN_TSA_URL'],
    ['hsm', 'GONGXIN_HSM_URL'],
  ]) {
    if (process.env[variable]) continue
    const own = await freePort()
    process.env[variable] = `http://127.0.0.1:${own}`
    const options = { cwd: root, env: { ...process.env, PORT: String(own) }, stdio: 'ignore' }
    const program = ['--import', 'tsx', join('sim', name, 'main.ts')]
    const neighbour = spawn(process.execPath, program, options)
    // However this process ends, they end with it.
    process.on('exit', () => neighbour.kill('SIGTERM'))
  }
  console.log('演示银行、专家库、电子认证机构、时间戳服务和云密码机已启动（演示）。')
}

/** Those who attest the log of a demo, each a program of its own; a real one is never among them. */
const witnessNames = ['监督部门', '审计机关', '高等院校', '行业协会', '邻市交易中心']

/** Where they will listen: the platform knows them before they run. */
async function placeWitnesses() {
  if (process.env.GONGXIN_MODE !== 'demo' || process.env.GONGXIN_WITNESSES) return []
  const ports = []
  for (const _ of witnessNames) ports.push(await freePort())
  process.env.GONGXIN_WITNESSES = ports.map((port) => `http://127.0.0.1:${port}`).join(' ')
  return ports
}

/** Started once the pages can be used: nobody waits for them, and the log tells what is not attested. */
function startWitnesses(ports, dataFolder) {
  const program = pathToFileURL(join(root, '.gongxin/build/witness.mjs')).href
  for (const [index, port] of ports.entries()) {
    const data = join(dataFolder, 'witnesses', String(index + 1))
    const name = `${witnessNames[index]}（演示）`
    const log = `${process.env.GONGXIN_URL}/log/`
    const args = ['--log', log, '--data', data, '--name', name, '--port', String(port)]
    const text = `import(${JSON.stringify(program)}).then(({ run }) => run(${JSON.stringify(args)}))`
    const witness = spawn(process.execPath, ['--input-type=module', '-e', text], {
      cwd: root,
      stdio: 'ignore',
    })
    process.on('exit', () => witness.kill('SIGTERM'))
  }
  if (ports.length > 0) console.log(`${ports.length} 家演示见证单位已启动（演示）。`)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** npm puts a shell between itself and us, which dies of a signal without passing it on. */
function watchParent() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 200)
  timer.unref()
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const say = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => say(true)).once('error', () => say(false))
  })
}

/** The server runs in this very process: a signal meets it directly and nothing stays behind. */
async function serve(cold, dataFolder, witnesses) {
  const { run } = await import(pathToFileURL(join(root, '.gongxin/build/serve.mjs')).href)
  process.off('SIGINT', onInterrupt)
  process.off('SIGTERM', onTerminate)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => leaveToServer(signal))
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'))
  const ready = new AbortController()
  const told = tellTimes(cold, ready.signal).then(() => {
    if (!ready.signal.aborted) startWitnesses(witnesses, dataFolder)
    return tellCity(dataFolder, ready.signal)
  })
  try {
    return await run([])
  } finally {
    ready.abort()
    await told
  }
}

/**
 * Prints who can sign in, and has the city told once: a start that was cut off goes on with it, a
 * city that is whole is left to the people who use it.
 */
async function tellCity(dataFolder, signal) {
  if (signal.aborted || process.env.GONGXIN_MODE !== 'demo') return
  const url = process.env.GONGXIN_URL
  const personas = await fetch(`${url}/api/demo/personas`, { signal }).then((r) => r.json())
  console.log(`工作台：${url}/app/，演示身份（一键登录）：`)
  for (const { name, organisationName } of personas) console.log(`  ${name} · ${organisationName}`)
  const mark = join(dataFolder, 'city.json')
  if (process.argv.includes('--no-city') || existsSync(mark)) return
  console.log('正在生成演示城市，约两分钟；页面已可使用。')
  const program = ['--import', 'tsx', join('sim', 'city', 'main.ts'), '--url', url]
  const city = spawn(process.execPath, program, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  process.on('exit', () => city.kill('SIGTERM'))
  city.once('exit', (code) => {
    if (code === 0) void writeFile(mark, JSON.stringify({ seed: process.env.GONGXIN_SEED ?? '1' }))
  })
}

/**
 * The server answers signals, and a second one does not cut its farewell short. One that comes
 * while it is still starting is delivered as soon as it listens for it.
 */
function leaveToServer(signal) {
  if (process.listenerCount(signal) > 1 || waitingSignal) return
  waitingSignal = setInterval(() => {
    if (process.listenerCount(signal) === 1) return
    clearInterval(waitingSignal)
    process.kill(process.pid, signal)
  }, 50)
}

/** Waits until the server says it is ready, then prints this start beside the last of the other kind. */
async function tellTimes(cold, signal) {
  const port = process.env.PORT || '3000'
  while (!signal.aborted) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => null)
    if (answer?.ok) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  if (signal.aborted) return
  const path = join(root, '.gongxin/start.json')
  const times = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'))
  // Counted from the start of Node itself, not from our first line.
  times[cold ? 'coldSeconds' : 'warmSeconds'] = Math.round(performance.now() / 100) / 10
  const shown = (seconds) => (seconds === undefined ? '尚未测得' : `${seconds} 秒`)
  console.log(`冷启动 ${shown(times.coldSeconds)} / 热启动 ${shown(times.warmSeconds)}`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify(times))
}

main().then(
  (code) => process.exit(code ?? 0),
  (error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)

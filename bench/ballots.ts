import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { finishBallot, prepareBallot } from '../packages/ballot/src/ballot-client.ts'
import { ballotInfo } from '../packages/ballot/src/ballot-info.ts'
import { fromBase64url, toBase64url } from '../packages/ballot/src/base64url.ts'
import {
  type BallotAnswer,
  type Invitation,
  manifest as manifestShape,
} from '../packages/contracts/src/collect.ts'
import { type Bare, bareCryptography } from './bare-cryptography.ts'

const child = fileURLToPath(new URL('./ballots-child.ts', import.meta.url))
const perRound = 400
/** Requests at the same time. The first round makes the server warm, and is not told. */
const rounds = [8, 8, 32]

type Cpu = { server: number; database: number }
type Timed = { seconds: number; p95: number; cpu: Cpu }

/**
 * People collect ballots and send answers to a server in a process of its own, with an embedded PostgreSQL. What the devices compute
 * happens between the two and is not timed. Prints answers per second, p95 and CPU per accepted answer, beside the bare cryptography.
 */
export async function benchBallots(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: Math.max(...rounds) })
  const server = fork(child, [String(perRound * rounds.length)], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  })
  const [{ address, wave, tokens }] = await once(server, 'message')
  const call = <Body>(method: string, path: string, cookie?: string, body?: object) =>
    ask<Body>(agent, method, address + path, cookie, body)
  const { canonical, fingerprint } = (
    await call<{ canonical: string; fingerprint: string }>('GET', `/w/${wave}/manifest`)
  ).body
  const manifest = manifestShape.parse(JSON.parse(canonical))
  const pkB = fromBase64url(manifest.pkB)
  const answers = Object.fromEntries(manifest.scales.flatMap(({ items }) => items.map(({ id }) => [id, 4])))

  const bare = bareCryptography()
  for (const [name, { evaluate, verify }] of Object.entries(bare))
    console.log(
      `bare ${name.padEnd(9)} evaluate ${evaluate.toFixed(2)} ms + verify ${verify.toFixed(2)} ms of CPU`,
    )
  const rates: number[] = []
  for (const [round, inFlight] of rounds.entries()) {
    const devices = []
    for (const token of (tokens as string[]).slice(round * perRound, (round + 1) * perRound)) {
      const cookie = (await call('POST', '/api/session', undefined, { token })).cookie
      const { invitations } = (
        await call<{ invitations: Invitation[] }>('GET', '/api/my/invitations', cookie)
      ).body
      const cohort = invitations[0]?.cohort.id ?? ''
      const info = ballotInfo({ wave, dimension: 'unit', cohort, fingerprint })
      devices.push({ cookie, prepared: prepareBallot(crypto.getRandomValues(new Uint8Array(32)), info, pkB) })
    }
    const issued: BallotAnswer[] = []
    const issue = await timed(server, devices, inFlight, async ({ cookie, prepared }, i) => {
      const answer = await call<BallotAnswer>('POST', `/w/${wave}/ballot`, cookie, {
        blinded: toBase64url(prepared.blinded),
      })
      if (answer.status !== 200) throw new Error(`a ballot was refused: ${answer.status}`)
      issued[i] = answer.body
    })
    const bodies = devices.map(({ prepared }, i) => {
      const { cohort = '', evaluated = '', proof = '' } = issued[i] ?? {}
      const ballot = finishBallot(prepared, {
        evaluated: fromBase64url(evaluated),
        proof: fromBase64url(proof),
      })
      if (!ballot.ok) throw new Error(ballot.error.code)
      const { input, token } = ballot.value
      return { cohort, input: toBase64url(input), token: toBase64url(token), answers }
    })
    const send = await timed(server, bodies, inFlight, async (body) => {
      const answer = await call('POST', `/u/${wave}/send`, undefined, body)
      if (answer.status !== 200) throw new Error(`answers were refused: ${answer.status}`)
    })
    if (round === 0) continue
    rates.push(perRound / (issue.seconds + send.seconds))
    report(inFlight, issue, send, bare)
  }
  console.log(
    `ratio of ${rounds[2]} to ${rounds[1]} in flight: ${((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2)}`,
  )
  server.send('stop')
  await once(server, 'exit')
  agent.destroy()
}

function report(inFlight: number, issue: Timed, send: Timed, bare: Bare): void {
  const server = (issue.cpu.server + send.cpu.server) / perRound
  const database = (issue.cpu.database + send.cpu.database) / perRound
  console.log(`${inFlight} in flight, ${perRound} people`)
  for (const [name, one] of Object.entries({ issue, send }))
    console.log(
      `  ${name.padEnd(6)} ${(perRound / one.seconds).toFixed(0)} per second, p95 ${one.p95.toFixed(0)} ms, ` +
        `server ${(one.cpu.server / perRound).toFixed(2)} ms, database ${(one.cpu.database / perRound).toFixed(1)} ms of CPU each`,
    )
  console.log(
    `  whole  ${(perRound / (issue.seconds + send.seconds)).toFixed(0)} answers per second, ` +
      `CPU per answer: server ${server.toFixed(2)} + database ${database.toFixed(1)} ms`,
  )
  const ratios = Object.entries(bare).map(
    ([name, { evaluate, verify }]) => `${name} ${(server / (evaluate + verify)).toFixed(2)}`,
  )
  console.log(`  server to bare cryptography: ${ratios.join(', ')}`)
}

async function timed<T>(
  server: ChildProcess,
  jobs: readonly T[],
  inFlight: number,
  work: (job: T, index: number) => Promise<void>,
): Promise<Timed> {
  const before = await cpuOf(server)
  const started = performance.now()
  const latencies: number[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < jobs.length; index = next++) {
      const asked = performance.now()
      await work(jobs[index] as T, index)
      latencies.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  const seconds = (performance.now() - started) / 1000
  const after = await cpuOf(server)
  latencies.sort((a, b) => a - b)
  return {
    seconds,
    p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
    cpu: { server: after.server - before.server, database: after.database - before.database },
  }
}

async function cpuOf(server: ChildProcess): Promise<Cpu> {
  server.send('cpu')
  const [cpu] = await once(server, 'message')
  return cpu
}

type Answered<Body> = { status: number; cookie: string; body: Body }

function ask<Body>(
  agent: Agent,
  method: string,
  url: string,
  cookie?: string,
  body?: object,
): Promise<Answered<Body>> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...(cookie === undefined ? {} : { cookie }),
    }
    const asked = request(url, { agent, method, headers }, (answer) => {
      let said = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        said += chunk
      })
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
          body: JSON.parse(said),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(text)
  })
}

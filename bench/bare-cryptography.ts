import { prepareBallot } from '../packages/ballot/src/ballot-client.ts'
import { evaluateBlinded, makeBallotKeys, verifyBallot } from '../packages/ballot/src/ballot-server.ts'
import { nobleServer } from '../packages/ballot/test/support/noble-server.ts'

/** Milliseconds of CPU for issuing one ballot and for checking one, on this machine at this moment. */
export type Bare = Readonly<Record<'libsodium' | 'noble', { evaluate: number; verify: number }>>

/** What one answer costs a server that does nothing else: with the code that runs, and with the other implementation. */
export function bareCryptography(): Bare {
  const { skB, pkB } = makeBallotKeys()
  const info = new Uint8Array(100)
  const { blinded, input } = prepareBallot(new Uint8Array(32), info, pkB)
  const noble = nobleServer(info)
  return {
    libsodium: {
      evaluate: measure(() => evaluateBlinded(skB, info, blinded)),
      verify: measure(() => verifyBallot(skB, info, input, new Uint8Array(64))),
    },
    noble: {
      evaluate: measure(() => noble.evaluateBlinded(skB, blinded)),
      verify: measure(() => noble.evaluateInput(skB, input)),
    },
  }
}

function measure(work: () => unknown): number {
  const count = 200
  for (let i = 0; i < count; i++) work()
  const { user, system } = process.cpuUsage()
  for (let i = 0; i < count; i++) work()
  const used = process.cpuUsage({ user, system })
  return (used.user + used.system) / 1000 / count
}

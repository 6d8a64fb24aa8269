import { hash, verify } from '@node-rs/argon2'
import { ProblemError } from '../../http/problem.ts'

/** Argon2id for machines that have not 2 GiB to spare: the second recommended option of RFC 9106, section 4. */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 4 }
/** 64 MiB each, in threads of their own. */
const mostAtOnce = 2
const mostWaiting = 20

const waiting: (() => void)[] = []
let running = 0

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/** @param phc what is stored; null: nobody has this account, which takes as long as if somebody had */
export async function isPassword(phc: string | null, password: string): Promise<boolean> {
  const isRight = await inTurn(() => verify(phc ?? ofNobody, password.normalize('NFKC')))
  return phc !== null && isRight
}

/** Of random bytes that were thrown away, at the same cost. */
const ofNobody =
  '$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw new ProblemError('too-busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

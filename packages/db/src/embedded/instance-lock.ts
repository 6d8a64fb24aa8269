import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '@chorus/basics/result'
import { makeDataFolder } from './folders.ts'
import { isStillThere, lookAtProcess } from './process-look.ts'

/** Held by the one Chorus that runs for a data folder. */
export interface InstanceLock {
  /** Tells a later start where this one is reached. */
  publish(said: { readonly address: string }): void
  release(): void
}

export interface AlreadyRunning {
  readonly code: 'already-running'
  readonly pid: number
  readonly address?: string
}

/**
 * Lets one instance at a time have a data folder. A lock whose process has ended, also one whose number was given to
 * another process since, is taken over.
 */
export async function acquireInstanceLock(dataFolder: string): Promise<Result<InstanceLock, AlreadyRunning>> {
  makeDataFolder(dataFolder)
  const file = join(dataFolder, 'instance.lock')
  const mine = ownHolder()
  while (!placeWhole(file, mine)) {
    const holder = read(file)
    if (holder && holder.token !== mine.token && isStillThere(holder.pid, holder.birth)) {
      const { pid, address } = holder
      return err({ code: 'already-running', pid, ...(address !== undefined && { address }) })
    }
    setAside(file, holder)
  }
  return ok(lockOf(file, mine))
}

interface Holder {
  readonly token: string
  readonly pid: number
  readonly birth?: string
  readonly address?: string
}

function ownHolder(): Holder {
  const look = lookAtProcess(process.pid)
  return {
    token: randomBytes(12).toString('hex'),
    pid: process.pid,
    ...(look.state === 'alive' && look.birth !== undefined && { birth: look.birth }),
  }
}

/** A link appears at once, with its content, and fails when the name is taken. */
function placeWhole(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.token}`
  writeFileSync(draft, JSON.stringify(holder))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof holder.pid === 'number' && typeof holder.token === 'string' ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

/** Removes a stale lock, and only that one: a start beside this one may have replaced it a moment ago. */
function setAside(file: string, stale: Holder | undefined): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(file, aside)
    const moved = read(aside)
    if (moved?.token !== stale?.token) linkSync(aside, file)
  } catch {
    // Gone already, or taken anew: the next look at the lock decides.
  } finally {
    rmSync(aside, { force: true })
  }
}

function lockOf(file: string, mine: Holder): InstanceLock {
  const isMine = () => read(file)?.token === mine.token
  return {
    publish: ({ address }) => {
      const draft = `${file}.${mine.token}`
      writeFileSync(draft, JSON.stringify({ ...mine, address }))
      if (isMine()) renameSync(draft, file)
      else rmSync(draft, { force: true })
    },
    release: () => {
      if (isMine()) rmSync(file, { force: true })
    },
  }
}

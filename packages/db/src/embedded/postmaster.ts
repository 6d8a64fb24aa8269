import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lookAtProcess } from './process-look.ts'

/** Who holds a cluster, by PostgreSQL's own lock file. */
export type Postmaster =
  | { readonly kind: 'none' }
  /** Left behind: its process has ended. PostgreSQL clears this itself. */
  | { readonly kind: 'stale'; readonly pid: number }
  /** Left behind, and the number now belongs to another program, which PostgreSQL would take for a server. */
  | { readonly kind: 'reused'; readonly pid: number }
  | { readonly kind: 'zombie'; readonly pid: number }
  | { readonly kind: 'starting' | 'stopping'; readonly pid: number }
  | { readonly kind: 'ready'; readonly pid: number; readonly port: number; readonly socketFolder: string }

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function readPostmaster(cluster: string): Postmaster {
  const lines = readLines(lockFileOf(cluster))
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid < 2) return { kind: 'none' }

  const look = lookAtProcess(pid)
  if (look.state === 'zombie') return { kind: 'zombie', pid }
  if (look.state === 'gone') return { kind: 'stale', pid }
  if (look.command !== undefined && !look.command.includes('postgres')) return { kind: 'reused', pid }

  const status = lines[7]?.trim()
  if (status === 'stopping') return { kind: 'stopping', pid }
  if (status !== 'ready') return { kind: 'starting', pid }
  return { kind: 'ready', pid, port: Number(lines[3]), socketFolder: lines[4] ?? '' }
}

export function lockFileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What the operating system says of one process number. */
export type ProcessLook =
  | { readonly state: 'gone' }
  /** It has ended, and its parent has not collected it yet. */
  | { readonly state: 'zombie' }
  /**
   * `birth` differs between two processes that are given the same number one after the other; it and
   * `command` are missing where the system does not tell.
   */
  | { readonly state: 'alive'; readonly birth?: string; readonly command?: string }

export function lookAtProcess(pid: number): ProcessLook {
  if (!isAlive(pid)) return { state: 'gone' }
  if (process.platform === 'linux') return readProc(pid)
  if (process.platform === 'win32') return { state: 'alive' }
  return askPs(pid)
}

/** True while the number belongs to the process that was seen with this birth. */
export function isStillThere(pid: number, birth: string | undefined): boolean {
  const look = lookAtProcess(pid)
  if (look.state !== 'alive') return false
  return birth === undefined || look.birth === undefined || look.birth === birth
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** /proc/<pid>/stat: number, (command), state, ...; the 22nd field is the start in ticks since the boot. */
function readProc(pid: number): ProcessLook {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterCommand = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (afterCommand[0] === 'Z' || afterCommand[0] === 'X') return { state: 'zombie' }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return {
      state: 'alive',
      birth: `${boot}:${afterCommand[19]}`,
      command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
    }
  } catch {
    // Hidden from this account (hidepid), or just ended: the signal said that it lives.
    return isAlive(pid) ? { state: 'alive' } : { state: 'gone' }
  }
}

function askPs(pid: number): ProcessLook {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    })
    const [stat = '', ...rest] = line.trim().split(/\s+/)
    if (stat.startsWith('Z')) return { state: 'zombie' }
    return { state: 'alive', birth: rest.slice(0, 5).join(' '), command: rest.slice(5).join(' ') }
  } catch {
    return isAlive(pid) ? { state: 'alive' } : { state: 'gone' }
  }
}

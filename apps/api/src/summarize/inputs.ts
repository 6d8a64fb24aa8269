import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import type { Source } from '../csv/csv-reader.ts'
import type { FaultList } from '../csv/fault-list.ts'

/** A file that somebody handed in: what faults call it, and its bytes, once. */
export type InputFile = { readonly name: string; open(): Source }

/** The bytes of a file, or of standard input for "-". `onBytes` hears how many came. */
export async function* openInput(
  path: string,
  stdin: Source,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for await (const chunk of path === '-' ? stdin : createReadStream(path)) {
    onBytes(chunk.length)
    yield chunk
  }
}

/** How messages call an input. */
export function inputName(path: string): string {
  return path === '-' ? 'standard input' : path
}

/** Says of every input that cannot be read so before anything is read. */
export async function checkInputs(paths: readonly string[], faults: FaultList): Promise<void> {
  const fault = (path: string, code: string, message: string) =>
    faults.add({ file: inputName(path), line: null, column: null, code, message })
  for (const path of new Set(paths)) {
    if (path === '-') {
      if (paths.filter((other) => other === '-').length > 1)
        fault(path, 'read-twice', 'only one input can come from standard input')
      continue
    }
    try {
      await access(path, constants.R_OK)
      if ((await stat(path)).isDirectory()) fault(path, 'cannot-read', 'this is a folder, not a file')
    } catch {
      fault(path, 'cannot-read', 'there is no such file, or it may not be read')
    }
  }
}

/** Size in bytes; 0 where it is not known beforehand. */
export async function inputSize(path: string): Promise<number> {
  return path === '-' ? 0 : (await stat(path)).size
}

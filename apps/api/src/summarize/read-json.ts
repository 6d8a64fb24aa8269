import { isUtf8 } from 'node:buffer'
import type { Fault } from '@chorus/contracts/problems'
import type { z } from 'zod'
import type { Source } from '../csv/csv-reader.ts'
import type { FaultList } from '../csv/fault-list.ts'
import { type Place, placeAt, placeOfPath } from './json-place.ts'

/** Reads a small JSON file into a known shape. Null, with every fault at its place, when it does not fit. */
export async function readJson<T extends z.ZodType>(
  source: Source,
  file: string,
  shape: T,
  faults: FaultList,
): Promise<z.infer<T> | null> {
  const fault = (place: Place | null, code: string, message: string, values: Fault['values'] = {}) =>
    faults.add({ file, line: place?.line ?? null, column: place?.column ?? null, code, message, values })
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  if (!isUtf8(bytes)) {
    fault(null, 'not-utf8', 'the file is not UTF-8; save it again in that encoding')
    return null
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    fault(syntaxPlace(text, error), 'not-json', 'the file is not valid JSON here')
    return null
  }
  const parsed = shape.safeParse(content)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) {
    const name = path.map(String).join('.')
    fault(placeOfPath(text, path), 'wrong-shape', name === '' ? message : `${name}: ${message}`, {
      detail: message,
    })
  }
  return null
}

/** The parser says where it stopped, except at the end of the text. */
function syntaxPlace(text: string, error: unknown): Place {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  return placeAt(text, position === undefined ? text.length : Number(position))
}

import type { Filter } from './filter.ts'
import { parseFilter } from './parse-filter.ts'
import { ScimError } from './scim-error.ts'

/** @throws ScimError invalidFilter */
export function readFilter(text: string): Filter {
  const filter = parseFilter(text)
  if (filter.ok) return filter.value
  const { at, detail } = filter.error
  throw new ScimError(400, `The filter cannot be read: at character ${at}, ${detail}`, 'invalidFilter')
}

/**
 * A list of entries under one key of this device's storage. Where storage is closed or full, the list lives as long as the page:
 * that is no reason to stop.
 */
export function listOf<T extends { readonly id: string }>(
  storage: KeyValue | undefined,
  key: string,
  fits: (value: unknown) => value is T,
) {
  let inMemory: readonly T[] | undefined

  function all(): readonly T[] {
    if (inMemory) return inMemory
    try {
      const entries: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
      return Array.isArray(entries) ? entries.filter(fits) : []
    } catch {
      return []
    }
  }

  function replace(entries: readonly T[]): void {
    try {
      if (!storage) throw new Error('no storage')
      if (entries.length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(entries))
      inMemory = undefined
    } catch {
      inMemory = entries
    }
  }

  return {
    all,
    find: (id: string): T | undefined => all().find((entry) => entry.id === id),
    /** Puts the entry in, or in the place of the one with its id. */
    put: (entry: T): void => replace([...all().filter(({ id }) => id !== entry.id), entry]),
    drop: (id: string): void => replace(all().filter((entry) => entry.id !== id)),
  }
}
export type DeviceList<T extends { readonly id: string }> = ReturnType<typeof listOf<T>>

export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The storage of the device; undefined where the browser keeps it closed. */
export function deviceStorage(): KeyValue | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** Storage that is gone with the page: for a device that several people share. */
export function pageMemory(): KeyValue {
  const entries = new Map<string, string>()
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function hasTexts(value: Record<string, unknown>, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string')
}

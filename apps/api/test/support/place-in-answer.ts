/** What a number of an answer is about, as far as the things around it say. */
export type PlaceInAnswer = {
  readonly path: readonly string[]
  /** The unit whose page it is. */
  readonly page: string
  readonly unit: string
  readonly wave: string
  /** The scale or statement; null where the number is about none. */
  readonly measure: string | null
}

/** Names in answers for what releases know by id. */
export type KnownNames = {
  readonly root: string
  readonly newest: string
  readonly unitByName: ReadonlyMap<string, string>
  readonly waveByLabel: ReadonlyMap<string, string>
}

type Thing = Readonly<Record<string, unknown>>

/** Goes down to a number and notes what the things on the way say: each counts for what lies in it. */
export function placeInAnswer(json: unknown, path: readonly string[], known: KnownNames): PlaceInAnswer {
  let page: string | null = null
  let [unit, wave] = [known.root, known.newest]
  let measure: string | null = null
  let thing = json
  path.forEach((key, at) => {
    if (isThing(thing)) {
      const parent = path[at - 2] ?? ''
      const named = unitOf(thing, parent, known)
      if (named !== null) unit = named
      page ??= idIn(thing.unit)
      if (typeof thing.wave === 'string') wave = known.waveByLabel.get(thing.wave) ?? thing.wave
      if (parent === 'waves' && typeof thing.id === 'string') wave = thing.id
      measure = measureOf(thing, parent) ?? measure
    }
    if (key === 'safety') measure = 'psychological-safety'
    if (key === 'standards') measure = 'standards'
    if (path[at - 1] === 'cells') measure = idIn(scalesOf(json)[Number(key)])
    thing = isThing(thing) || Array.isArray(thing) ? Reflect.get(thing, key) : undefined
  })
  return { path, page: page ?? known.root, unit, wave, measure }
}

function unitOf(thing: Thing, parent: string, { root, unitByName }: KnownNames): string | null {
  if (parent === 'above' && typeof thing.name === 'string') return unitByName.get(thing.name) ?? root
  return idIn(thing.unit)
}

function measureOf(thing: Thing, parent: string): string | null {
  if (['scales', 'items', 'others'].includes(parent)) return idIn(thing)
  for (const name of ['scale', 'item']) if (typeof thing[name] === 'string') return String(thing[name])
  return null
}

function scalesOf(json: unknown): readonly unknown[] {
  return isThing(json) && Array.isArray(json.scales) ? json.scales : []
}

function idIn(thing: unknown): string | null {
  return isThing(thing) && typeof thing.id === 'string' ? thing.id : null
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

type Schema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
type Found = { readonly route: string; readonly path: readonly string[]; readonly besidePerson: boolean }

let running: RunningApp
let numbers: readonly Found[]

beforeAll(async () => {
  running = await runApp(smallCompany())
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  numbers = Object.entries<Record<string, { responses?: Record<string, Response> }>>(
    description.paths,
  ).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([verb, { responses = {} }]) =>
      Object.entries(responses).flatMap(([status, { content }]) => {
        const schema = content?.['application/json']?.schema
        return schema && status.startsWith('2')
          ? numbersIn(schema, `${verb.toUpperCase()} ${path}`, [], false)
          : []
      }),
    ),
  )
})
type Response = { readonly content?: Record<string, { readonly schema?: Schema }> }

afterAll(() => running.stop())

/** Every number in a schema, and whether it stands in an entry for one person. */
function numbersIn(schema: Schema, route: string, path: readonly string[], besidePerson: boolean): Found[] {
  const { type, properties = {}, items, additionalProperties, anyOf = [], oneOf = [] } = schema
  const isNumber = [type].flat().some((one) => one === 'number' || one === 'integer')
  const isOfPerson = besidePerson || ['person', 'author', 'owner', 'email'].some((name) => name in properties)
  const inside = [
    ...[...anyOf, ...oneOf].map((one) => numbersIn(one, route, path, besidePerson)),
    ...Object.entries(properties).map(([name, one]) => numbersIn(one, route, [...path, name], isOfPerson)),
    ...(items ? [numbersIn(items, route, path, besidePerson)] : []),
    ...(typeof additionalProperties === 'object'
      ? [numbersIn(additionalProperties, route, [...path, '*'], besidePerson)]
      : []),
  ].flat()
  return isNumber ? [{ route, path, besidePerson }, ...inside] : inside
}

const isLearning = ({ route }: Found) =>
  /\/api\/(lessons|followed-tags|reviews|actions|experiments|reflections|agreements|recognitions|feedback|concerns|moderation|welcome|community|learning-loop|learning-measures|readiness|my\/(feedback|notifications|written|concern))/.test(
    route,
  )

/** The part of the API and the name of the number, each pair once. */
function namesOf(some: readonly Found[]): string[] {
  const areaOf = (route: string) => route.split('/')[2]
  return [...new Set(some.map(({ route, path }) => `${areaOf(route)}: ${path.at(-1)}`))].sort()
}

test('beside a person stands nothing that adds up what people do: reactions to one text, and what an experiment measures of a unit', () => {
  expect(numbers.length).toBeGreaterThan(50)
  const beside = numbers.filter((one) => isLearning(one) && one.besidePerson)
  const ofExperiments = beside.filter(({ route, path }) => {
    const things = ['measure', 'criterion', 'amendments', 'outcome']
    return route.includes('/api/experiments') && path.some((name) => things.includes(name))
  })
  const ofOneText = beside.filter(({ route, path }) =>
    route.includes('/api/reflections') ? path[0] === 'posts' : path.includes('reactions'),
  )
  expect(ofOneText.length).toBeGreaterThan(0)
  const others = beside.filter((one) => !ofExperiments.includes(one) && !ofOneText.includes(one))
  expect(namesOf(others)).toEqual([])
})

test('the numbers of the learning loop are known one by one, and none of them is of a person', () => {
  expect(namesOf(numbers.filter((one) => isLearning(one) && !one.besidePerson))).toEqual([
    // How many signed a version, of how many it is for; and the version's own number.
    'agreements: count',
    'agreements: number',
    'agreements: people',
    // Reactions to one text.
    'community: count',
    'experiments: max',
    'experiments: min',
    'feedback: asked',
    'learning-measures: days',
    'learning-measures: fewest',
    'learning-measures: longerDays',
    'learning-measures: lower',
    'learning-measures: median',
    'learning-measures: of',
    'learning-measures: upper',
    'learning-measures: value',
    // Lessons under one tag.
    'lessons: count',
    // Texts that wait for HR.
    'moderation: waiting',
    'my: unseen',
    'reflections: everyWeeks',
    'reflections: keepDays',
    'reflections: writers',
    // How often each part was written: so that nobody writes over another one.
    'reviews: *',
  ])
})

test('no answer of any route is named after a count of mistakes, thanks or points', () => {
  const scored = /incident|mistake|slip|review|lesson|recogni|thank|score|points|rank|karma|streak/i
  const named = numbers.filter(({ path }) => scored.test(path.at(-1) ?? ''))
  expect(named.map(({ route, path }) => `${route}: ${path.join('.')}`)).toEqual([])
})

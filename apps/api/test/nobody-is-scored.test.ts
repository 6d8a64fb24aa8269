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
  /\/api\/(lessons|recognitions|feedback|my\/feedback|community|actions|learning-measures|readiness)/.test(
    route,
  )

test('nothing that the learning loop answers has a number beside a person', () => {
  expect(numbers.length).toBeGreaterThan(50)
  expect(numbers.filter((one) => isLearning(one) && one.besidePerson)).toEqual([])
})

test('the numbers of the learning loop are shares with what they rest on, reactions to one text, and how many were asked', () => {
  const told = numbers.filter(isLearning).map(({ route, path }) => `${route}: ${path.at(-1)}`)
  expect([...new Set(told)].sort()).toEqual([
    'DELETE /api/community/{kind}/{id}/replies/{reply}: count',
    'GET /api/community/{kind}/{id}/thread: count',
    'GET /api/learning-measures: days',
    'GET /api/learning-measures: fewest',
    'GET /api/learning-measures: of',
    'GET /api/learning-measures: value',
    'PATCH /api/community/{kind}/{id}/replies/{reply}: count',
    'POST /api/community/{kind}/{id}/replies: count',
    'POST /api/feedback/requests: asked',
    'PUT /api/community/{kind}/{id}/reactions/{reaction}: count',
  ])
})

test('no answer of any route is named after a count of mistakes, thanks or points', () => {
  const scored = /incident|mistake|slip|review|lesson|recogni|thank|score|points|rank|karma|streak/i
  const named = numbers.filter(({ path }) => scored.test(path.at(-1) ?? ''))
  expect(named.map(({ route, path }) => `${route}: ${path.join('.')}`)).toEqual([])
})

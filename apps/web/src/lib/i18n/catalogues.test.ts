import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemCatalogue } from '@chorus/contracts/problems'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { expect, test } from 'vitest'

const messages = join(import.meta.dirname, 'messages')
const source = join(import.meta.dirname, '..', '..')

function catalogue(locale: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const file of readdirSync(join(messages, locale))) {
    const part: Record<string, string> = JSON.parse(readFileSync(join(messages, locale, file), 'utf8'))
    for (const [id, text] of Object.entries(part)) {
      expect(texts.has(id), `${id} stands in two files`).toBe(false)
      texts.set(id, text)
    }
  }
  return texts
}

const english = catalogue('en')
const german = catalogue('de')
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n')

test('both languages have the same texts, and none of them is empty', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  for (const text of [...english.values(), ...german.values()]) expect(text.trim()).not.toBe('')
})

test('both languages of a text name the same values', () => {
  for (const [id, text] of english) {
    const translated = placesOf(german.get(id) ?? '')
    // A language may need one value more, to agree in number; it never may lose one.
    for (const place of placesOf(text)) expect(translated, id).toContain(place)
  }
})

test('every text that the source asks for exists', () => {
  const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((id) => !english.has(id))).toEqual([])
})

test('every text is asked for somewhere in the source', () => {
  const patterns = [...code.matchAll(/`([a-z-]+\.[^`\s]*\$\{[^`]+\}[^`\s]*)`/g)].map(
    (match) =>
      new RegExp(`^${(match[1] ?? '').replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[a-z0-9-]+')}$`),
  )
  const dead = [...english.keys()].filter(
    (id) => !code.includes(`'${id}'`) && !patterns.some((pattern) => pattern.test(id)),
  )
  expect(dead).toEqual([])
})

test('every refusal of the server has its words in both languages', () => {
  for (const refusal of [...Object.keys(problemCatalogue), 'offline'])
    expect(english.has(`problem.${refusal}`), refusal).toBe(true)
})

/** Names of the values in a text, at any depth: compiled, it is a list of texts and of [name, kind, options]. */
function placesOf(text: string): string[] {
  const names = (parts: unknown): string[] =>
    Array.isArray(parts) ? parts.flatMap((part) => (Array.isArray(part) ? placeNames(part) : [])) : []
  const placeNames = ([name, , options]: unknown[]): string[] => [
    String(name),
    ...(typeof options === 'object' && options ? Object.values(options).flatMap(names) : []),
  ]
  return names(compileMessage(text))
}

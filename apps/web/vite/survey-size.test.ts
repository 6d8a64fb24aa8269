import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { locales } from '@chorus/contracts/locale'
import { expect, test } from 'vitest'

const dist = join(import.meta.dirname, '../dist')
const files = join(dist, 'server/answer-files.json')

type BuiltFile = { file: string; imports?: string[]; dynamicImports?: string[] }

/** kB (1,000 bytes) of JavaScript, compressed with gzip: what an old phone on a bad network can load while somebody waits. */
const limits = { beforeFirstAnswer: 25, inAll: 50 }

test('the survey page loads little before the first answer, and little in all, in each language', () => {
  expect(existsSync(files), 'The pages are not built yet: run `pnpm build` first.').toBe(true)
  const built: Record<string, BuiltFile> = JSON.parse(readFileSync(files, 'utf8'))
  const entry = 'answer.html'
  const languageOf = (name: string) => /^virtual:texts\/[^/]+\/([\w-]+)$/.exec(name)?.[1]
  const atOnce = reached(built, entry, ({ imports = [] }) => imports)
  const whole = reached(built, entry, ({ imports = [], dynamicImports = [] }) => [
    ...imports,
    ...dynamicImports,
  ])
  const languages = new Set([...whole].map(languageOf).filter((language) => language !== undefined))
  expect([...languages].sort()).toEqual([...locales].sort())
  for (const language of languages) {
    const isRead = (name: string) => [undefined, language].includes(languageOf(name))
    const first = [...whole].filter(
      (name) => atOnce.has(name) || name.startsWith('virtual:texts/shared+answer/'),
    )
    for (const [names, limit, when] of [
      [first.filter(isRead), limits.beforeFirstAnswer, 'before the first answer'],
      [[...whole].filter(isRead), limits.inAll, 'in all'],
    ] as const) {
      const sizes = names.map((name) => ({ name, kB: sizeOf(built[name]) })).sort((a, b) => b.kB - a.kB)
      const sum = sizes.reduce((total, { kB }) => total + kB, 0)
      const list = sizes.map(({ name, kB }) => `${kB.toFixed(1)} ${name}`).join(', ')
      expect(
        sum,
        `In "${language}" the survey page loads ${sum.toFixed(1)} kB of JavaScript ${when}; at most ${limit} are allowed. ` +
          `Load what is needed later with import(), or leave it out. Largest first: ${list}`,
      ).toBeLessThanOrEqual(limit)
    }
  }
})

/** The files that can be reached from one by the ways given, itself among them. */
function reached(
  built: Record<string, BuiltFile>,
  from: string,
  ways: (file: BuiltFile) => string[],
): Set<string> {
  const seen = new Set([from])
  for (const name of seen) for (const next of ways(built[name] ?? { file: '' })) seen.add(next)
  return seen
}

function sizeOf(built: BuiltFile | undefined): number {
  return built?.file.endsWith('.js')
    ? gzipSync(readFileSync(join(dist, built.file)), { level: 9 }).length / 1000
    : 0
}

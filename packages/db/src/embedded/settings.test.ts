import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anonymitySettings, settingArguments } from './settings.ts'

test('a caller can add settings, and loosen none that keeps the server silent', () => {
  const given = settingArguments({ shared_buffers: '64MB', log_statement: 'all' })
  expect(given).toContain('shared_buffers=64MB')
  expect(given).toContain('log_statement=none')
  expect(given).not.toContain('log_statement=all')
})

test('the server of docker-compose.yml is kept as silent as the embedded one', () => {
  const compose = readFileSync(new URL('../../../../docker-compose.yml', import.meta.url), 'utf8')
  const given = [...compose.matchAll(/- -c\n\s+- (\w+)=(\S+)/g)].map(([, name, value]) => [name, value])
  expect(Object.fromEntries(given)).toEqual(anonymitySettings)
})

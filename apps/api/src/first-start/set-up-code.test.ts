import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { SealedTexts } from '../vault/sealed-texts.ts'
import { isSetUpCode, setUpCode } from './set-up-code.ts'

const key = randomBytes(32)

test('all processes of an installation have the same code, and no other installation has it', () => {
  const code = setUpCode(new SealedTexts(key))
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/)
  expect(setUpCode(new SealedTexts(key))).toBe(code)
  expect(setUpCode(new SealedTexts(randomBytes(32)))).not.toBe(code)
})

test('it counts however carelessly it is typed, and nothing else does', () => {
  const secrets = new SealedTexts(key)
  const code = setUpCode(secrets)
  expect(isSetUpCode(secrets, ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(true)
  const other = setUpCode(new SealedTexts(randomBytes(32)))
  for (const wrong of ['', code.slice(1), `${code}${code}`, other, 'ß'.repeat(17)])
    expect(isSetUpCode(secrets, wrong), wrong).toBe(false)
})

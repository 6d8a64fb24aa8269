import { expect, test } from 'vitest'
import { passwordWeakness } from './weak-password.ts'

const about = ['Ada Lovelace', 'ada.lovelace@analytical.example', 'Analytical Engines']

test('twelve letters are enough when they are somebody’s own, in any script', () => {
  for (const password of [
    'correct horse battery',
    'grüne Äpfel am Abend',
    '山川草木風林火山雪月花鳥',
    'x7!kQ2-vbT9$',
  ])
    expect(passwordWeakness(password, about), password).toBe(null)
})

test('eleven letters are too few, also when they are many bytes', () => {
  expect(passwordWeakness('x7!kQ2-vbT9', about)?.code).toBe('password-too-short')
  expect(passwordWeakness('山川草木風林火山雪月花', about)?.code).toBe('password-too-short')
})

test('what is guessed first is refused: common words, rows, repetitions, the own name and organisation', () => {
  for (const password of [
    'Password12345!',
    'passwordpassword',
    'QwertyQwerty12',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    'AdaLovelace1843'.toLowerCase(),
    'analytical2026',
    'administrator!1',
    'chorus-chorus-1',
  ])
    expect(passwordWeakness(password, about)?.code, password).toBe('password-too-common')
})

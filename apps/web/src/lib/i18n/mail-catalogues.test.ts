import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales } from '@chorus/contracts/locale'
import { expect, test } from 'vitest'
import { catalogueFaults } from './catalogue-faults.ts'

/** Texts of mails lie where they are sent, and are held to the same rules as those of pages. */
const mail = join(import.meta.dirname, '..', '..', '..', '..', 'api', 'src', 'mail')

function texts(locale: string): Map<string, string> {
  const parsed: Record<string, string> = JSON.parse(
    readFileSync(join(mail, 'texts', `${locale}.json`), 'utf8'),
  )
  return new Map(Object.entries(parsed))
}

test('mails speak every language that is offered, and no other one', () => {
  expect(readdirSync(join(mail, 'texts')).sort()).toEqual(locales.map((locale) => `${locale}.json`).sort())
})

test.each(locales)('%s: no text of a mail is missing or too many, and every value is there', (locale) => {
  expect(catalogueFaults(locale, texts(locale), texts('en'))).toEqual([])
})

test('every text of a mail is asked for somewhere', () => {
  const code = [mail, join(mail, '..', 'channels')]
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  expect([...texts('en').keys()].filter((id) => !code.includes(`'${id}'`))).toEqual([])
})

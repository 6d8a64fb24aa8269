import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from './env.ts'

function folderWith(config?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chorus-env-'))
  if (config !== undefined) writeFileSync(join(folder, 'chorus.config'), config)
  return folder
}

test('without any setting it listens on loopback only, with the embedded database and the demo', () => {
  const settings = readSettings(folderWith(), {})
  expect(settings).toEqual({
    ok: true,
    value: {
      port: 4000,
      host: '127.0.0.1',
      dataFolder: undefined,
      databaseUrl: undefined,
      demo: true,
      vaultKey: undefined,
      strict: false,
      publicUrl: undefined,
      anonymousOrigin: undefined,
    },
  })
})

test('the environment wins over chorus.config', () => {
  const settings = readSettings(folderWith('PORT=5000\nCHORUS_DEMO=0\n'), { PORT: '6000' })
  expect(settings).toMatchObject({ ok: true, value: { port: 6000, demo: false } })
})

test('every wrong setting is named, with the place it came from', () => {
  const settings = readSettings(folderWith('DATABASE_URL=mysql://x\n'), { PORT: 'eighty' })
  expect(settings.ok).toBe(false)
  if (settings.ok) return
  expect(settings.error).toHaveLength(2)
  expect(settings.error.join('\n')).toMatch(/PORT \(from the environment\)/)
  expect(settings.error.join('\n')).toMatch(/DATABASE_URL \(from chorus.config\): must start with postgres:/)
})

test.each([
  ['https://ballots.example.org', 'https://chorus.example.org/', null],
  ['http://localhost:4000', 'http://127.0.0.1:4000', null],
  ['https://BALLOTS.example.org:443/', 'https://chorus.example.org', null],
  ['https://ballots.example.org/w', 'https://chorus.example.org', /without a path/],
  ['https://ballots.example.org?x', 'https://chorus.example.org', /without a path/],
  ['https://me@ballots.example.org', 'https://chorus.example.org', /without a path/],
  ['ballots.example.org', 'https://chorus.example.org', /without a path/],
  ['ftp://ballots.example.org', 'https://chorus.example.org', /without a path/],
  ['https://ballots.example.org', '', /PUBLIC_URL too/],
  ['https://chorus.example.org:8443', 'https://chorus.example.org', /another host name/],
  ['http://ballots.example.org', 'https://chorus.example.org', /must begin with https/],
])('the anonymous host %s beside the pages at %s: refused with %s', (anonymous, pages, refused) => {
  const settings = readSettings(folderWith(), { CHORUS_ANONYMOUS_ORIGIN: anonymous, PUBLIC_URL: pages })
  if (refused === null)
    expect(settings).toMatchObject({ ok: true, value: { anonymousOrigin: new URL(anonymous).origin } })
  else
    expect(settings).toMatchObject({ ok: false, error: [expect.stringMatching(/^CHORUS_ANONYMOUS_ORIGIN/)] })
  if (refused !== null && !settings.ok) expect(settings.error[0]).toMatch(refused)
})

const mail = {
  CHORUS_SMTP_URL: 'smtps://name:secret@mail.example.org',
  CHORUS_MAIL_FROM: 'Chorus <pulse@example.org>',
  PUBLIC_URL: 'https://chorus.example.org',
}

test.each([
  [{}, null],
  [{ CHORUS_MAIL_FROM: 'pulse@example.org' }, null],
  [{ CHORUS_SMTP_URL: 'https://mail.example.org' }, /^CHORUS_SMTP_URL .*smtps:/],
  [{ CHORUS_SMTP_URL: '' }, /needs CHORUS_SMTP_URL too/],
  [{ CHORUS_MAIL_FROM: '' }, /needs CHORUS_MAIL_FROM too/],
  [{ CHORUS_MAIL_FROM: 'Chorus' }, /^CHORUS_MAIL_FROM .*must be an address/],
  [{ CHORUS_MAIL_FROM: 'A <a@example.org>\r\nBcc: b@example.org' }, /must be an address/],
  [{ PUBLIC_URL: '' }, /needs PUBLIC_URL too/],
])('mail with %o: refused with %s', (change, refused) => {
  const settings = readSettings(folderWith(), { ...mail, ...change })
  if (refused === null)
    expect(settings).toMatchObject({ ok: true, value: { mail: { smtpUrl: mail.CHORUS_SMTP_URL } } })
  else expect(settings).toMatchObject({ ok: false, error: [expect.stringMatching(refused)] })
})

test('a misspelt name in chorus.config is refused, not ignored', () => {
  expect(readSettings(folderWith('PROT=1'), {})).toMatchObject({ ok: false })
})

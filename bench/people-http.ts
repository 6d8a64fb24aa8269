import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSignInLink } from '../apps/api/src/access/sign-in-link.ts'
import { buildApp } from '../apps/api/src/app.ts'
import { ReminderMarks } from '../apps/api/src/mail/reminder-marks.ts'
import { folderVault } from '../apps/api/src/vault/folder-vault.ts'
import { SealedTexts } from '../apps/api/src/vault/sealed-texts.ts'
import {
  differences,
  importPreview,
  importState,
  uploadedImport,
} from '../packages/contracts/src/organisation-import.ts'
import { type Database, openDatabase } from '../packages/db/src/database.ts'
import { watched } from './watched.ts'

const pages = 100

/**
 * The same preview as people ask for it: files uploaded to the app by HTTP on loopback, its answer, and its differences a page at a time. The client is in
 * this process, too. @param email of somebody of HR, who is on the roster
 */
export async function peopleOverHttp(
  database: Database,
  databaseUrl: string,
  who: { readonly organisation: string; readonly email: string },
  files: { readonly people: Buffer; readonly units: Buffer },
): Promise<{ readonly seconds: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-bench-'))
  const ofApp = openDatabase(databaseUrl)
  const key = randomBytes(32)
  const now = new Date()
  const app = await buildApp({
    database: ofApp,
    vault: folderVault(join(folder, 'vault')),
    marks: new ReminderMarks(key),
    secrets: new SealedTexts(key),
    pagesAt: null,
    loopbackProviders: true,
    mail: null,
    channels: null,
    now: () => now,
    sessionSecret: 'a secret that only benches use, 32 bytes',
    secureCookies: false,
    anonymousHost: null,
    webFolder: null,
    report: (line) => console.log(line),
  })
  try {
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const options = { now, hoursValid: 1, reusable: false }
    const link = await makeSignInLink(database.office, who.organisation, who.email, options)
    if (!link.ok) throw new Error(link.error.code)
    const json = { 'content-type': 'application/json' }
    const signedIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token: link.value.path.split('#')[1] }),
    })
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
      const answer = await fetch(`${address}/api/organisation/import${path}`, {
        ...init,
        headers: { ...init.headers, cookie },
      })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      return answer.json()
    }
    const upload = await watched('uploaded by HTTP', async () => {
      const body = new FormData()
      body.append('people', new Blob([Uint8Array.from(files.people)]), 'people.csv')
      body.append('units', new Blob([Uint8Array.from(files.units)]), 'units.csv')
      return uploadedImport.parse(await ask('', { method: 'POST', body }))
    })
    const { id, columns } = upload.value
    const preview = await watched('preview by HTTP', async () => {
      const body = JSON.stringify({ columns: columns.map(({ meaning }) => meaning) })
      return importPreview.parse(await ask(`/${id}/preview`, { method: 'POST', headers: json, body }))
    })
    console.log(preview.value.counts)
    const paged = await watched(`${pages} pages of differences by HTTP`, async () => {
      for (let page = 1; page <= pages; page++)
        differences.parse(await ask(`/${id}/differences?kind=moved&page=${page}`))
    })
    const searched = await watched('a search among them', async () =>
      differences.parse(await ask(`/${id}/differences?kind=moved&search=number%209`)),
    )
    console.log(
      `a page takes ${((paged.seconds / pages) * 1000).toFixed(1)} ms; ${searched.value.inAll} are found`,
    )
    importState.parse(await ask(''))
    return { seconds: upload.seconds + preview.seconds }
  } finally {
    await app.close()
    await ofApp.close()
    await rm(folder, { recursive: true, force: true })
  }
}

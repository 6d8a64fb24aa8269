import { join } from 'node:path'
import type { Mailer } from '@chorus/db/database'
import { acquireInstanceLock } from '@chorus/db/embedded/instance-lock'
import { buildApp } from '../app.ts'
import { ChannelLock } from '../channels/channel-lock.ts'
import { publicReach } from '../channels/reach.ts'
import type { ChannelParts } from '../channels/send-posts.ts'
import { startChannelSender } from '../channels/start-sender.ts'
import { fillDemoWhenEmpty } from '../demo/fill-when-empty.ts'
import type { App } from '../http/zod-app.ts'
import { startWorker } from '../jobs/worker.ts'
import { ReminderMarks } from '../mail/reminder-marks.ts'
import { setUpMail } from '../mail/set-up-mail.ts'
import type { Parts } from '../parts.ts'
import { finishCloses } from '../stages/seal/seal-wave.ts'
import { installationKey } from '../vault/installation-key.ts'
import { SealedTexts } from '../vault/sealed-texts.ts'
import { checkDatabaseSettings } from './check-database-settings.ts'
import { CommandRefused } from './command-refused.ts'
import {
  dataFolderOf,
  type Installation,
  openInstallation,
  projectRoot,
  requireSettings,
  sessionSecret,
} from './installation.ts'
import { progressLine } from './output.ts'
import { listenForStop } from './stop-signal.ts'
import { welcome } from './welcome.ts'

/** Runs Chorus until it is told to stop (Ctrl-C, or SIGTERM). */
export async function start(): Promise<void> {
  const stop = listenForStop()
  const settings = requireSettings()
  const dataFolder = dataFolderOf(settings)
  const lock = await acquireInstanceLock(dataFolder)
  if (!lock.ok) {
    const where = lock.error.address ? ` at ${lock.error.address}` : ''
    throw new CommandRefused(
      `Chorus is already running${where} (process ${lock.error.pid}), with the data in ${dataFolder}.`,
    )
  }
  const closing: (() => unknown)[] = [lock.value.release]
  try {
    const installation = await openInstallation(settings)
    closing.push(() => installation.close())
    await checkDatabaseSettings(settings)
    const key = await installationKey(dataFolder, settings.vaultKey)
    const secrets = new SealedTexts(key)
    if (settings.demo) {
      const progress = progressLine('Filling the demo organisation, about a minute')
      await fillDemoWhenEmpty({ ...installation, secrets }, (line) => {
        if (stop.came()) throw new CommandRefused('Stopped. The next start fills the demo anew.')
        progress.show(line)
      })
      progress.end()
    }
    await finishCloses(installation, new Date())
    const marks = new ReminderMarks(key)
    const mail = setUpMail(settings, installation.database, marks, (line) => console.error(line))
    if (mail) closing.push(mail.stop)
    const channels =
      settings.publicUrl === undefined
        ? null
        : { lock: new ChannelLock(key), reach: publicReach, address: settings.publicUrl }
    if (channels) closing.push(tellChannels(channels, installation.database.mailer))
    const app = await listen(installation, { marks, secrets, mail, channels })
    closing.push(() => app.close())
    const { database, vault } = installation
    const report = (line: string) => console.error(line)
    const worker = await startWorker({ database, vault, marks, mail, now: () => new Date(), report })
    closing.push(worker.stop)
    const address = settings.publicUrl ?? addressOf(app)
    lock.value.publish({ address })
    console.log(await welcome(database.office, secrets, address))
    await Promise.race([stop.coming, untilLost(installation)])
    console.log('Stopping …')
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

/** @returns what ends it */
function tellChannels(channels: ChannelParts, mailer: Mailer): () => Promise<void> {
  const sender = startChannelSender({ ...channels, mailer, now: () => new Date() }, (line) =>
    console.error(line),
  )
  return () => sender.stop()
}

async function listen(
  installation: Installation,
  keyed: Pick<Parts, 'marks' | 'secrets' | 'mail' | 'channels'>,
): Promise<App> {
  const { settings, database, vault, dataFolder } = installation
  const app = await buildApp({
    database,
    vault,
    ...keyed,
    pagesAt: settings.publicUrl ?? null,
    now: () => new Date(),
    sessionSecret: sessionSecret(dataFolder),
    secureCookies: settings.publicUrl?.startsWith('https:') ?? false,
    anonymousHost:
      settings.anonymousOrigin && settings.publicUrl
        ? { origin: settings.anonymousOrigin, pagesAt: new URL(settings.publicUrl).origin }
        : null,
    webFolder: join(projectRoot, 'apps/web/dist'),
    report: (line) => console.error(line),
  })
  try {
    await app.listen({ port: settings.port, host: settings.host })
  } catch (error) {
    await app.close()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new CommandRefused(
        `Port ${settings.port} is taken by another program. Choose another one: PORT=${settings.port + 1} npm start`,
      )
    throw error
  }
  return app
}

function addressOf(app: App): string {
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

async function untilLost(installation: Installation): Promise<never> {
  return new Promise((_resolve, reject) => {
    installation.onLost(() =>
      reject(new CommandRefused('The database server stopped unexpectedly. Its log is in the data folder.')),
    )
  })
}

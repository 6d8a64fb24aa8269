import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import type { FoundBrowser } from './found-browser.ts'

const cache = fileURLToPath(new URL('../../../../node_modules/.cache', import.meta.url))

/**
 * The Chromium of the npm package @sparticuz/chromium (Linux x64), with the libraries and the font that a bare system
 * lacks. Unpacked once, below node_modules. Its own start arguments are not used: they switch web security off.
 */
export async function shippedBrowser(): Promise<FoundBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const found = await findPackage()
  if (!found) return undefined
  const folder = join(cache, `chromium-${found.version}`)
  if (!existsSync(folder)) await unpackAll(found.archives, folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: `${join(folder, 'lib')}:${folder}`,
      FONTCONFIG_FILE: join(folder, 'chorus-fonts.conf'),
    },
  }
}

async function findPackage(): Promise<{ archives: string; version: string } | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = join(dirname(entry), '../..')
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { archives: join(folder, 'bin'), version }
  } catch {
    return undefined
  }
}

/** Filled under another name and renamed when whole, because test files start at the same time. */
async function unpackAll(archives: string, folder: string): Promise<void> {
  const attempt = `${folder}.${randomBytes(6).toString('hex')}`
  await mkdir(attempt, { recursive: true })
  try {
    await Promise.all([
      decompress(join(archives, 'chromium.br'), join(attempt, 'chromium'), 0o755),
      ...['al2023', 'fonts', 'swiftshader'].map((name) => untar(join(archives, `${name}.tar.br`), attempt)),
      writeFile(join(attempt, 'chorus-fonts.conf'), fontsConfiguration(folder)),
    ])
    await rename(attempt, folder)
  } catch (error) {
    await rm(attempt, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

async function untar(archive: string, into: string): Promise<void> {
  const plain = join(into, basename(archive, '.br'))
  await decompress(archive, plain)
  await promisify(execFile)('tar', ['-xf', plain, '--no-same-owner', '-C', into])
  await rm(plain)
}

function decompress(archive: string, file: string, mode = 0o644): Promise<void> {
  return pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(file, { mode }))
}

/** The package's own configuration names folders of another system; without a font the first text ends the browser. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Lays a `.br` and a `.gz` beside every script and style, so that the server sends them small without working for it. */
export function compressAssets(): Plugin {
  return {
    name: 'chorus-compress-assets',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    async writeBundle({ dir = '' }, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!/^assets\/.*\.(js|css)$/.test(name)) continue
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        await writeFile(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
        await writeFile(join(dir, `${name}.br`), brotliCompressSync(bytes, { params: brotliSettings(bytes) }))
      }
    },
  }
}

function brotliSettings(bytes: Buffer): Record<number, number> {
  return {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
}

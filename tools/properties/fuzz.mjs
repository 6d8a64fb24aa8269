/**
 * `pnpm fuzz [part of a path]`: property-based tests with cases that nobody has tried yet, round after round until one fails or Ctrl-C.
 * A failed round prints its seed; `CHORUS_SEED=<seed> pnpm exec vitest run <file>` repeats it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

const [part = ''] = process.argv.slice(2)
const files = execFileSync('git', ['grep', '-l', "from 'fast-check'", '--', '*.test.ts', '*.test.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && file.includes(part))
if (files.length === 0) {
  console.error(`No property-based test has "${part}" in its path.`)
  process.exit(2)
}

for (let round = 1; ; round++) {
  const seed = randomInt(2 ** 31)
  console.log(`Round ${round} of ${files.length} files, seed ${seed}`)
  const { status } = spawnSync('vitest', ['run', '--reporter=dot', ...files], {
    stdio: 'inherit',
    env: { ...process.env, CHORUS_SEED: String(seed) },
  })
  if (status !== 0) {
    console.error(`Failed or stopped with seed ${seed}.`)
    process.exit(1)
  }
}

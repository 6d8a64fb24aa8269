import fc from 'fast-check'

/**
 * Every run of the tests tries the same cases, so that a red one is about the change and never about luck. New cases are what
 * `pnpm fuzz` is for: it sets CHORUS_SEED, a number that decides all of them.
 */
fc.configureGlobal({ seed: Number(process.env.CHORUS_SEED ?? 20_261_120) })

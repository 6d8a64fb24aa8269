/**
 * The door of the project for a machine with only Node and npm:
 * `npm start`, `npm test` and `npm run -s chorus -- <command>` all come through here.
 * Nothing is imported before Node is known to be new enough to read it.
 */
const [mode, ...words] = process.argv.slice(2)
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Chorus needs Node 20.19 or newer; this is Node ${process.versions.node}. ` +
      'Install Node 24 from https://nodejs.org and start again.',
  )
  process.exit(1)
}

import('./lib/modes.mjs').then(({ modes }) => runMode(modes))

async function runMode(modes) {
  const run = modes[mode]
  if (!run) {
    console.error(`Chorus does not know "${mode}". Use: npm start, npm test, npm run -s chorus -- --help`)
    process.exit(2)
  }
  try {
    process.exitCode = await run(words)
  } catch (error) {
    console.error(error.isForPeople ? error.message : error)
    process.exitCode = 1
  }
}

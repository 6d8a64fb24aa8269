import { err, ok, type Result } from '@chorus/basics/result'
import { expect, test } from 'vitest'
import type { SendFault } from './send-fault.ts'
import { sendInTime } from './send-in-time.ts'

const putOff = err<SendFault>({ code: 'later' })
const away = err<SendFault>({ code: 'server', trouble: 'not-reached' })

/** The seconds at which a mail was tried, and what became of it; `slow` is how long each try takes. */
async function tries(
  outcomes: Result<void, SendFault>[],
  usefulSeconds = 900,
  slow = 0,
  endsAfter = Infinity,
) {
  let seconds = 0
  const tried: number[] = []
  const last = await sendInTime(
    async () => {
      tried.push(seconds)
      seconds += slow
      return outcomes[tried.length - 1] ?? putOff
    },
    {
      uselessFrom: new Date(usefulSeconds * 1000),
      now: () => new Date(seconds * 1000),
      pause: async (pause) => {
        seconds += pause
        return seconds < endsAfter
      },
    },
  )
  return { tried, last }
}

test('a mail that is taken is sent once', async () => {
  expect(await tries([ok(undefined)])).toEqual({ tried: [0], last: ok(undefined) })
})

test('where the server is away or puts it off, it is tried again until it is taken', async () => {
  expect(await tries([away, putOff, ok(undefined)])).toEqual({ tried: [0, 5, 15], last: ok(undefined) })
})

test('what is refused for good is not tried again', async () => {
  for (const code of ['address', 'mail'] as const)
    expect(await tries([putOff, err({ code })])).toEqual({ tried: [0, 5], last: err({ code }) })
})

test('it is given up in the end, and never sent when it would be of no use', async () => {
  expect((await tries([])).tried).toEqual([0, 5, 15, 35, 75, 155, 315, 635])
  expect(await tries([], 35)).toEqual({ tried: [0, 5, 15], last: putOff })
  expect((await tries([], 900, 300)).tried).toEqual([0, 305, 615])
})

test('a process that ends waits for nothing', async () => {
  expect(await tries([], 900, 0, 10)).toEqual({ tried: [0, 5], last: putOff })
})

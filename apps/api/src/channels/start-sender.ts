import type { Mailer } from '@chorus/db/database'
import { type ChannelParts, sendPosts } from './send-posts.ts'

const lookMilliseconds = 5_000

/** Tells channels what is due, again and again until it is stopped. */
export function startChannelSender(
  parts: ChannelParts & { readonly mailer: Mailer; readonly now: () => Date },
  report: (line: string) => void,
): { stop(): Promise<void> } {
  let stopped = false
  let endPause = () => {}
  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await sendPosts(parts, () => stopped)
      } catch (error) {
        // A database that is away for a moment must not end the telling for good.
        report(error instanceof Error ? `Channels wait: ${error.name}` : 'Channels wait')
      }
      if (stopped) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookMilliseconds)
        endPause = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = run()
  return {
    async stop() {
      stopped = true
      endPause()
      await running
    },
  }
}

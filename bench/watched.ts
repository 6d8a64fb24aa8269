import { monitorEventLoopDelay } from 'node:perf_hooks'

export type Watched<T> = { readonly value: T; readonly seconds: number }

/** Does some work and prints its seconds, the peak memory of this process, and the longest time in which nothing else had its turn. */
export async function watched<T>(what: string, work: () => Promise<T>): Promise<Watched<T>> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  let peak = process.memoryUsage().rss
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  delay.enable()
  const began = performance.now()
  try {
    const value = await work()
    const seconds = (performance.now() - began) / 1000
    const waited = Math.round(delay.max / 1e6)
    console.log(
      `${what.padEnd(38)} ${seconds.toFixed(2).padStart(6)} s, peak ${Math.round(peak / 1e6)} MB, others waited ${waited} ms at most`,
    )
    return { value, seconds }
  } finally {
    clearInterval(watching)
    delay.disable()
  }
}

import type { RunningApp } from './running-app.ts'

/** Sends files as a form does. */
export function upload(
  running: Pick<RunningApp, 'app'>,
  { url, cookie }: { readonly url: string; readonly cookie: string },
  files: Readonly<Record<string, string | Buffer>>,
) {
  const boundary = 'a-boundary-that-no-file-holds'
  const payload = Buffer.concat([
    ...Object.entries(files).flatMap(([name, content]) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.csv"\r\nContent-Type: text/csv\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
  return running.app.inject({ method: 'POST', url, headers, payload })
}

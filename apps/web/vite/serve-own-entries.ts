import type { Plugin } from 'vite'

/** In development, `/answer/<wave>` and `/kiosk/<wave>` are served by entries of their own, as the server does it. */
export function serveOwnEntries(): Plugin {
  return {
    name: 'chorus-serve-own-entries',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const entry = /^\/(answer|kiosk)\//.exec(request.url ?? '')?.[1]
        if (entry) request.url = `/${entry}.html`
        next()
      })
    },
  }
}

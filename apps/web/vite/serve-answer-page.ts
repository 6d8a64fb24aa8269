import type { Plugin } from 'vite'

/** In development, `/answer/<wave>` is served by the entry of the survey page, as the server does it. */
export function serveAnswerPage(): Plugin {
  return {
    name: 'chorus-serve-answer-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/answer/')) request.url = '/answer.html'
        next()
      })
    },
  }
}

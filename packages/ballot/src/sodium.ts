// Server only: libsodium as WebAssembly. The browser's half stays small, on @noble/curves.
import sodium from 'libsodium-wrappers-sumo'

await sodium.ready

export { sodium }

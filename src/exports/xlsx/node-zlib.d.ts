/** What is used of it; the runtime has it (`nodejs_compat`), and the types of Node would bring all of Node. */
declare module 'node:zlib' {
  export const constants: { Z_FINISH: number; Z_SYNC_FLUSH: number }
  export function crc32(data: Uint8Array, before: number): number
  export function deflateRawSync(
    data: Uint8Array,
    options: { level: number; finishFlush: number },
  ): Uint8Array
}

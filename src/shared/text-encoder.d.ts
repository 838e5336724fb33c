/** Every platform of ours has it; this project knows neither Node nor DOM. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
/** Bytes as letters of U+0000 to U+00FF, to base64 and back. `atob` throws at what is no base64. */
declare function btoa(letters: string): string
declare function atob(base64: string): string

/** Every platform of ours has it; this project knows neither Node nor DOM. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

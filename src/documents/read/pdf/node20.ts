/** What the PDF library takes for granted and Node has only from version 21 on: without it no ruled line is found. */

/** The first bytes of a buffer. That the standard also empties it, the library makes no use of. */
function transferToFixedLength(this: ArrayBuffer, length: number): ArrayBuffer {
  return this.slice(0, length);
}

/** Only in the thread that reads, which ends with its file. */
export function fillIn(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  // oxlint-disable-next-line no-extend-native -- there is no other way to give it to the library
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", { value: transferToFixedLength });
}

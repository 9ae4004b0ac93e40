/** What the PDF library takes for granted and Node has only from version 21 on: without it no ruled line is found. */

/** The first bytes of a buffer. That the standard also empties it, the library makes no use of. */
function transferToFixedLength(this: ArrayBuffer, length: number): ArrayBuffer {
  return this.slice(0, length);
}

if (!("transferToFixedLength" in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    value: transferToFixedLength,
    configurable: true,
    writable: true,
  });

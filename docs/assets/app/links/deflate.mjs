// @ts-check
/** Text compressed with what the platform brings along (deflate), written in characters that fit in a link. */

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream|DecompressionStream} through
 * @param {number} most
 * @returns {Promise<Uint8Array<ArrayBuffer>|null>} what comes out; beyond `most` bytes null, and the rest is never made
 */
async function pass(bytes, through, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let size = 0;
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    size += value.length;
    if (size > most) return (await reader.cancel(), null);
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @returns {boolean} whether this browser can compress */
export const canCompress = () => typeof CompressionStream === "function" && typeof DecompressionStream === "function";

/**
 * @param {string} text
 * @param {number} most bytes of its UTF-8
 * @returns {Promise<string|null>} base64url; null when the text is longer
 */
export async function compress(text, most) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > most) return null;
  const small = (await pass(bytes, new CompressionStream("deflate-raw"), Infinity)) ?? new Uint8Array();
  const binary = Array.from(small, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} compressed
 * @param {number} most bytes that may come out: a few kilobytes can hold gigabytes
 * @returns {Promise<string|null>} null where it holds no compressed text, or one that is too long
 */
export async function decompress(compressed, most) {
  try {
    const binary = atob(compressed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (each) => each.charCodeAt(0));
    const whole = await pass(bytes, new DecompressionStream("deflate-raw"), most);
    return whole && new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    return null;
  }
}

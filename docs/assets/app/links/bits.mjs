// @ts-check
/** Text that survives in a link: bits in 64 characters that no address changes, with a checksum at the end. Pure. */

/** Digits and letters come first, so that a small number is one of them. */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const CHECK = 5; // characters of a checksum

/** @param {string} text @returns {number} its CRC-24 (the polynomial and start value of RFC 4880) */
function crc24(text) {
  let register = 0xb704ce;
  for (const byte of new TextEncoder().encode(text)) {
    register ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) register = (register << 1) ^ (register & 0x800000 ? 0x1864cfb : 0);
  }
  return register;
}

/**
 * The text with its checksum, which the id goes into as well. A CRC of 24 bits notices every change within three
 * neighbouring characters, so every single wrong character and every swap of two neighbours; of any other change it
 * misses one in 16 million. It is written five bits to a character: the last one is always a digit or letter, because
 * chat tools take a - or _ at the end of a link for punctuation.
 * @param {string} id @param {string} text ASCII @returns {string}
 */
export function seal(id, text) {
  const bits = crc24(`${id}\n${text}`)
    .toString(2)
    .padStart(CHECK * 5, "0");
  return text + bits.replace(/.{5}/g, (five) => ALPHABET[parseInt(five, 2)]);
}

/**
 * @param {string} id
 * @param {string} sealed
 * @returns {string|null} the text without its checksum; null where that is wrong
 */
export function unseal(id, sealed) {
  const text = sealed.slice(0, -CHECK);
  return text !== "" && seal(id, text) === sealed ? text : null;
}

/** @param {number} value @param {number} width @returns {string} bits */
export const bitsOf = (value, width) => value.toString(2).padStart(width, "0");

/** @param {number} value 1 or more @returns {string} bits that say how many they are: as many zeros as digits follow */
export const gammaOf = (value) => "0".repeat(value.toString(2).length - 1) + value.toString(2);

/** @param {string} text @returns {string} bits: how many bytes, then those of its UTF-8 */
export function textBits(text) {
  const bytes = new TextEncoder().encode(text);
  return gammaOf(bytes.length + 1) + Array.from(bytes, (byte) => bitsOf(byte, 8)).join("");
}

/** @param {string} bits @returns {string} characters, six bits each; zeros fill the last */
export const packBits = (bits) => bits.replace(/.{1,6}/g, (six) => ALPHABET[parseInt(six.padEnd(6, "0"), 2)]);

/**
 * Reads bits one field after another. Beyond the end it gives zeros, ones and empty texts, and `done` is then false.
 * @param {string} packed
 */
export function bitReader(packed) {
  const bits = Array.from(packed, (each) => bitsOf(ALPHABET.indexOf(each), 6)).join("");
  let at = 0;
  const left = () => bits.length - at;
  const take = (/** @type {number} */ width) => {
    at += width;
    return at <= bits.length ? parseInt(bits.slice(at - width, at), 2) : 0;
  };
  const gamma = () => {
    const one = bits.indexOf("1", at);
    const zeros = one - at;
    at = one < 0 || zeros > 30 ? Infinity : one;
    return at === Infinity ? 1 : take(zeros + 1) || 1;
  };
  const text = () => {
    const bytes = gamma() - 1;
    if (bytes * 8 > left()) at = Infinity;
    return at === Infinity ? "" : new TextDecoder().decode(Uint8Array.from({ length: bytes }, () => take(8)));
  };
  /** Whether all has been read, but for the zeros that fill the last character. */
  const done = () => left() >= 0 && left() < 6 && !bits.slice(at).includes("1");
  return { take, gamma, text, left, done };
}
